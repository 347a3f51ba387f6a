//! A table that was read without errors, beside its declaration.

use super::people::{Key, People, World};
use super::plan::Plan;
use super::read::Cell;
use super::{Problem, ProblemKind};
use crate::diagnostic::{FieldPath, Place};
use crate::disclosure::{CellId, Printed};
use crate::kinds::{Entry, Report, TableDecl};
use std::sync::Arc;

/// A table that was read without errors.
pub(super) struct Source<'a> {
    pub(super) id: String,
    pub(super) file: Arc<str>,
    pub(super) csv: Arc<str>,
    pub(super) table: &'a TableDecl,
    pub(super) plan: Plan,
    pub(super) cells: Vec<Cell>,
    /// Whom it counts.
    pub(super) people: People,
    /// What each cell counts.
    pub(super) keys: Vec<Key>,
    /// The name of each cell among all tables.
    pub(super) names: Vec<CellId>,
}

impl<'a> Source<'a> {
    /// Puts it together.
    pub(super) fn new(
        entry: &Entry,
        (report, table): (&Report, &'a TableDecl),
        csv: &Arc<str>,
        (plan, cells): (Plan, Vec<Cell>),
        world: &World<'_>,
    ) -> Self {
        let people = People::of(report, table, &plan, &entry.file, world);
        let keys = people.keys(table, &plan, world.settings);
        let names = keys.iter().map(|key| people.name(key)).collect();
        let (id, file, csv) = (entry.common.id.clone(), Arc::clone(&entry.file), Arc::clone(csv));
        Self { id, file, csv, table, plan, cells, people, keys, names }
    }

    /// What it says of a cell.
    pub(super) fn printed(&self, n: usize) -> Printed {
        match &self.cells[n] {
            Cell { value: None, .. } => Printed::Withheld,
            Cell { value: Some(value), rounded: true, .. } => Printed::Rounded { value: *value, base: 5 },
            Cell { value: Some(value), .. } => Printed::Exact(*value),
        }
    }

    /// A problem at a cell, or with the file as a whole.
    pub(super) fn problem(&self, kind: ProblemKind, cell: Option<usize>, message: &str, help: &str) -> Problem {
        let (file, place) = match cell {
            Some(n) => (&self.csv, Place::Span(self.cells[n].span)),
            None => (&self.file, Place::Value(FieldPath::key("tabelle").then("datei"))),
        };
        let (message, help) = (message.to_owned(), help.to_owned());
        Problem { kind, mild: false, file: Arc::clone(file), place, message, help }
    }

    /// A problem with the declaration, at a field below `tabelle`.
    pub(super) fn declared(&self, kind: ProblemKind, path: FieldPath, message: String, help: String) -> Problem {
        let steps = FieldPath::key("tabelle").0.into_iter().chain(path.0).collect();
        let file = Arc::clone(&self.file);
        Problem { kind, mild: false, file, place: Place::Value(FieldPath(steps)), message, help }
    }
}
