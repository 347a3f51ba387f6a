//! A raw table of the office, on its way to protection: same declaration, same reader, no published number.
//!
//! Gives the safe table and the names of withheld cells; never a raw count, not in messages either. Tables that readers
//! lay beside it count as they are published, and the result goes through the same gate as in `klartext check`.

use super::admit::{Joint, joint, judge};
use super::contributions;
use super::groups::groups;
use super::load::{Loaded, regions, sources};
use super::people::World;
use super::plan::plan;
use super::published::PublishedTable;
use super::read::{Cell, Form, read};
use super::source::Source;
use super::{Problem, ProblemKind};
use crate::diagnostic::{FieldPath, Place};
use crate::disclosure::{CellId, Failure, Printed, RawCount, RawTable, Reason, protect};
use crate::kinds::{Data, Entry, FactDecl, Parsed, TableDecl, read_settings};
use crate::source::{Snapshot, SourceFile, parent};
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

/// A protected table.
pub struct Safe {
    /// What may be published.
    pub table: PublishedTable,
    /// Withheld cells in words, with the kind of reason. For the office alone.
    pub withheld: Vec<(String, Reason)>,
    /// It is proven that fewer withheld cells are not enough.
    pub fewest: bool,
    /// Ids of linked reports that have no readable table yet.
    pub waiting: Vec<String>,
}

/// Why a table could not be protected.
pub enum Refused {
    /// The file or its declaration, or a report that it is linked with.
    Problems(Vec<Problem>),
    /// Disclosure control; the cell in words, and why.
    Unsafe(Option<String>, String),
}

/// What `protect` works on.
pub struct Input<'a> {
    /// The raw table.
    pub raw: &'a SourceFile,
    /// What each contributor gives to each cell.
    pub contributions: Option<&'a SourceFile>,
    /// The site folder that the report stands in, or the report alone.
    pub site: &'a Snapshot,
    /// All its pages.
    pub parsed: &'a [Parsed],
    /// The report's file, by its path below the site folder.
    pub report: &'a Entry,
    /// The table that it declares.
    pub table: &'a TableDecl,
}

/// Protects a raw table as its report declares.
///
/// # Errors
/// What is wrong with files or declaration, or why no safe table exists.
pub fn protect_file(input: &Input<'_>) -> Result<Safe, Refused> {
    let Data::Report(report) = &input.report.data else { return Err(Refused::Problems(Vec::new())) };
    let file = Arc::clone(&input.report.file);
    let plan = plan(input.table, &file).map_err(Refused::Problems)?;
    let (cells, _) = read(input.raw, &plan, Form::Raw).complete().map_err(Refused::Problems)?;
    // What is wrong with the settings is said by `klartext check`.
    let settings = read_settings(input.site, &mut Vec::new());
    let world = World { settings: &settings, regions: regions(input.parsed) };
    let mut all = sources(input.site, input.parsed, &world, Some(&file), &mut Loaded::default());
    let (table, waiting) = without_waiting(input, &all);
    let n = all.len();
    all.push(Source::new(input.report, (report, &table), &input.raw.path, (plan, cells), &world));
    let mut problems = Vec::new();
    let found = groups(&all, Some(n), &settings, &mut problems);
    problems.retain(|p| p.file == file);
    if !problems.is_empty() {
        return Err(Refused::Problems(problems));
    }
    let group = found.groups.iter().find(|g| g.contains(&n)).cloned().unwrap_or_default();
    let Joint { table: beside, places, known, titles, mut policy } =
        joint(&all, &group, &found.facts, &settings, Some(n)).map_err(Refused::Problems)?;
    let own = &all[n];
    // How this table is protected is its own matter, whatever the others do.
    policy.mode = own.plan.policy.policy().mode;
    let names: Vec<CellId> = own.names.clone();
    let mut counts = BTreeMap::new();
    for (c, cell) in own.cells.iter().enumerate() {
        let Some(count) = cell.value.and_then(RawCount::new) else {
            let why = "Die Zahl ist zu groß. Erlaubt ist höchstens eine Billion.".to_owned();
            return Err(Refused::Unsafe(Some(own.plan.title(c)), why));
        };
        // Where one area is the whole, two rows say the same number.
        let known = counts.contains_key(&names[c]);
        let twin = names[..c].iter().position(|name| known && *name == names[c]);
        if twin.is_some_and(|twin| own.cells[twin].value != cell.value) {
            let why = "Diese Zahl steht zweimal in der Tabelle, mit verschiedenen Werten.".to_owned();
            return Err(Refused::Unsafe(Some(own.plan.title(c)), why));
        }
        counts.insert(names[c].clone(), count);
    }
    policy.dominance =
        contributions::read(input.table, &own.plan, &names, input.contributions, &file).map_err(Refused::Problems)?;
    let title = |id: &CellId| {
        let at = places.get(id).and_then(|all| all.iter().find(|(g, _)| *g == n).or(all.first()));
        let nowhere = || titles.get(id).cloned().unwrap_or_else(|| id.to_string());
        at.map_or_else(nowhere, |(g, c)| all[*g].plan.title(*c))
    };
    let safe = protect(&RawTable { cells: counts, known, beside }, &policy).map_err(|f| match f {
        Failure::Input(why) => Refused::Unsafe(None, why),
        // The reason names the cell by its code; people know it by its title.
        Failure::Refused(r) => {
            let cell = r.cell.as_ref();
            // Without a cell, the reports that it may be about are what helps.
            let beside: Vec<&str> = group.iter().filter(|g| **g != n).map(|g| all[*g].id.as_str()).collect();
            let of = match cell {
                None if !beside.is_empty() => format!(" Gemeinsam geprüft mit: {}.", beside.join(", ")),
                _ => String::new(),
            };
            let why = places
                .keys()
                .chain(titles.keys())
                .fold(r.reason.clone(), |text, id| text.replace(&format!("„{id}“"), &format!("„{}“", title(id))));
            Refused::Unsafe(cell.map(title), why + &of)
        }
    })?;
    let place_of: HashMap<&CellId, usize> = names.iter().enumerate().map(|(c, id)| (id, c)).collect();
    let mut withheld: Vec<(usize, Reason)> =
        safe.report.withheld.iter().filter_map(|(id, why)| Some((*place_of.get(id)?, *why))).collect();
    withheld.sort();
    let withheld = withheld.into_iter().map(|(c, why)| (all[n].plan.title(c), why)).collect();
    for (c, id) in names.iter().enumerate() {
        let span = all[n].cells[c].span;
        let (value, rounded) = match safe.cells.get(id).map(|count| count.printed()) {
            Some(Printed::Exact(value)) => (Some(value), false),
            Some(Printed::Rounded { value, .. }) => (Some(value), true),
            Some(Printed::Withheld) | None => (None, false),
        };
        all[n].cells[c] = Cell { value, rounded, span };
    }
    // The same gate as for everybody: what it would not let through is not written.
    let admitted = judge(&all, &group, &found.facts, &settings).map_err(Refused::Problems)?;
    let table = admitted.into_iter().find_map(|(f, table)| (f == file).then_some(table));
    let table = table.ok_or_else(|| Refused::Problems(Vec::new()))?;
    Ok(Safe { table, withheld, fewest: safe.report.fewest, waiting })
}

/// The declaration without reports that are there but have no readable table yet, and the ids of these: of linked
/// tables, one has to be the first.
fn without_waiting(input: &Input<'_>, sources: &[Source<'_>]) -> (TableDecl, Vec<String>) {
    let here = parent(&input.report.file);
    let declared = |id: &String| {
        let entries = input.parsed.iter().filter_map(|p| p.entry.as_ref());
        let reports =
            entries.filter(|e| parent(&e.file) == here && e.common.id == *id && *id != input.report.common.id);
        reports.map(|e| &e.data).any(|d| matches!(d, Data::Report(r) if r.table.is_some()))
    };
    let read = |id: &String| sources.iter().any(|s| s.id == *id && parent(&s.file) == here);
    let mut table = input.table.clone();
    table.other_people.retain(|o| !declared(&o.0) || read(&o.0));
    let mut waiting = Vec::new();
    let mut keep = |id: &String| {
        let wait = declared(id) && !read(id);
        if wait && !waiting.contains(id) {
            waiting.push(id.clone());
        }
        !wait
    };
    table.linked.retain(|id| keep(id));
    table.facts.retain(|(_, fact)| match fact {
        FactDecl::Change { against, .. } => keep(against),
        FactDecl::Share { .. } => true,
    });
    (table, waiting)
}

/// A problem with `tabelle.dominanz`.
pub(super) fn dominance_problem(file: &Arc<str>, message: &str, help: &str) -> Problem {
    let (file, place) = (Arc::clone(file), Place::Value(FieldPath::key("tabelle").then("dominanz")));
    Problem { kind: ProblemKind::Schema, mild: false, file, place, message: message.to_owned(), help: help.to_owned() }
}
