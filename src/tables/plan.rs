//! The declaration of a table, made sense of: places instead of names, sums, and what contradicts itself.

use super::published::{TableDimension, TableValue};
use super::{Problem, ProblemKind};
use crate::diagnostic::{FieldPath, Place};
use crate::disclosure::{Dimension, Mode, Policy, Schema, ZeroReaders};
use crate::german::fold;
use crate::kinds::{DimensionDecl, TableDecl};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Most cells that one table may have: more is no table for people, and its audit would not end.
const MOST_CELLS: usize = 5_000;

/// Columns of the file that hold no dimension.
pub(super) const RESERVED: [&str; 2] = ["wert", "status"];

/// A declaration without contradictions.
#[derive(Debug, Clone)]
pub(super) struct Plan {
    /// Columns.
    pub(super) dimensions: Vec<TableDimension>,
    /// How they add up.
    pub(super) schema: Schema,
    /// How numbers are protected.
    pub(super) policy: PolicyOf,
}

/// The part of a policy that a report declares.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct PolicyOf {
    pub(super) threshold: u64,
    pub(super) zeros_public: bool,
    pub(super) groups_public: bool,
    pub(super) rounded: bool,
}

impl PolicyOf {
    /// The whole policy.
    pub(super) fn policy(self) -> Policy {
        let mut policy = Policy::with_threshold(self.threshold);
        policy.zero_public = self.zeros_public;
        policy.zero_readers = ZeroReaders::Protect;
        policy.group_disclosure = !self.groups_public;
        policy.mode = if self.rounded { Mode::Round5 } else { Mode::Suppress };
        policy
    }

    /// What satisfies both.
    pub(super) fn stricter(self, other: Self) -> Self {
        Self {
            threshold: self.threshold.max(other.threshold),
            zeros_public: self.zeros_public && other.zeros_public,
            groups_public: self.groups_public && other.groups_public,
            rounded: self.rounded && other.rounded,
        }
    }
}

impl Plan {
    /// Number of cells.
    pub(super) fn cells(&self) -> usize {
        self.dimensions.iter().map(|d| d.values.len()).product()
    }

    /// Places of the n-th cell, one for each dimension.
    pub(super) fn at(&self, mut n: usize) -> Vec<usize> {
        let mut at = vec![0; self.dimensions.len()];
        for (place, dimension) in at.iter_mut().zip(&self.dimensions).rev() {
            *place = n % dimension.values.len();
            n /= dimension.values.len();
        }
        at
    }

    /// The number of the cell at these places.
    pub(super) fn index(&self, at: &[usize]) -> usize {
        at.iter().zip(&self.dimensions).fold(0, |n, (place, d)| n * d.values.len() + place)
    }

    /// Codes of the n-th cell.
    pub(super) fn codes(&self, n: usize) -> Vec<String> {
        self.at(n).iter().zip(&self.dimensions).map(|(place, d)| d.values[*place].id.clone()).collect()
    }

    /// The cell with these codes.
    pub(super) fn find(&self, codes: &[String]) -> Option<usize> {
        if codes.len() != self.dimensions.len() {
            return None;
        }
        let place = |(code, d): (&String, &TableDimension)| d.values.iter().position(|v| v.id == *code);
        let at: Option<Vec<usize>> = codes.iter().zip(&self.dimensions).map(place).collect();
        at.map(|at| self.index(&at))
    }

    /// The n-th cell for people: "Hanau, Frauen".
    pub(super) fn title(&self, n: usize) -> String {
        let titles = self.at(n).into_iter().zip(&self.dimensions).map(|(p, d)| d.values[p].title.clone());
        titles.collect::<Vec<_>>().join(", ")
    }
}

/// Makes sense of a declaration.
///
/// # Errors
/// All contradictions, at their fields of `file`.
pub(super) fn plan(table: &TableDecl, file: &Arc<str>) -> Result<Plan, Vec<Problem>> {
    let mut found = Found { file, problems: Vec::new() };
    let path = FieldPath::key("tabelle").then("merkmale");
    if table.dimensions.is_empty() {
        found.add(path.clone(), "Die Tabelle hat kein Merkmal.", "Nennen Sie mindestens eine Spalte mit ihren Werten.");
    }
    let mut columns = BTreeSet::new();
    let mut dimensions = Vec::new();
    let mut sums = Vec::new();
    for decl in &table.dimensions {
        let here = path.at(decl.at);
        if RESERVED.contains(&decl.column.as_str()) {
            let message = format!("„{}“ ist der Name einer Spalte, die jede Tabelle hat.", decl.column);
            found.add(here.then("spalte"), message, "Geben Sie dem Merkmal einen anderen Namen.");
        }
        if !columns.insert(&decl.column) {
            let message = format!("Die Spalte „{}“ gibt es zweimal.", decl.column);
            found.add(here.then("spalte"), message, "Jedes Merkmal braucht eine eigene Spalte.");
        }
        let (dimension, sum) = resolve(decl, &here, &mut found);
        dimensions.push(dimension);
        sums.push(sum);
    }
    let cells = dimensions.iter().try_fold(1usize, |n, d| n.checked_mul(d.values.len())).unwrap_or(usize::MAX);
    if cells > MOST_CELLS {
        let message = format!("Diese Tabelle hätte mehr als {MOST_CELLS} Zellen.");
        found.add(path, message, "Teilen Sie sie in mehrere Berichte.");
    }
    if let Some(rule) = &table.dominance {
        let path = FieldPath::key("tabelle").then("dominanz");
        if rule.n.is_some() != rule.k.is_some() || (rule.n.is_none() && rule.p.is_none()) {
            let help = "Schreiben Sie zum Beispiel: dominanz: {n: 1, k: 85}";
            found.add(path.clone(), "Hier stehen „n“ und „k“ zusammen, oder „p“.", help);
        }
        for (key, percent) in [("k", &rule.k), ("p", &rule.p)] {
            let number = percent.as_ref().map(|t| t.replace(',', ".").parse::<f64>().unwrap_or(0.0));
            // Below 1 it is a share of 1 and was meant as percent.
            if number.is_some_and(|n| !(1.0..=100.0).contains(&n)) {
                let help = "Schreiben Sie eine Zahl von 1 bis 100, zum Beispiel 85.";
                found.add(path.then(key), "Das ist kein Anteil zwischen 1 und 100 Prozent.", help);
            }
        }
    }
    if !found.problems.is_empty() {
        return Err(found.problems);
    }
    let policy = PolicyOf {
        threshold: table.threshold,
        zeros_public: table.zeros_public,
        groups_public: table.groups_public.unwrap_or(!table.dimensions.iter().any(|d| is_sensitive(d))),
        rounded: table.rounded,
    };
    Ok(Plan { dimensions, schema: Schema { measure: String::new(), dimensions: sums }, policy })
}

/// Words of columns that tell of health or of another special category of data (Article 9 DSGVO), folded.
const SENSITIVE: [&str; 10] = [
    "behinderung",
    "beeintraechtigung",
    "diagnos",
    "krank",
    "gesundheit",
    "pflege",
    "sucht",
    "herkunft",
    "religion",
    "konfession",
];

/// Whether a column says of people what they may not want to be known by.
fn is_sensitive(decl: &DimensionDecl) -> bool {
    [&decl.column, &decl.title].into_iter().chain(&decl.alias).any(|name| {
        let name = fold(name);
        SENSITIVE.iter().any(|word| name.contains(word))
    })
}

struct Found<'a> {
    file: &'a Arc<str>,
    problems: Vec<Problem>,
}

impl Found<'_> {
    fn add(&mut self, path: FieldPath, message: impl Into<String>, help: impl Into<String>) {
        self.problems.push(Problem {
            kind: ProblemKind::Schema,
            mild: false,
            file: Arc::clone(self.file),
            place: Place::Value(path),
            message: message.into(),
            help: help.into(),
        });
    }
}

fn resolve(decl: &DimensionDecl, path: &FieldPath, found: &mut Found<'_>) -> (TableDimension, Dimension) {
    let place = |id: &str| decl.values.iter().position(|v| v.id == id);
    if decl.values.is_empty() {
        found.add(path.then("werte"), "Dieses Merkmal hat keinen Wert.", "Nennen Sie alle Werte der Spalte.");
    }
    let total = decl.total.as_ref().and_then(|id| place(id));
    if let (Some(id), None) = (&decl.total, total) {
        let message = format!("Den Wert „{id}“ gibt es in diesem Merkmal nicht.");
        found.add(path.then("summe"), message, "Nennen Sie einen Wert aus der Liste „werte“.");
    }
    let mut values: Vec<TableValue> = Vec::with_capacity(decl.values.len());
    for (n, value) in decl.values.iter().enumerate() {
        let here = path.then("werte").at(value.at);
        if place(&value.id) != Some(n) {
            let message = format!("Den Wert „{}“ gibt es zweimal.", value.id);
            found.add(here.then("id"), message, "Geben Sie jedem Wert einen eigenen Kurz-Namen.");
        }
        let mut parent = total.filter(|t| *t != n);
        if let Some(id) = &value.parent {
            parent = place(id);
            if parent.is_none() {
                let message = format!("Den Wert „{id}“ gibt es in diesem Merkmal nicht.");
                found.add(here.then("teil_von"), message, "Nennen Sie einen Wert aus der Liste „werte“.");
            }
        }
        for (k, id) in value.made_of.iter().enumerate() {
            let here = here.then("besteht_aus").at(id.at);
            if decl.total.as_ref() == Some(&value.id) {
                let help = "Löschen Sie „besteht_aus“: Die Summe enthält alle Werte der Spalte.";
                found.add(here, "Die Summe besteht schon aus allen anderen Werten.", help);
                break;
            }
            if place(id).is_some() {
                let message = format!("Den Wert „{id}“ gibt es in dieser Tabelle selbst.");
                let help = format!("Schreiben Sie zu „{id}“: teil_von: {}", value.id);
                found.add(here, message, help);
            } else if value.made_of[..k].contains(id) {
                found.add(here, format!("„{id}“ steht hier zweimal."), "Nennen Sie jeden Teil einmal.");
            }
        }
        values.push(TableValue {
            id: value.id.clone(),
            title: value.title.clone(),
            is_total: total == Some(n),
            parent,
        });
    }
    for n in 0..values.len() {
        let mut up = values[n].parent;
        for _ in 0..values.len() {
            up = up.and_then(|p| values[p].parent);
        }
        if up.is_some() {
            let message = format!("„{}“ ist ein Teil von sich selbst.", values[n].id);
            found.add(
                path.then("werte").at(decl.values[n].at).then("teil_von"),
                message,
                "Prüfen Sie, was zu welcher Summe gehört.",
            );
            break;
        }
    }
    let mut children: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for value in &values {
        if let Some(parent) = value.parent {
            children.entry(values[parent].id.clone()).or_default().push(value.id.clone());
        }
    }
    let sum = Dimension { name: decl.column.clone(), children };
    (TableDimension { id: decl.column.clone(), title: decl.title.clone(), values }, sum)
}
