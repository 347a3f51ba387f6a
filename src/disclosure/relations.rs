//! How a declared table adds up: dimensions with totals and hierarchies become relations between cells.
//!
//! Takes the schema of a report in long form (one row per combination of codes) and the rows that exist; gives every sum
//! a reader can form: one dimension varies over the children of a code, all others stand still. Tables that share cells
//! are linked by giving the same name to the same number.

use std::collections::{BTreeMap, BTreeSet};

use super::model::{CellId, Relation};

/// One dimension of a report, for example region or sex.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dimension {
    /// Column name.
    pub name: String,
    /// Code → the codes it is the sum of. A code without children stands for itself.
    pub children: BTreeMap<String, Vec<String>>,
}

impl Dimension {
    /// A dimension with one total and its parts.
    pub fn flat(name: &str, total: &str, parts: &[&str]) -> Self {
        let parts = parts.iter().map(|p| (*p).to_owned()).collect();
        Self { name: name.to_owned(), children: BTreeMap::from([(total.to_owned(), parts)]) }
    }

    /// Adds a level: `code` is the sum of `parts`.
    #[must_use]
    pub fn below(mut self, code: &str, parts: &[&str]) -> Self {
        self.children.insert(code.to_owned(), parts.iter().map(|p| (*p).to_owned()).collect());
        self
    }
}

/// The dimensions of one table, in the order of its columns.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Schema {
    /// Prefix of cell names: the measure and the reference date, for example `2025/personen`. Linked tables that count
    /// the same share it.
    pub measure: String,
    /// Columns.
    pub dimensions: Vec<Dimension>,
}

/// A sum whose total is there but one of its parts is not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gap {
    /// The total.
    pub total: CellId,
    /// The part that has no row.
    pub missing: CellId,
}

impl Schema {
    /// The name of the cell with these codes, one per dimension in order.
    pub fn cell(&self, codes: &[&str]) -> CellId {
        let mut name = self.measure.clone();
        for code in codes {
            name.push('/');
            // A slash within a code would make two different cells look alike.
            name.push_str(&code.replace('~', "~0").replace('/', "~1"));
        }
        CellId::new(name)
    }

    /// All sums among the rows that exist (`rows`: one code per dimension), and the gaps. A sum without a row for its
    /// total is not printed and therefore no relation.
    pub fn relations(&self, rows: &[Vec<String>]) -> (Vec<Relation>, Vec<Gap>) {
        let known: BTreeSet<&[String]> = rows.iter().map(Vec::as_slice).collect();
        let name = |row: &[String]| self.cell(&row.iter().map(String::as_str).collect::<Vec<_>>());
        let (mut relations, mut gaps) = (Vec::new(), Vec::new());
        for row in &known {
            for (d, dimension) in self.dimensions.iter().enumerate() {
                let Some(children) = row.get(d).and_then(|code| dimension.children.get(code)) else { continue };
                let total = name(row);
                let mut parts = Vec::new();
                let mut complete = true;
                for child in children {
                    let mut part = row.to_vec();
                    part[d].clone_from(child);
                    let id = name(&part);
                    if known.contains(part.as_slice()) {
                        parts.push(id);
                    } else {
                        complete = false;
                        gaps.push(Gap { total: total.clone(), missing: id });
                    }
                }
                if complete && !parts.is_empty() {
                    relations.push(Relation { total, parts });
                }
            }
        }
        relations.sort();
        (relations, gaps)
    }
}

#[cfg(test)]
mod tests {
    use super::{Dimension, Schema};

    fn schema() -> Schema {
        Schema {
            measure: "2025".into(),
            dimensions: vec![
                Dimension::flat("ort", "kreis", &["hanau", "land"]).below("land", &["nord", "sued"]),
                Dimension::flat("geschlecht", "alle", &["w", "m"]),
            ],
        }
    }

    fn rows(places: &[&str], sexes: &[&str]) -> Vec<Vec<String>> {
        let pair = |p: &&str| sexes.iter().map(|s| vec![(*p).to_owned(), (*s).to_owned()]).collect::<Vec<_>>();
        places.iter().flat_map(pair).collect()
    }

    #[test]
    fn every_line_of_the_table_is_a_sum() {
        let all = rows(&["kreis", "hanau", "land", "nord", "sued"], &["alle", "w", "m"]);
        let (relations, gaps) = schema().relations(&all);
        // Two place sums for each of three sex columns, one sex sum for each of five places.
        assert_eq!((relations.len(), gaps.len()), (11, 0));
        let text: Vec<String> = relations.iter().map(|r| format!("{} {}", r.total, r.parts.len())).collect();
        assert!(text.contains(&"2025/land/w 2".to_owned()), "{text:?}");
    }

    #[test]
    fn a_missing_row_is_a_gap_and_a_missing_total_is_none() {
        let (relations, gaps) = schema().relations(&rows(&["kreis", "land"], &["w", "m"]));
        assert!(relations.is_empty());
        assert_eq!(gaps.iter().filter(|g| g.missing.as_str() == "2025/hanau/w").count(), 1);
    }

    #[test]
    fn codes_with_slashes_stay_apart() {
        let s = schema();
        assert_ne!(s.cell(&["a/b", "c"]), s.cell(&["a", "b/c"]));
    }
}
