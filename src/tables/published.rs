//! A table that may be published. Views and outputs read numbers here and nowhere else.

use crate::disclosure::{Printed, PublishedCount};

/// One value of a dimension.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TableValue {
    /// Code in files.
    pub id: String,
    /// For readers.
    pub title: String,
    /// Whether it is the sum of all others.
    pub is_total: bool,
    /// Place of the value it is a part of.
    pub parent: Option<usize>,
}

/// One dimension: a column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TableDimension {
    /// Name of the column in files.
    pub id: String,
    /// For readers.
    pub title: String,
    /// Values in the order in which they are shown.
    pub values: Vec<TableValue>,
}

/// One number with its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TableRow {
    /// Place of its value in each dimension.
    pub at: Vec<usize>,
    /// What is printed.
    pub count: PublishedCount,
}

/// A table whose every number passed disclosure control.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublishedTable {
    /// What is counted, for example "Leistungsberechtigte".
    pub measure: String,
    /// Unit of the numbers, for example "Personen".
    pub unit: String,
    /// Columns.
    pub dimensions: Vec<TableDimension>,
    /// One row for each combination of values; the last dimension runs fastest.
    pub rows: Vec<TableRow>,
}

impl PublishedTable {
    /// The number at these places, one for each dimension.
    pub fn count(&self, at: &[usize]) -> Option<PublishedCount> {
        if at.len() != self.dimensions.len() {
            return None;
        }
        let mut row = 0;
        for (place, dimension) in at.iter().zip(&self.dimensions) {
            if *place >= dimension.values.len() {
                return None;
            }
            row = row * dimension.values.len() + place;
        }
        self.rows.get(row).map(|r| r.count)
    }

    /// The number at these codes, one for each dimension in order.
    pub fn find(&self, codes: &[&str]) -> Option<PublishedCount> {
        if codes.len() != self.dimensions.len() {
            return None;
        }
        let place = |(code, d): (&&str, &TableDimension)| d.values.iter().position(|v| v.id == **code);
        let at: Option<Vec<usize>> = codes.iter().zip(&self.dimensions).map(place).collect();
        self.count(&at?)
    }

    /// Whether any number is withheld; then the legend [`PublishedCount::LEGEND`] belongs below the table.
    pub fn has_withheld(&self) -> bool {
        self.rows.iter().any(|r| r.count.printed() == Printed::Withheld)
    }

    /// Whether numbers are rounded.
    pub fn has_rounded(&self) -> bool {
        self.rows.iter().any(|r| matches!(r.count.printed(), Printed::Rounded { .. }))
    }
}
