//! All tables of a site: which report names which file, and what became of it.
//!
//! Drafts and pages of other days are looked at as well: the sources of a site may be public, and a raw table in a draft
//! is as open as any other.

use super::admit;
use super::people::World;
use super::plan::plan;
use super::published::PublishedTable;
use super::read::{Form, read};
use super::source::Source;
use super::{Problem, ProblemKind};
use crate::diagnostic::{FieldPath, Place};
use crate::kinds::{Data, Parsed, Settings};
use crate::source::{FileType, Snapshot, parent};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// What became of all tables.
#[derive(Debug, Default, Clone)]
pub struct Loaded {
    /// Admitted tables by the file of their report.
    pub tables: BTreeMap<Arc<str>, PublishedTable>,
    /// What is wrong with the others.
    pub problems: Vec<Problem>,
    /// Files that reports name.
    pub declared: BTreeSet<String>,
}

/// What [`load`] depends on: where this is the same, so is its answer.
pub fn fingerprint(snapshot: &Snapshot, parsed: &[Parsed]) -> [u8; 32] {
    let reports: BTreeSet<&str> = parsed
        .iter()
        .filter_map(|p| p.entry.as_ref())
        .filter(|e| matches!(e.data, Data::Report(_)))
        .map(|e| &*e.file)
        .collect();
    let mut hash = blake3::Hasher::new();
    for region in regions(parsed) {
        hash.update(region.as_bytes()).update(&[2]);
    }
    for file in &snapshot.files {
        // Areas stand in the settings.
        let counts = matches!(file.file_type, FileType::Table | FileType::Settings);
        if counts || reports.contains(&*file.path) {
            hash.update(file.path.as_bytes()).update(&[0]).update(&file.hash);
        }
    }
    for problem in &snapshot.problems {
        hash.update(&[1]).update(problem.path.as_bytes());
    }
    hash.finalize().into()
}

/// Reads and judges the tables of all reports.
pub fn load(snapshot: &Snapshot, parsed: &[Parsed], settings: &Settings) -> Loaded {
    let mut loaded = Loaded::default();
    let world = World { settings, regions: regions(parsed) };
    let sources = sources(snapshot, parsed, &world, None, &mut loaded);
    admit::all(&sources, settings, &mut loaded);
    loaded
}

/// Folders of regions: those with an agreement.
pub(super) fn regions(parsed: &[Parsed]) -> Vec<&str> {
    let agreements = parsed.iter().filter_map(|p| p.entry.as_ref()).filter(|e| matches!(e.data, Data::Agreement(_)));
    agreements.map(|e| parent(&e.file)).collect()
}

/// Reads the tables of all reports but the one in the file `but`.
pub(super) fn sources<'a>(
    snapshot: &Snapshot,
    parsed: &'a [Parsed],
    world: &World<'_>,
    but: Option<&str>,
    loaded: &mut Loaded,
) -> Vec<Source<'a>> {
    let mut sources = Vec::new();
    for entry in parsed.iter().filter_map(|p| p.entry.as_ref()) {
        let Data::Report(report) = &entry.data else { continue };
        let Some(table) = &report.table else { continue };
        if but == Some(&*entry.file) {
            continue;
        }
        let folder = parent(&entry.file);
        let path = if folder.is_empty() { table.file.clone() } else { format!("{folder}/{}", table.file) };
        let first = loaded.declared.insert(path.clone());
        let mut missing = |message: String, help: &str| {
            loaded.problems.push(Problem {
                kind: ProblemKind::Missing,
                mild: false,
                file: Arc::clone(&entry.file),
                place: Place::Value(FieldPath::key("tabelle").then("datei")),
                message,
                help: help.to_owned(),
            });
        };
        if !first {
            missing(
                format!("Die Datei „{path}“ gehört schon zu einem anderen Bericht."),
                "Jeder Bericht hat eine eigene Datei.",
            );
            continue;
        }
        let plan = match plan(table, &entry.file) {
            Ok(plan) => plan,
            Err(problems) => {
                loaded.problems.extend(problems);
                continue;
            }
        };
        let Some(file) = snapshot.file(&path).filter(|f| f.file_type == FileType::Table) else {
            // A file that is there but cannot be read has a finding of its own.
            if !snapshot.problems.iter().any(|p| *p.path == *path) {
                missing(
                    format!("Die Datei „{path}“ gibt es nicht."),
                    "Legen Sie die geschützte CSV-Datei neben den Bericht. Sie entsteht mit „klartext protect“.",
                );
            }
            continue;
        };
        match read(file, &plan, Form::Published).complete() {
            Ok((cells, mild)) => {
                loaded.problems.extend(mild);
                sources.push(Source::new(entry, (report, table), &file.path, (plan, cells), world));
            }
            Err(problems) => loaded.problems.extend(problems),
        }
    }
    sources
}
