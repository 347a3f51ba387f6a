//! From a published table and the editor's wish to a [`Chart`], or to what stands in the way, with the very field.

use super::{Chart, Form, Series};
use crate::diagnostic::FieldPath;
use crate::front::nearest;
use crate::kinds::{DiagramDecl, DiagramForm};
use crate::tables::{PublishedTable, TableDimension};

/// Why a diagram cannot be drawn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Misfit {
    /// Field of the declaration.
    pub field: FieldPath,
    /// What is wrong, German.
    pub message: String,
    /// What helps, German.
    pub help: String,
}

fn misfit<T>(field: FieldPath, message: impl Into<String>, help: impl Into<String>) -> Result<T, Misfit> {
    Err(Misfit { field, message: message.into(), help: help.into() })
}

/// The chart that needs no wish: the first dimension with at least two parts, all others at their total. `about` ends
/// its title.
pub fn plain(table: &PublishedTable, id: &str, about: &str) -> Option<Chart> {
    let rows = table.dimensions.iter().find(|d| parts(d).len() > 1)?;
    let decl = DiagramDecl {
        form: DiagramForm::Bars,
        rows: rows.id.clone(),
        series: None,
        choice: Vec::new(),
        title: None,
        finding: None,
        without_sums: true,
    };
    of_table(table, &decl, id, about).ok()
}

/// The chart that an editor wishes for.
///
/// # Errors
/// The first thing that stands in the way.
pub fn of_table(table: &PublishedTable, decl: &DiagramDecl, id: &str, about: &str) -> Result<Chart, Misfit> {
    let key = FieldPath::key;
    let find = |name: &str, field: FieldPath| {
        let place = table.dimensions.iter().position(|d| d.id == name);
        place.map_or_else(|| unknown(name, "Das Merkmal", table.dimensions.iter().map(|d| d.id.as_str()), field), Ok)
    };
    let rows = find(&decl.rows, key("zeilen"))?;
    let series = decl.series.as_ref().map(|s| find(s, key("reihen"))).transpose()?;
    if series == Some(rows) {
        return misfit(
            key("reihen"),
            "„zeilen“ und „reihen“ nennen dasselbe Merkmal.",
            "Nennen Sie ein anderes Merkmal, oder löschen Sie „reihen“.",
        );
    }
    let mut chosen: Vec<Option<Vec<usize>>> = vec![None; table.dimensions.len()];
    for (column, ids) in &decl.choice {
        let field = key("auswahl").then(column);
        let at = find(column, field.clone())?;
        let values = &table.dimensions[at].values;
        let mut places = Vec::new();
        for id in ids {
            match values.iter().position(|v| v.id == *id) {
                Some(place) => places.push(place),
                None => return unknown(id, "Den Wert", values.iter().map(|v| v.id.as_str()), field),
            }
        }
        if at != rows && series != Some(at) && places.len() > 1 {
            let help = "Nennen Sie einen Wert, oder nehmen Sie das Merkmal als „zeilen“ oder „reihen“.";
            return misfit(field, "Hier kann nur ein Wert stehen.", help);
        }
        places.sort_unstable();
        places.dedup();
        chosen[at] = Some(places);
    }
    let shown = |d: usize| match &chosen[d] {
        Some(places) => places.clone(),
        None if decl.without_sums => parts(&table.dimensions[d]),
        None => (0..table.dimensions[d].values.len()).collect(),
    };
    let (row_values, series_values) = (shown(rows), series.map_or(Vec::new(), shown));
    let mut fixed = vec![0; table.dimensions.len()];
    let mut which = String::new();
    for (n, dimension) in table.dimensions.iter().enumerate().filter(|(n, _)| *n != rows && series != Some(*n)) {
        fixed[n] = match chosen[n].as_deref() {
            Some([place, ..]) => {
                which += &format!(", {}: {}", dimension.title, dimension.values[*place].title);
                *place
            }
            _ => match whole(dimension) {
                Some(place) => place,
                None => {
                    let message = format!("Das Merkmal „{}“ hat keine Summe.", dimension.id);
                    let help = format!("Wählen Sie einen Wert: auswahl: {{{}: …}}", dimension.id);
                    return misfit(key("zeilen"), message, help);
                }
            },
        };
    }
    if decl.form == DiagramForm::Stacked {
        let Some(at) = series else {
            let help = "Nennen Sie ein Merkmal als „reihen“, oder wählen Sie „balken“.";
            return misfit(key("form"), "Gestapelte Balken brauchen „reihen“.", help);
        };
        if let Some((sum, part)) = overlap(&table.dimensions[at], &series_values) {
            let message = format!("„{part}“ ist schon in „{sum}“ enthalten und würde doppelt gezeichnet.");
            let help = "Stapeln Sie nur Werte, die sich nicht überschneiden, oder wählen Sie „balken“.";
            return misfit(key("form"), message, help);
        }
    }
    let values_at = |s: Option<usize>| {
        let mut at = fixed.clone();
        if let (Some(dimension), Some(place)) = (series, s) {
            at[dimension] = place;
        }
        let values = row_values.iter().filter_map(|r| {
            at[rows] = *r;
            table.count(&at)
        });
        values.collect()
    };
    let row = &table.dimensions[rows];
    let series_of =
        |d: usize| series_values.iter().map(move |v| (table.dimensions[d].values[*v].title.clone(), Some(*v)));
    let series_of: Vec<(String, Option<usize>)> = match series {
        Some(d) => series_of(d).collect(),
        None => vec![(String::new(), None)],
    };
    // "Personen nach Alter" is not called "Personen nach Alter nach Alter".
    let first = format!(" nach {}", row.title);
    let first = if table.measure.ends_with(&first) { "" } else { &*first };
    let by = series.map_or(String::new(), |s| format!(" und {}", table.dimensions[s].title));
    let chart = Chart {
        id: id.to_owned(),
        form: match decl.form {
            DiagramForm::Bars => Form::Bars,
            DiagramForm::Stacked => Form::Stacked,
            DiagramForm::Lines => Form::Lines,
        },
        title: decl.title.clone().unwrap_or_else(|| format!("{}{first}{by}{which}{about}", table.measure)),
        unit: table.unit.clone(),
        names: row_values.iter().map(|v| row.values[*v].title.clone()).collect(),
        series: series_of.into_iter().map(|(name, s)| Series { name, values: values_at(s) }).collect(),
        finding: decl.finding.clone(),
        breaks: Vec::new(),
    };
    drawable(&chart)?;
    Ok(chart)
}

/// Says why [`Chart::can_be_drawn`] says no.
fn drawable(chart: &Chart) -> Result<(), Misfit> {
    if chart.can_be_drawn() {
        return Ok(());
    }
    let (names, series) = (chart.names.len(), chart.series.len());
    let choose = "Wählen Sie Werte mit „auswahl“, oder ein anderes Merkmal.";
    if series > Chart::MOST_SERIES {
        let message = format!("Das Merkmal hat {series} Werte. Mehr als {} unterscheidet niemand.", Chart::MOST_SERIES);
        return misfit(FieldPath::key("reihen"), message, choose);
    }
    if series == 0 {
        return misfit(FieldPath::key("reihen"), "Für dieses Merkmal bleibt kein Wert übrig.", choose);
    }
    if names > Chart::MOST_NAMES {
        let message =
            format!("Das Merkmal hat {names} Werte. Bei mehr als {} ist die Tabelle klarer.", Chart::MOST_NAMES);
        return misfit(FieldPath::key("zeilen"), message, choose);
    }
    if names < 2 {
        return misfit(FieldPath::key("zeilen"), "Ein Diagramm braucht mindestens zwei Werte.", choose);
    }
    let message = "Alle Zahlen dieses Diagramms sind geheim.";
    misfit(FieldPath::key("zeilen"), message, "Löschen Sie das Diagramm, oder wählen Sie andere Werte.")
}

fn unknown<'a, T>(name: &str, what: &str, known: impl Iterator<Item = &'a str>, field: FieldPath) -> Result<T, Misfit> {
    let known: Vec<&str> = known.collect();
    let help = match nearest(name, known.iter().copied()) {
        Some(near) => format!("Meinten Sie „{near}“?"),
        None => format!("In der Tabelle gibt es: {}.", known.join(", ")),
    };
    misfit(field, format!("{what} „{name}“ gibt es in der Tabelle nicht."), help)
}

/// The values that contain no others: together they are the whole, and none counts twice.
pub fn parts(dimension: &TableDimension) -> Vec<usize> {
    let holds = |n: usize| dimension.values[n].is_total || dimension.values.iter().any(|v| v.parent == Some(n));
    (0..dimension.values.len()).filter(|n| !holds(*n)).collect()
}

/// The value that stands for all: the total, or the only one.
fn whole(dimension: &TableDimension) -> Option<usize> {
    dimension.values.iter().position(|v| v.is_total).or((dimension.values.len() == 1).then_some(0))
}

/// Titles of a sum and of a part of it among these values.
fn overlap<'a>(dimension: &'a TableDimension, values: &[usize]) -> Option<(&'a str, &'a str)> {
    let above = |mut n: usize| {
        let mut out = Vec::new();
        while let Some(up) = dimension.values[n].parent.filter(|_| out.len() < dimension.values.len()) {
            out.push(up);
            n = up;
        }
        out
    };
    values.iter().find_map(|part| {
        let sum = above(*part).into_iter().find(|up| values.contains(up))?;
        Some((dimension.values[sum].title.as_str(), dimension.values[*part].title.as_str()))
    })
}
