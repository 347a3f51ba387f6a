//! A published table for readers: rows and columns in words, numbers as they may be shown.

use crate::disclosure::{Printed, PublishedCount};
use crate::german::thousands;
use crate::html::{is_wide, longest_piece};
use crate::tables::{PublishedTable, TableDimension};
use serde::Serialize;

/// One table of a page.
#[derive(Debug, Serialize, Hash)]
pub struct GridView {
    /// Anchor of its caption.
    pub id: String,
    /// What it shows.
    pub caption: String,
    /// Above the first column.
    pub corner: String,
    /// Titles of the columns with numbers.
    pub columns: Vec<String>,
    /// Rows in order.
    pub rows: Vec<GridRow>,
    /// Whether it needs a frame to scroll in on a phone.
    pub wide: bool,
}

impl GridView {
    /// A table with its caption and the anchor of it.
    pub fn new(id: String, caption: String, corner: String, columns: Vec<String>, rows: Vec<GridRow>) -> GridView {
        let titles = rows.iter().map(|r| longest_piece(&r.title)).chain([longest_piece(&corner)]).max();
        let numbers = columns.iter().enumerate().map(|(n, title)| {
            let cells = rows.iter().filter_map(|r| r.cells.get(n)).map(|c| c.text.chars().count());
            cells.chain([longest_piece(title)]).max().unwrap_or(0)
        });
        let wide = is_wide(titles.into_iter().chain(numbers));
        GridView { id, caption, corner, columns, rows, wide }
    }
}

/// One row.
#[derive(Debug, Serialize, Hash)]
pub struct GridRow {
    /// Its title.
    pub title: String,
    /// How deep it stands below the total: 0, 1 or 2.
    pub level: usize,
    /// Whether it is the sum of all.
    pub total: bool,
    /// One number for each column.
    pub cells: Vec<GridCell>,
}

/// One number.
#[derive(Debug, Serialize, Hash)]
pub struct GridCell {
    /// In figures, or the word.
    pub text: String,
    /// Whether a word stands in place of the number.
    pub word: bool,
}

/// All numbers of a table: the first dimension as rows, the second as columns, one table for each combination of the
/// others.
pub fn grids(table: &PublishedTable, about: &str) -> Vec<GridView> {
    let Some((rows, others)) = table.dimensions.split_first() else { return Vec::new() };
    let (columns, further) = others.split_first().map_or((None, others), |(c, f)| (Some(c), f));
    let mut out = Vec::new();
    for (number, rest) in combinations(further).into_iter().enumerate() {
        let which = rest.iter().zip(further).map(|(at, d)| format!(", {}: {}", d.title, d.values[*at].title));
        let caption = format!("{}{about}{}", table.measure, which.collect::<String>());
        let cell = |row: usize, column: Option<usize>| {
            let at: Vec<usize> = std::iter::once(row).chain(column).chain(rest.iter().copied()).collect();
            number_cell(table.count(&at))
        };
        let grid_row = |(n, value): (usize, &crate::tables::TableValue)| GridRow {
            title: value.title.clone(),
            level: level(rows, n),
            total: value.is_total,
            cells: match columns {
                Some(columns) => (0..columns.values.len()).map(|c| cell(n, Some(c))).collect(),
                None => vec![cell(n, None)],
            },
        };
        let titles = match columns {
            Some(columns) => columns.values.iter().map(|v| v.title.clone()).collect(),
            None => vec![table.unit.clone()],
        };
        let lines = rows.values.iter().enumerate().map(grid_row).collect();
        out.push(GridView::new(format!("tabelle-{}", number + 1), caption, rows.title.clone(), titles, lines));
    }
    out
}

/// What readers have to know below a table.
pub fn notes(table: &PublishedTable) -> Vec<String> {
    let mut out = Vec::new();
    if table.has_withheld() {
        out.push(PublishedCount::LEGEND.to_owned());
    }
    if table.has_rounded() {
        out.push(
            "Jede Zahl ist für sich auf ein Vielfaches von 5 gerundet. Summen passen deshalb nicht immer zu ihren Teilen."
                .to_owned(),
        );
    }
    out
}

/// A number as it stands in a table; "keine Angabe" where there is none.
pub fn number_cell(count: Option<PublishedCount>) -> GridCell {
    match count.map(PublishedCount::printed) {
        None => GridCell { text: "keine Angabe".to_owned(), word: true },
        Some(Printed::Withheld) => GridCell { text: PublishedCount::WORD.to_owned(), word: true },
        Some(Printed::Exact(n) | Printed::Rounded { value: n, .. }) => GridCell { text: thousands(n), word: false },
    }
}

/// How many values stand above this one, the total left out.
fn level(dimension: &TableDimension, at: usize) -> usize {
    let mut up = dimension.values[at].parent;
    let mut level = 0;
    while let Some(parent) = up.filter(|p| !dimension.values[*p].is_total && level < 2) {
        level += 1;
        up = dimension.values[parent].parent;
    }
    level
}

/// All combinations of places; one empty one where there is no dimension.
fn combinations(dimensions: &[TableDimension]) -> Vec<Vec<usize>> {
    let mut out = vec![Vec::new()];
    for dimension in dimensions {
        out = out
            .iter()
            .flat_map(|head| {
                (0..dimension.values.len()).map(move |n| head.iter().copied().chain([n]).collect::<Vec<_>>())
            })
            .collect();
    }
    out
}
