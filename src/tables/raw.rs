//! A raw table of the office, on its way to protection: same declaration, same reader, no published number.
//!
//! Gives the safe CSV and the names of withheld cells; never a raw count, not in messages either.

use super::facts::share;
use super::plan::{Plan, plan};
use super::published::{PublishedTable, TableRow};
use super::read::{Form, read};
use super::{Problem, ProblemKind};
use crate::diagnostic::{FieldPath, Place};
use crate::disclosure::{CellId, Fact, Failure, RawCount, RawTable, Reason, protect};
use crate::kinds::{FactDecl, TableDecl};
use crate::source::SourceFile;
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
    /// Whether changes against another report were left out of the proof; `klartext check` looks at them.
    pub changes: bool,
}

/// Why a table could not be protected.
pub enum Refused {
    /// The file or its declaration.
    Problems(Vec<Problem>),
    /// Disclosure control; the cell in words, and why.
    Unsafe(Option<String>, String),
}

/// Protects the raw table in `raw` as the report in `report` declares.
///
/// # Errors
/// What is wrong with file or declaration, or why no safe table exists.
pub fn protect_file(raw: &SourceFile, table: &TableDecl, report: &Arc<str>) -> Result<Safe, Refused> {
    let plan = plan(table, report).map_err(Refused::Problems)?;
    let (cells, _) = read(raw, &plan, Form::Raw).complete().map_err(Refused::Problems)?;
    let rows: Vec<Vec<String>> = (0..cells.len()).map(|n| plan.codes(n)).collect();
    let name = |row: &Vec<String>| plan.schema.cell(&row.iter().map(String::as_str).collect::<Vec<_>>());
    let names: Vec<CellId> = rows.iter().map(name).collect();
    let mut counts = BTreeMap::new();
    for (n, cell) in cells.iter().enumerate() {
        let Some(count) = cell.value.and_then(RawCount::new) else {
            let why = "Die Zahl ist zu groß. Erlaubt ist höchstens eine Billion.".to_owned();
            return Err(Refused::Unsafe(Some(plan.title(n)), why));
        };
        counts.insert(names[n].clone(), count);
    }
    let (relations, _) = plan.schema.relations(&rows);
    let facts = facts(table, &plan, &names, report).map_err(Refused::Problems)?;
    let policy = plan.policy.policy();
    let titles: HashMap<&CellId, usize> = names.iter().enumerate().map(|(n, id)| (id, n)).collect();
    let title = |id: &CellId| titles.get(id).map_or_else(|| id.to_string(), |n| plan.title(*n));
    let safe = protect(&RawTable { cells: counts, relations, facts }, &policy).map_err(|failure| match failure {
        Failure::Input(why) => Refused::Unsafe(None, why),
        // The reason names the cell by its code; people know it by its title.
        Failure::Refused(r) => {
            let cell = r.cell.as_ref();
            let why = cell.map_or(r.reason.clone(), |id| r.reason.replace(id.as_str(), &title(id)));
            Refused::Unsafe(cell.map(title), why)
        }
    })?;
    let row = |n: usize| Some(TableRow { at: plan.at(n), count: *safe.cells.get(&names[n])? });
    let rows: Option<Vec<TableRow>> = (0..names.len()).map(row).collect();
    let mut withheld: Vec<(usize, Reason)> =
        safe.report.withheld.iter().filter_map(|(id, why)| Some((*titles.get(id)?, *why))).collect();
    withheld.sort();
    Ok(Safe {
        withheld: withheld.into_iter().map(|(n, why)| (plan.title(n), why)).collect(),
        table: PublishedTable {
            measure: table.measure.title.clone(),
            unit: table.measure.unit.clone(),
            rows: rows.unwrap_or_default(),
            dimensions: plan.dimensions,
        },
        fewest: safe.report.fewest,
        changes: table.facts.iter().any(|(_, f)| matches!(f, FactDecl::Change { .. })),
    })
}

/// Shares that are published beside the table.
fn facts(table: &TableDecl, plan: &Plan, names: &[CellId], report: &Arc<str>) -> Result<Vec<Fact>, Vec<Problem>> {
    let mut out = Vec::new();
    for (at, fact) in &table.facts {
        let FactDecl::Share { part, whole, percent } = fact else { continue };
        match (plan.find(part), plan.find(whole)) {
            (Some(part), Some(whole)) => out.extend(share(&names[part], &names[whole], percent)),
            _ => {
                return Err(vec![Problem {
                    kind: ProblemKind::Link,
                    mild: false,
                    file: Arc::clone(report),
                    place: Place::Value(FieldPath::key("tabelle").then("angaben").at(*at)),
                    message: "Diese Angabe nennt eine Zelle, die es nicht gibt.".to_owned(),
                    help: "Nennen Sie für jedes Merkmal einen Wert, in der Reihenfolge der Merkmale.".to_owned(),
                }]);
            }
        }
    }
    Ok(out)
}
