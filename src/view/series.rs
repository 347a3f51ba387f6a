//! One series of reports over the years: table and drawing, from published tables alone.

use super::base::PageBase;
use super::html::Html;
use super::report_table::{GridCell, GridRow, GridView, notes, number_cell};
use super::reports::{ReportItem, item, list_page, series_title};
use crate::chart::{self, Chart, Form, parts};
use crate::disclosure::{Printed, PublishedCount};
use crate::german::kept_together;
use crate::site::{EntryIndex, RegionIndex, Series, Site};
use crate::tables::PublishedTable;
use serde::Serialize;

/// A series of reports.
#[derive(Debug, Serialize, Hash)]
pub struct SeriesView {
    pub(super) page: PageBase,
    chart: Option<Html>,
    /// Which part of the table is drawn, where it is not all.
    drawn: Option<String>,
    grid: Option<GridView>,
    notes: Vec<String>,
    breaks: Vec<Break>,
    reports: Vec<ReportItem>,
}

/// Where numbers cannot be compared.
#[derive(Debug, Serialize, Hash)]
struct Break {
    year: i32,
    text: String,
}

/// The page of a series.
pub fn view(site: &Site, index: usize, region: RegionIndex, at: usize) -> SeriesView {
    let series = &site.regions[region].series[at];
    let mut seen: Vec<String> = Vec::new();
    for note in series.reports.iter().filter_map(|r| site.tables.get(r)).flat_map(notes) {
        if !seen.contains(&note) {
            seen.push(note);
        }
    }
    let breaks = series.reports.iter().filter_map(|r| {
        let data = site.report(*r)?;
        Some(Break { year: data.year?, text: kept_together(data.break_note.as_deref()?).into_owned() })
    });
    let title = series_title(site, region, at);
    let over = Over::read(site, series);
    let (chart, drawn) = over.as_ref().and_then(|o| o.drawing(&title)).unzip();
    let grid = over.map(|o| o.grid(site, &title));
    // What is withheld in a report need not stand in the table over the years.
    let cells = || grid.iter().flat_map(|g| &g.rows).flat_map(|r| &r.cells);
    let withheld = cells().any(|c| c.word && c.text == PublishedCount::WORD);
    seen.retain(|note| withheld || note != PublishedCount::LEGEND);
    SeriesView {
        page: list_page(site, index, "reihe", &series.reports),
        chart,
        drawn: drawn.flatten(),
        grid,
        notes: seen,
        breaks: breaks.collect(),
        reports: series.reports.iter().rev().map(|r| item(site, *r)).collect(),
    }
}

/// One number: the first dimension at a value, all others at their total.
type Number = Option<PublishedCount>;

/// A year with its numbers, one for each value of [`Over`].
struct Year {
    report: EntryIndex,
    year: String,
    broken: bool,
    numbers: Vec<Number>,
}

/// The numbers of a series by year and first dimension. Table and drawing are made of it, so they cannot differ.
struct Over {
    dimension: String,
    unit: String,
    /// Titles of values; those of earlier years that the newest table no longer has come behind its own.
    values: Vec<String>,
    /// Whether a value holds others.
    sums: Vec<bool>,
    /// Oldest first.
    years: Vec<Year>,
}

impl Over {
    /// `None` where the tables differ in their first dimension, or have no number for the whole.
    fn read(site: &Site, series: &Series) -> Option<Over> {
        let tables: Vec<(EntryIndex, &PublishedTable)> =
            series.reports.iter().filter_map(|r| Some((*r, site.tables.get(r)?))).collect();
        let newest = tables.last()?.1;
        let first = newest.dimensions.first()?;
        let mut values: Vec<(&str, &str, bool)> = Vec::new();
        for (_, table) in tables.iter().rev() {
            let same = table.dimensions.first().filter(|d| d.id == first.id)?;
            let alone = parts(same);
            for (n, value) in same.values.iter().enumerate() {
                if !values.iter().any(|(id, ..)| *id == value.id) {
                    values.push((&value.id, &value.title, !alone.contains(&n)));
                }
            }
        }
        let mut years = Vec::with_capacity(tables.len());
        for (report, table) in &tables {
            let data = site.report(*report)?;
            let others = table.dimensions.iter().skip(1).map(|d| d.values.iter().position(|v| v.is_total));
            let others: Vec<usize> = others.collect::<Option<_>>()?;
            let number = |(id, ..): &(&str, &str, bool)| {
                let place = table.dimensions[0].values.iter().position(|v| v.id == *id)?;
                table.count(&std::iter::once(place).chain(others.iter().copied()).collect::<Vec<_>>())
            };
            years.push(Year {
                report: *report,
                year: data.year.map_or(String::new(), |y| y.to_string()),
                broken: data.break_note.is_some(),
                numbers: values.iter().map(number).collect(),
            });
        }
        Some(Over {
            dimension: first.title.clone(),
            unit: newest.unit.clone(),
            values: values.iter().map(|(_, title, _)| (*title).to_owned()).collect(),
            sums: values.iter().map(|(.., sum)| *sum).collect(),
            years,
        })
    }

    /// One row a year, the newest first.
    fn grid(self, site: &Site, title: &str) -> GridView {
        let row = |y: &Year| {
            let sample = if site.entries[y.report].common.sample { ", Beispiel" } else { "" };
            let broken = if y.broken { " (nicht mit den Jahren davor vergleichbar)" } else { "" };
            let cells: Vec<GridCell> = y.numbers.iter().map(|n| number_cell(*n)).collect();
            GridRow { title: format!("{}{sample}{broken}", y.year), level: 0, total: false, cells }
        };
        let caption = format!("{title} nach Jahr und {}, in {}", self.dimension, self.unit);
        let rows = self.years.iter().rev().map(row).collect();
        GridView::new("tabelle-1".to_owned(), caption, "Jahr".to_owned(), self.values, rows)
    }

    /// Lines over the longest stretch of years that have values in common, the newest where two are as long; and what
    /// the drawing leaves out.
    fn drawing(&self, title: &str) -> Option<(Html, Option<String>)> {
        let ends = (2..=self.years.len()).rev();
        let mut stretches = ends.flat_map(|length| (0..=self.years.len() - length).rev().map(move |a| (a, length)));
        stretches.find_map(|(from, length)| {
            let years = &self.years[from..from + length];
            let common: Vec<usize> =
                (0..self.values.len()).filter(|v| years.iter().all(|y| y.numbers[*v].is_some())).collect();
            let single: Vec<usize> = common.iter().copied().filter(|v| !self.sums[*v]).collect();
            let mut values = if single.is_empty() { common } else { single };
            let all = values.len();
            values.sort_by_key(|v| std::cmp::Reverse(years.last().and_then(|y| size(y.numbers[*v]))));
            values.truncate(Chart::MOST_SERIES);
            values.sort_unstable();
            let series = values.iter().map(|v| chart::Series {
                name: self.values[*v].clone(),
                values: years.iter().filter_map(|y| y.numbers[*v]).collect(),
            });
            let chart = Chart {
                id: "diagramm-1".to_owned(),
                form: Form::Lines,
                title: match values.as_slice() {
                    [only] => format!("{title} nach Jahr: {}", self.values[*only]),
                    _ => format!("{title} nach Jahr und {}", self.dimension),
                },
                unit: self.unit.clone(),
                names: years.iter().map(|y| y.year.clone()).collect(),
                series: series.collect(),
                finding: None,
                breaks: (1..years.len()).filter(|n| years[*n].broken).collect(),
            };
            let html = chart.can_be_drawn().then(|| chart::write(&chart).into())?;
            let (first, last) = (&years[0].year, &years[length - 1].year);
            let mut left_out = Vec::new();
            if length < self.years.len() {
                left_out
                    .push(format!("Das Diagramm zeigt {first} bis {last}. In den anderen Jahren ist anders gezählt."));
            }
            if all > values.len() {
                left_out.push(format!("Das Diagramm zeigt die {} größten Werte von {last}.", values.len()));
            }
            Some((html, (!left_out.is_empty()).then(|| left_out.join(" "))))
        })
    }
}

/// Nothing is known of the size of a withheld number; it stands behind the others.
fn size(number: Number) -> Option<u64> {
    match number?.printed() {
        Printed::Exact(n) | Printed::Rounded { value: n, .. } => Some(n),
        Printed::Withheld => None,
    }
}
