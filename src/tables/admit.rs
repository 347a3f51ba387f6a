//! From cells that claim to be safe to a table that is: every group of linked tables goes through `disclosure::admit`
//! as one, because a reader has all of them.
//!
//! Cells of linked tables are the same cell when they count the same, for the same day and area, with the same codes
//! left after totals are dropped: "Hanau" of a table by age is "Hanau, all sexes" of a table by sex.

use super::facts;
use super::load::Loaded;
use super::plan::{Plan, PolicyOf};
use super::published::{PublishedTable, TableRow};
use super::read::Cell;
use super::{Problem, ProblemKind};
use crate::diagnostic::{FieldPath, Place};
use crate::disclosure::{self, CellId, Fact, Policy, Printed, Relation};
use crate::kinds::{Report, TableDecl};
use rayon::prelude::*;
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

/// A table that was read without errors.
pub(super) struct Source<'a> {
    pub(super) id: String,
    pub(super) file: Arc<str>,
    pub(super) csv: Arc<str>,
    pub(super) report: &'a Report,
    pub(super) table: &'a TableDecl,
    pub(super) plan: Plan,
    pub(super) cells: Vec<Cell>,
}

impl Source<'_> {
    /// What tables must have in common to share cells.
    pub(super) fn population(&self) -> String {
        let mut areas = self.report.areas.clone();
        areas.sort();
        let day = match (self.report.reference, self.report.period) {
            (Some(day), _) => day.to_string(),
            (None, Some((from, until))) if from == until => from.to_string(),
            (None, Some((from, until))) => format!("{from}/{until}"),
            (None, None) => self.report.year.map_or(String::new(), |y| y.to_string()),
        };
        let folder = crate::source::parent(&self.file);
        // Two ways to write one measure must not hide that two tables count the same.
        let words: Vec<&str> = self.table.measure.title.split_whitespace().collect();
        format!("{folder}|{}|{day}|{}", words.join(" ").to_lowercase(), areas.join("+"))
    }

    /// The name of the n-th cell among all tables.
    pub(super) fn cell(&self, n: usize) -> CellId {
        let mut codes: Vec<String> = self
            .plan
            .at(n)
            .iter()
            .zip(&self.plan.dimensions)
            .filter(|(place, d)| !d.values[**place].is_total)
            .map(|(place, d)| format!("{}={}", d.id, d.values[*place].id))
            .collect();
        codes.sort();
        CellId::new(format!("{}|{}", self.population(), codes.join("|")))
    }

    fn printed(&self, n: usize) -> Printed {
        match &self.cells[n] {
            Cell { value: None, .. } => Printed::Withheld,
            Cell { value: Some(value), rounded: true, .. } => Printed::Rounded { value: *value, base: 5 },
            Cell { value: Some(value), .. } => Printed::Exact(*value),
        }
    }

    fn relations(&self) -> Vec<Relation> {
        let rows: Vec<Vec<String>> = (0..self.cells.len()).map(|n| self.plan.codes(n)).collect();
        let name = |row: &Vec<String>| self.plan.schema.cell(&row.iter().map(String::as_str).collect::<Vec<_>>());
        let names: HashMap<CellId, CellId> =
            rows.iter().enumerate().map(|(n, row)| (name(row), self.cell(n))).collect();
        let (relations, _) = self.plan.schema.relations(&rows);
        let rename = |id: &CellId| names.get(id).cloned().unwrap_or_else(|| id.clone());
        relations
            .iter()
            .map(|r| Relation { total: rename(&r.total), parts: r.parts.iter().map(rename).collect() })
            .collect()
    }

    fn problem(&self, kind: ProblemKind, place: Option<usize>, message: &str, help: &str) -> Problem {
        let (file, place) = match place {
            Some(n) => (&self.csv, Place::Span(self.cells[n].span)),
            None => (&self.file, Place::Value(FieldPath::key("tabelle").then("datei"))),
        };
        let (message, help) = (message.to_owned(), help.to_owned());
        Problem { kind, mild: false, file: Arc::clone(file), place, message, help }
    }
}

/// Which tables a reader lays side by side, and what is published besides.
pub(super) struct Groups {
    /// Places of sources.
    pub(super) groups: Vec<Vec<usize>>,
    /// Facts of each source.
    pub(super) facts: Vec<Vec<Fact>>,
}

/// Finds the groups.
pub(super) fn groups(sources: &[Source<'_>], problems: &mut Vec<Problem>) -> Groups {
    let mut group: Vec<usize> = (0..sources.len()).collect();
    let join = |group: &mut Vec<usize>, a: usize, b: usize| {
        let (old, new) = (group[a], group[b]);
        group.iter_mut().filter(|g| **g == old).for_each(|g| *g = new);
    };
    let mut facts: Vec<Vec<Fact>> = Vec::with_capacity(sources.len());
    let mut first_of: HashMap<String, usize> = HashMap::new();
    for (n, source) in sources.iter().enumerate() {
        if let Some(other) = first_of.get(&source.population()) {
            join(&mut group, n, *other);
        } else {
            first_of.insert(source.population(), n);
        }
        let linked = facts::read(sources, n, problems);
        linked.tables.iter().for_each(|other| join(&mut group, n, *other));
        facts.push(linked.facts);
    }
    let mut groups: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (n, g) in group.iter().enumerate() {
        groups.entry(*g).or_default().push(n);
    }
    Groups { groups: groups.into_values().collect(), facts }
}

/// Judges all tables, group by group.
pub(super) fn all(sources: &[Source<'_>], loaded: &mut Loaded) {
    let Groups { groups, facts } = groups(sources, &mut loaded.problems);
    let judged: Vec<_> = groups.par_iter().map(|g| judge(sources, g, &facts)).collect();
    for result in judged {
        match result {
            Ok(tables) => loaded.tables.extend(tables),
            Err(problems) => loaded.problems.extend(problems),
        }
    }
}

/// A group as one table.
pub(super) struct Joint {
    /// What is printed in each cell.
    pub(super) table: BTreeMap<CellId, Printed>,
    /// Where it stands: source and cell.
    pub(super) places: BTreeMap<CellId, Vec<(usize, usize)>>,
    pub(super) relations: Vec<Relation>,
    pub(super) facts: Vec<Fact>,
    /// What satisfies all.
    pub(super) policy: Policy,
}

/// Lays the tables of a group on one another; what stands in the source `raw` is not printed yet.
///
/// # Errors
/// The same cell printed in two ways.
pub(super) fn joint(
    sources: &[Source<'_>],
    group: &[usize],
    facts_of: &[Vec<Fact>],
    raw: Option<usize>,
) -> Result<Joint, Vec<Problem>> {
    let mut table: BTreeMap<CellId, Printed> = BTreeMap::new();
    let mut places: BTreeMap<CellId, Vec<(usize, usize)>> = BTreeMap::new();
    let mut problems = Vec::new();
    let mut relations = Vec::new();
    let mut facts = Vec::new();
    let mut policy: Option<PolicyOf> = None;
    for g in group {
        let source = &sources[*g];
        for n in 0..source.cells.len() {
            let id = source.cell(n);
            let printed = source.printed(n);
            if raw != Some(*g) && *table.entry(id.clone()).or_insert(printed) != printed {
                let help = "Verbundene Tabellen zeigen dieselbe Zahl gleich. Zählen sie Verschiedenes, dann geben Sie \
                            ihnen verschiedene Titel unter „mass“.";
                let message = "Dieselbe Zelle steht in einem verbundenen Bericht anders.";
                problems.push(source.problem(ProblemKind::Unsafe, Some(n), message, help));
            }
            places.entry(id).or_default().push((*g, n));
        }
        relations.extend(source.relations());
        facts.extend(facts_of[*g].iter().cloned());
        policy = Some(policy.map_or(source.plan.policy, |p| p.stricter(source.plan.policy)));
    }
    relations.sort();
    relations.dedup();
    match policy {
        Some(policy) if problems.is_empty() => Ok(Joint { table, places, relations, facts, policy: policy.policy() }),
        _ => Err(problems),
    }
}

type Admitted = Vec<(Arc<str>, PublishedTable)>;

/// Lets the tables of a group through.
///
/// # Errors
/// What makes them unsafe.
pub(super) fn judge(sources: &[Source<'_>], group: &[usize], facts_of: &[Vec<Fact>]) -> Result<Admitted, Vec<Problem>> {
    let Joint { table, places, relations, facts, policy } = joint(sources, group, facts_of, None)?;
    let admitted = disclosure::admit(&table, &relations, &facts, &policy).map_err(|found| {
        found.iter().flat_map(|problem| unsafe_cells(sources, group, &places, problem)).collect::<Vec<_>>()
    })?;
    let mut out = Vec::with_capacity(group.len());
    for g in group {
        let source = &sources[*g];
        let row = |n| Some(TableRow { at: source.plan.at(n), count: *admitted.get(&source.cell(n))? });
        let rows: Option<Vec<TableRow>> = (0..source.cells.len()).map(row).collect();
        let (measure, dimensions) = (&source.table.measure, source.plan.dimensions.clone());
        out.extend(rows.map(|rows| {
            let (measure, unit) = (measure.title.clone(), measure.unit.clone());
            (Arc::clone(&source.file), PublishedTable { measure, unit, dimensions, rows })
        }));
    }
    Ok(out)
}

/// A problem of the audit at every place where its cell stands.
fn unsafe_cells(
    sources: &[Source<'_>],
    group: &[usize],
    places: &BTreeMap<CellId, Vec<(usize, usize)>>,
    problem: &disclosure::Problem,
) -> Vec<Problem> {
    let (why, help) = problem.why.split_once(". ").unwrap_or((
        problem.why.trim_end_matches('.'),
        "Prüfen Sie die Zahlen mit der Stelle, die sie geliefert hat, und schützen Sie die Tabelle neu mit „klartext protect“.",
    ));
    let of_cell = problem.cell.as_ref().and_then(|c| places.get(c));
    match of_cell {
        Some(all) => all
            .iter()
            .map(|(g, n)| {
                let message = format!("{}: {why}.", sources[*g].plan.title(*n));
                sources[*g].problem(ProblemKind::Unsafe, Some(*n), &message, help)
            })
            .collect(),
        None => {
            group.iter().map(|g| sources[*g].problem(ProblemKind::Unsafe, None, &format!("{why}."), help)).collect()
        }
    }
}
