//! Numbers of reports: a CSV file and the declaration in a report's front matter become a [`PublishedTable`].
//!
//! Takes the bytes of the file, never a file itself; gives tables whose every number passed `disclosure`, and
//! [`Problem`]s with the very cell. What is refused never gets out. Raw tables take the same way as far as the cells
//! ([`raw`]), for `klartext protect`.

mod admit;
mod contributions;
mod crossing;
mod facts;
mod groups;
mod load;
mod pairs;
mod people;
mod plan;
mod published;
pub mod raw;
mod read;
mod source;
mod sums;
mod write;

pub use load::{Loaded, fingerprint, load};
pub use published::{PublishedTable, TableDimension, TableRow, TableValue};
pub use write::{Dialect, cell, write};

use crate::diagnostic::Place;
use std::sync::Arc;

/// Which rule a problem breaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ProblemKind {
    /// The declaration contradicts itself.
    Schema,
    /// The file is missing.
    Missing,
    /// The file is not what the declaration says.
    Input,
    /// A linked report, or a number published beside the table, cannot be found.
    Link,
    /// It is not said how two tables about the same people belong together.
    Match,
    /// A number must not be published like this.
    Unsafe,
}

/// Something wrong with a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// Which rule.
    pub kind: ProblemKind,
    /// The table can be used all the same.
    pub mild: bool,
    /// Path below the site folder: the CSV file or the report.
    pub file: Arc<str>,
    /// Where in it.
    pub place: Place,
    /// What is wrong, German; never a raw number.
    pub message: String,
    /// What helps, German.
    pub help: String,
}

/// Most problems with one file that are worth reading: what follows is mostly the same mistake once more.
const MOST: usize = 50;

/// The first problems of one file, and how many more there are.
fn few(mut problems: Vec<Problem>) -> Vec<Problem> {
    let more = problems.len().saturating_sub(MOST);
    if more > 1 {
        let serious = problems.drain(MOST..).any(|p| !p.mild);
        if let Some(last) = problems.last().cloned() {
            let message = format!("In dieser Datei gibt es {more} weitere Fehler.");
            let help = "Beheben Sie erst die Fehler davor, dann prüfen Sie noch einmal.".to_owned();
            problems.push(Problem { mild: !serious, message, help, ..last });
        }
    }
    problems
}
