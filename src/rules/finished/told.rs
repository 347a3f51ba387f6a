//! Reads what the tables of a finished page and the files beside it tell: takes a page, gives numbers by the titles that they
//! stand under.

use super::Context;
use super::drawing::Drawn;
use crate::html::{ElementId, Page};
use std::collections::BTreeSet;

/// One number, or the word in its place, with all titles it stands under.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Place {
    titles: Vec<String>,
    text: String,
}

/// What is told on a page and in its files.
#[derive(Debug, Default)]
pub(super) struct Told {
    tables: Vec<Place>,
    /// Name of the file, and what it tells; empty where the page leads to none.
    file: Option<(String, Vec<Place>)>,
}

impl Told {
    /// The tables with row and column titles, and the first file in words that the page leads to.
    pub(super) fn of(page: &Page<'_>, context: &Context<'_>) -> Told {
        let tables = page.all("table").flat_map(|(id, _)| table(page, id)).collect();
        let file = page.all("a").filter(|(_, a)| page.has(a, "download")).find_map(|(_, a)| {
            let href = page.attribute(a, "href")?;
            let text = std::str::from_utf8(&context.file(href)?.bytes).ok()?;
            let name = href.rsplit('/').next().unwrap_or(href);
            Some((name.to_owned(), csv(text.strip_prefix('\u{feff}')?)))
        });
        Told { tables, file }
    }

    /// The file tells most: all titles of a number. A series of years has none, only its table.
    fn places(&self) -> &[Place] {
        self.file.as_ref().map_or(&self.tables, |(_, places)| places)
    }

    /// The titles of a place without the name and the series, if it has both. An empty series is none. In a table a title
    /// may say more than the name: "2026, Beispiel" is the year 2026.
    fn rest(&self, place: &Place, name: &str, series: &str) -> Option<Vec<String>> {
        let mut titles = place.titles.clone();
        for wanted in [name, series].into_iter().filter(|w| !w.is_empty()) {
            let exact = titles.iter().position(|t| t == wanted);
            let more = |t: &String| t.strip_prefix(wanted).is_some_and(|more| more.starts_with([',', ' ']));
            let at = exact.or_else(|| titles.iter().position(more).filter(|_| self.file.is_none()))?;
            titles.remove(at);
        }
        Some(titles)
    }

    /// The titles besides name and series under which the drawing may be found.
    pub(super) fn rests(&self, drawn: &Drawn) -> BTreeSet<Vec<String>> {
        let series = drawn.series.first().map_or("", |s| s);
        let Some(name) = drawn.names.first() else { return BTreeSet::new() };
        self.places().iter().filter_map(|p| self.rest(p, &name.text, series)).collect()
    }

    /// What is told for a name and a series, beside those other titles.
    pub(super) fn of_place(&self, name: &str, series: &str, wanted: &[String]) -> Option<String> {
        let place = self.places().iter().find(|p| self.rest(p, name, series).is_some_and(|r| r == wanted))?;
        Some(place.text.clone())
    }

    /// Titles for which table and file differ, with the name of the file. Each number of a table stands in the file.
    pub(super) fn differences(&self) -> Vec<(String, &str)> {
        let Some((name, places)) = &self.file else { return Vec::new() };
        let in_file = |cell: &&Place| {
            let same =
                |p: &&Place| p.titles.iter().filter(|t| cell.titles.contains(t)).count() >= p.titles.len().min(2);
            let mut known = places.iter().filter(same).peekable();
            known.peek().is_none() || known.any(|p| p.text == cell.text)
        };
        let wrong = self.tables.iter().filter(|cell| !in_file(cell));
        wrong.map(|cell| (cell.titles.join(", "), name.as_str())).collect()
    }
}

/// A number as readers or programs see it: "1.263", "1263".
pub(super) fn number(text: &str) -> Option<u64> {
    text.replace('.', "").parse().ok()
}

/// A number as programs see it, or the word in its place.
pub(super) fn plain(text: &str) -> String {
    number(text).map_or_else(|| text.to_owned(), |n| n.to_string())
}

/// The cells of a table, each under the title of its row and of its column.
fn table(page: &Page<'_>, id: ElementId) -> Vec<Place> {
    let mut columns: Vec<String> = Vec::new();
    let mut out = Vec::new();
    for (row, _) in page.within(id, "tr") {
        let heads: Vec<String> = page.within(row, "th").map(|(head, _)| page.text(head).into_owned()).collect();
        let cells: Vec<String> = page.within(row, "td").map(|(cell, _)| plain(&page.text(cell))).collect();
        match heads.as_slice() {
            [title] if !cells.is_empty() => {
                let places = cells.into_iter().zip(columns.iter().skip(1));
                out.extend(places.map(|(text, column)| Place { titles: vec![title.clone(), column.clone()], text }));
            }
            // Without a title above the first column there is a plain cell.
            _ => columns = (0..cells.len()).map(|_| String::new()).chain(heads).collect(),
        }
    }
    out
}

/// The lines of a file in words (`Dialect::Semicolon`): titles, then the number, then the word in its place.
fn csv(text: &str) -> Vec<Place> {
    let mut reader = csv::ReaderBuilder::new().delimiter(b';').from_reader(text.as_bytes());
    let place = |line: csv::StringRecord| {
        let fields: Vec<&str> = line.iter().collect();
        let (titles, [value, status]) = fields.split_last_chunk()?;
        // An apostrophe keeps spreadsheets from running a title.
        let title = |t: &&str| t.strip_prefix('\'').unwrap_or(t).to_owned();
        let text = if value.is_empty() { (*status).to_owned() } else { plain(value) };
        Some(Place { titles: titles.iter().map(title).collect(), text })
    };
    reader.records().flatten().filter_map(place).collect()
}
