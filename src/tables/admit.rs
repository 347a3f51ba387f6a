//! From cells that claim to be safe to a table that is: every group of linked tables goes through `disclosure::admit`
//! as one, because a reader has all of them.

use super::crossing::MOST_CELLS;
use super::groups::{Groups, groups};
use super::load::Loaded;
use super::plan::PolicyOf;
use super::published::{PublishedTable, TableRow};
use super::source::Source;
use super::sums::{Sums, sums};
use super::{Problem, ProblemKind};
use crate::disclosure::{self, CellId, Fact, Knowledge, Policy, Printed};
use crate::kinds::Settings;
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Judges all tables, group by group.
pub(super) fn all(sources: &[Source<'_>], settings: &Settings, loaded: &mut Loaded) {
    let Groups { groups, facts } = groups(sources, None, settings, &mut loaded.problems);
    let judged: Vec<_> = groups.par_iter().map(|g| judge(sources, g, &facts, settings)).collect();
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
    /// What readers can calculate with.
    pub(super) known: Knowledge,
    /// What people call the numbers that stand in no table.
    pub(super) titles: BTreeMap<CellId, String>,
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
    settings: &Settings,
    raw: Option<usize>,
) -> Result<Joint, Vec<Problem>> {
    let mut table: BTreeMap<CellId, Printed> = BTreeMap::new();
    let mut places: BTreeMap<CellId, Vec<(usize, usize)>> = BTreeMap::new();
    let mut problems = Vec::new();
    let mut facts = Vec::new();
    let mut policy: Option<PolicyOf> = None;
    for g in group {
        let source = &sources[*g];
        for n in 0..source.cells.len() {
            let id = source.names[n].clone();
            let printed = source.printed(n);
            if raw != Some(*g) && *table.entry(id.clone()).or_insert(printed) != printed {
                let help = "Verbundene Tabellen zeigen dieselbe Zahl gleich. Zählen sie Verschiedenes, dann geben Sie \
                            ihnen verschiedene Titel unter „mass“. Meint eine Spalte keine Gebiete, in denen die Menschen \
                            leben, dann schreiben Sie dort „ist_gebiet: false“.";
                let message = "Dieselbe Zelle steht in einem verbundenen Bericht anders.";
                problems.push(source.problem(ProblemKind::Unsafe, Some(n), message, help));
            }
            places.entry(id).or_default().push((*g, n));
        }
        facts.extend(facts_of[*g].iter().cloned());
        policy = Some(policy.map_or(source.plan.policy, |p| p.stricter(source.plan.policy)));
    }
    let Sums { relations, unprinted } = match sums(sources, group, settings) {
        Ok(sums) => sums,
        Err(ring) => {
            problems.extend(unjudged(sources, group, raw, &ring));
            Sums { relations: Vec::new(), unprinted: BTreeMap::new() }
        }
    };
    let known = Knowledge { relations, facts, unprinted: unprinted.keys().cloned().collect() };
    match policy {
        Some(policy) if problems.is_empty() => {
            Ok(Joint { table, places, known, titles: unprinted, policy: policy.policy() })
        }
        _ => Err(problems),
    }
}

/// Tables that cross in a ring and cannot be judged: a problem of the last one, or of the one that is protected now.
fn unjudged(sources: &[Source<'_>], group: &[usize], raw: Option<usize>, ring: &[String]) -> Option<Problem> {
    let here = &sources[raw.or(group.last().copied())?];
    let others = group.iter().map(|g| &sources[*g]).filter(|s| s.file != here.file).map(|s| s.id.as_str());
    let columns = ring.iter().map(|name| if name.is_empty() { "Gebiet" } else { name });
    let message = format!(
        "Diese Tabelle und andere ({}) kreuzen dieselben Merkmale im Kreis: {}. Zusammen verraten sie mehr als jede für sich, \
         und das lässt sich hier nicht prüfen.",
        others.collect::<Vec<_>>().join(", "),
        columns.collect::<Vec<_>>().join(", ")
    );
    let help = format!(
        "Geben Sie den Spalten in allen diesen Tabellen dieselben Werte, zusammen höchstens {MOST_CELLS} Felder, oder \
         veröffentlichen Sie eine Tabelle mit allen Merkmalen statt mehrerer."
    );
    Some(here.problem(ProblemKind::Match, None, &message, &help))
}

type Admitted = Vec<(Arc<str>, PublishedTable)>;

/// Lets the tables of a group through.
///
/// # Errors
/// What makes them unsafe.
pub(super) fn judge(
    sources: &[Source<'_>],
    group: &[usize],
    facts_of: &[Vec<Fact>],
    settings: &Settings,
) -> Result<Admitted, Vec<Problem>> {
    let joint = joint(sources, group, facts_of, settings, None)?;
    let admitted = disclosure::admit(&joint.table, &joint.known, &joint.policy).map_err(|found| {
        found.iter().flat_map(|problem| unsafe_cells(sources, group, &joint, problem)).collect::<Vec<_>>()
    })?;
    let mut out = Vec::with_capacity(group.len());
    for g in group {
        let source = &sources[*g];
        let row = |n| Some(TableRow { at: source.plan.at(n), count: *admitted.get(&source.names[n])? });
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
fn unsafe_cells(sources: &[Source<'_>], group: &[usize], joint: &Joint, problem: &disclosure::Problem) -> Vec<Problem> {
    let (why, help) = problem.why.split_once(". ").unwrap_or((
        problem.why.trim_end_matches('.'),
        "Prüfen Sie die Zahlen mit der Stelle, die sie geliefert hat, und schützen Sie die Tabelle neu mit „klartext protect“.",
    ));
    if let Some((id, title)) = problem.cell.as_ref().and_then(|c| joint.titles.get_key_value(c)) {
        let message = format!("{title}: {why}.");
        let at = around(joint, id);
        return at.iter().map(|(g, n)| sources[*g].problem(ProblemKind::Unsafe, Some(*n), &message, help)).collect();
    }
    let of_cell = problem.cell.as_ref().and_then(|c| joint.places.get(c));
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

/// The first cell of each table that adds up with a number that stands in no table.
fn around(joint: &Joint, id: &CellId) -> Vec<(usize, usize)> {
    let sums = joint.known.relations.iter().filter(|r| r.total == *id || r.parts.contains(id));
    let cells = sums.flat_map(|r| std::iter::once(&r.total).chain(&r.parts));
    let mut first: BTreeMap<usize, usize> = BTreeMap::new();
    for (g, n) in cells.filter_map(|c| joint.places.get(c)).flatten() {
        first.entry(*g).or_insert(*n);
    }
    first.into_iter().collect()
}
