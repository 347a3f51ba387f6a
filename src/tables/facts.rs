//! What ties tables together: reports that are named as linked, and numbers that are published beside a table.

use super::source::Source;
use super::{Problem, ProblemKind};
use crate::diagnostic::{FieldPath, Place};
use crate::disclosure::{CellId, Decimal, Fact};
use crate::front::nearest;
use crate::kinds::FactDecl;
use crate::source::parent;
use std::collections::BTreeMap;
use std::sync::Arc;

/// The ties of one table.
pub(super) struct Links {
    /// Other tables that a reader lays beside it.
    pub(super) tables: Vec<usize>,
    /// What is known besides the tables.
    pub(super) facts: Vec<Fact>,
}

/// Reads the ties of the n-th table.
pub(super) fn read(sources: &[Source<'_>], n: usize, problems: &mut Vec<Problem>) -> Links {
    let source = &sources[n];
    let mut links = Links { tables: Vec::new(), facts: Vec::new() };
    let mut add = |path: FieldPath, message: String, help: String| {
        let (file, place) = (
            Arc::clone(&source.file),
            Place::Value(FieldPath(FieldPath::key("tabelle").0.into_iter().chain(path.0).collect())),
        );
        problems.push(Problem { kind: ProblemKind::Link, mild: false, file, place, message, help });
    };
    // Reports of a region stand in one folder; ids are unique within it.
    let find = |id: &str| {
        (0..sources.len()).find(|o| sources[*o].id == id && parent(&sources[*o].file) == parent(&source.file))
    };
    let others = || {
        let others = sources.iter().filter(|o| o.id != source.id && parent(&o.file) == parent(&source.file));
        others.map(|o| o.id.as_str()).collect::<Vec<_>>()
    };
    let unknown = |id: &str| {
        let help = match nearest(id, others().into_iter()) {
            Some(near) => format!("Meinten Sie „{near}“?"),
            None => "Der andere Bericht muss im selben Ordner stehen und eine Tabelle ohne Fehler haben.".to_owned(),
        };
        (format!("Einen Bericht „{id}“ mit einer lesbaren Tabelle gibt es hier nicht."), help)
    };
    for id in &source.table.linked {
        match find(id) {
            Some(other) => {
                links.tables.push(other);
            }
            None => {
                let (message, help) = unknown(id);
                add(FieldPath::key("verbunden").at(id.at), message, help);
            }
        }
    }
    for other in &source.table.other_people {
        let (path, (id, _)) = (FieldPath::key("andere_menschen").at(other.at).then("bericht"), &other.value);
        if *id == source.id {
            let help = "Nennen Sie einen anderen Bericht.".to_owned();
            add(path, "Das ist dieser Bericht selbst.".to_owned(), help);
        } else if find(id).is_none() {
            let (message, help) = unknown(id);
            add(path, message, help);
        }
    }
    for (at, fact) in &source.table.facts {
        let path = FieldPath::key("angaben").at(*at);
        let cell = |of: &Source<'_>, codes: &[String]| of.plan.find(codes).map(|c| of.names[c].clone());
        let no_cell = |codes: &[String]| {
            let names: Vec<&str> = source.plan.dimensions.iter().map(|d| d.id.as_str()).collect();
            let help = format!("Nennen Sie je einen Wert für: {}.", names.join(", "));
            (format!("Die Zelle [{}] gibt es nicht.", codes.join(", ")), help)
        };
        match fact {
            FactDecl::Share { part, whole, percent } => match (cell(source, part), cell(source, whole)) {
                (Some(of), Some(all)) => links.facts.extend(share(&of, &all, percent)),
                (None, _) => {
                    let (message, help) = no_cell(part);
                    add(path.then("anteil").then("zelle"), message, help);
                }
                (_, None) => {
                    let (message, help) = no_cell(whole);
                    add(path.then("anteil").then("von"), message, help);
                }
            },
            FactDecl::Change { cell: codes, against, by } => {
                let path = path.then("veraenderung");
                let Some(other) = find(against) else {
                    let (message, help) = unknown(against);
                    add(path.then("gegen"), message, help);
                    continue;
                };
                match (cell(source, codes), cell(&sources[other], codes)) {
                    (Some(now), Some(before)) if now != before => {
                        links.tables.push(other);
                        links.facts.push(change(now, before, *by));
                    }
                    _ => {
                        let (message, help) = no_cell(codes);
                        add(path.then("zelle"), message, help);
                    }
                }
            }
        }
    }
    links
}

/// The two inequalities of a share as printed.
pub(super) fn share(part: &CellId, whole: &CellId, percent: &str) -> Vec<Fact> {
    let decimals = percent.split_once(',').map_or(0, |(_, d)| d.len());
    let value = Decimal::parse(&percent.replace(',', "."));
    match (value, u32::try_from(decimals)) {
        (Some(value), Ok(decimals)) => Fact::share(part, whole, value, decimals).into(),
        _ => Vec::new(),
    }
}

fn change(now: CellId, before: CellId, by: i64) -> Fact {
    let by = Some(Decimal::new(i128::from(by), 0));
    Fact { coef: BTreeMap::from([(now, Decimal::new(1, 0)), (before, Decimal::new(-1, 0))]), lo: by, hi: by }
}
