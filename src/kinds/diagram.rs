//! `diagramme` of a report: which numbers of its table are drawn, and how.
//!
//! Takes front matter; gives the declaration as written. Whether the table has such numbers, and whether they can be
//! drawn, is said by the room `chart`.

use crate::front::{Field, Type, Values};

/// How numbers are drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DiagramForm {
    /// Bars side by side.
    Bars,
    /// Bars one after the other.
    Stacked,
    /// Lines.
    Lines,
}

/// One diagram as an editor declares it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DiagramDecl {
    /// How.
    pub form: DiagramForm,
    /// Column whose values stand one below the other.
    pub rows: String,
    /// Column whose values are told apart in each row.
    pub series: Option<String>,
    /// Values to show, by column.
    pub choice: Vec<(String, Vec<String>)>,
    /// What is shown, in place of the generated title.
    pub title: Option<String>,
    /// What it says, in place of the generated sentence.
    pub finding: Option<String>,
    /// Sums and subtotals are left out where nothing is chosen.
    pub without_sums: bool,
}

const FORMS: &[(&str, &str)] = &[
    ("balken", "Balken nebeneinander"),
    ("gestapelt", "Balken aus Teilen; nur für Werte, die sich nicht überschneiden"),
    ("linien", "Linien; nur für Werte, die aufeinander folgen, zum Beispiel Monate"),
];

const FIELDS: &[Field] = &[
    Field::required("form", Type::Choice(FORMS), "Wie gezeichnet wird.", "balken"),
    Field::required("zeilen", Type::Id, "Merkmal, dessen Werte untereinander stehen.", "region"),
    Field::optional("reihen", Type::Id, "Merkmal, das jede Zeile aufteilt: höchstens 4 Werte.", "geschlecht"),
    Field::optional(
        "auswahl",
        Type::Map("Spalte eines Merkmals", &Type::OneOrMore(&Type::Id)),
        "Welche Werte gezeigt werden (sonst die Summe der übrigen Merkmale).",
        "{alter: ab-65}",
    ),
    Field::optional("titel", Type::Text, "Was das Diagramm zeigt.", "Leistungsberechtigte nach Region"),
    Field::optional(
        "befund",
        Type::Text,
        "Was man sieht, in einem Satz (sonst schreibt ihn Klartext).",
        "In Hanau leben am wenigsten Leistungsberechtigte.",
    ),
    Field::optional("ohne_summe", Type::Bool, "Ob Summen und Zwischen-Summen wegbleiben (sonst true).", "true"),
];

/// The field of a report that holds its diagrams.
pub(super) const FIELD: Field = Field::optional(
    "diagramme",
    Type::List(&Type::Record(FIELDS)),
    "Diagramme aus den Zahlen der Tabelle (sonst ein Balken-Diagramm).",
    "[{form: balken, zeilen: region}]",
);

/// Reads the diagrams with their places in the list; incomplete ones have a finding already.
pub(super) fn read(values: &Values<'_>) -> Vec<(usize, DiagramDecl)> {
    let one = |(n, fields): (usize, Values<'_>)| {
        let form = match fields.text("form")?.as_str() {
            "balken" => DiagramForm::Bars,
            "gestapelt" => DiagramForm::Stacked,
            "linien" => DiagramForm::Lines,
            _ => return None,
        };
        let choice = fields.record("auswahl").map_or(Vec::new(), |c| {
            let columns = c.0.iter().map(|(column, _)| (column.clone(), c.texts(column)));
            columns.filter(|(_, ids)| !ids.is_empty()).collect()
        });
        let without_sums = fields.node("ohne_summe").is_none() || fields.flag("ohne_summe");
        let (series, title, finding) = (fields.text("reihen"), fields.text("titel"), fields.text("befund"));
        Some((n, DiagramDecl { form, rows: fields.text("zeilen")?, series, choice, title, finding, without_sums }))
    };
    values.records("diagramme").enumerate().filter_map(one).collect()
}
