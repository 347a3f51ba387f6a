//! The guard of personal data for loose texts: with the exceptions of the site that a text belongs to, if it is in one.

use super::loose::{Loose, STDIN};
use crate::diagnostic::Diagnostic;
use crate::kinds::{Data, Settings, parse, read_settings};
use crate::model::Signature;
use crate::privacy::Form;
use crate::rules::privacy::{Found, Guard, diagnose};
use crate::source::{FileType, Snapshot, SourceFile};
use std::fs;
use std::path::Path;
use std::sync::Arc;

/// Data of persons in one text.
pub fn findings(text: &Loose) -> Vec<Diagnostic> {
    let settings = settings(&text.name);
    let entry = parse(&text.source_file()).entry;
    let signatures: Vec<&Signature> = match entry.as_ref().map(|e| &e.data) {
        Some(Data::Agreement(agreement)) => agreement.signatures.iter().map(|s| &s.value).collect(),
        _ => Vec::new(),
    };
    let guard = Guard::new(settings.as_ref(), signatures.into_iter(), super::today::day(None).ok());
    let mut found = Found::default();
    diagnose(&guard, &text.name, &text.text, Form::Prose, true, &mut found);
    found.diagnostics
}

/// The settings of the nearest folder above that is a site. What is wrong with them, `check` says.
fn settings(name: &str) -> Option<Settings> {
    if name == STDIN {
        return None;
    }
    let file = fs::canonicalize(name).ok()?;
    let folder = file.ancestors().skip(1).find(|folder| folder.join("site.yaml").is_file())?;
    let mut files: Vec<Arc<SourceFile>> =
        ["erlaubt.yaml", "site.yaml"].iter().filter_map(|name| read(folder, name)).map(Arc::new).collect();
    files.sort_by(|a, b| a.path.cmp(&b.path));
    Some(read_settings(&Snapshot { files, ..Snapshot::default() }, &mut Vec::new()))
}

fn read(folder: &Path, name: &str) -> Option<SourceFile> {
    let text = fs::read_to_string(folder.join(name)).ok()?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(&text).into();
    Some(SourceFile {
        path: name.into(),
        file_type: FileType::Settings,
        text,
        bytes: Arc::from([]),
        hash: [0; 32],
        marked: false,
    })
}
