//! Runs the guard over every file of the site folder: the pages, hidden ones too, because the repository is public; the
//! settings; and data files. Themes are left out: they hold no content. The preview reads only what changed.

use super::guard::{Found, Guard, diagnose, diagnose_name};
use super::{allow_unused, case_list, count, document_author, picture_place, svg, unchecked_file};
use crate::diagnostic::Diagnostic;
use crate::privacy::{Form, document, embedded, picture};
use crate::rules::page::is_lock;
use crate::site::Site;
use crate::source::{FileType, SourceFile};
use rayon::prelude::*;
use std::collections::{BTreeSet, HashMap, HashSet};
use std::str::from_utf8;
use std::sync::Arc;

/// Endings of assets that are texts.
const TEXTS: [&str; 13] =
    ["tsv", "txt", "svg", "json", "geojson", "xml", "ics", "vtt", "srt", "html", "htm", "yaml", "yml"];

/// Those of them that have tags.
const MARKUP: [&str; 4] = ["svg", "xml", "html", "htm"];

/// Endings of files that hold more than one sees, and that are not looked into.
const OPAQUE: [&str; 18] = [
    "pdf", "doc", "docx", "docm", "odt", "rtf", "ppt", "pptx", "odp", "heic", "heif", "avif", "tif", "tiff", "zip",
    "eml", "msg", "gpx",
];

/// What the guard found in the files of the run before: what `serve` does not read twice. A single run keeps nothing.
#[derive(Default)]
pub struct Guarded(Option<(Guard, Read)>);

/// What was found in each file, with the hash of its bytes.
type Read = HashMap<Arc<str>, ([u8; 32], Found)>;

impl Guarded {
    /// One that remembers.
    pub fn kept() -> Guarded {
        Guarded(Some((Guard::default(), Read::new())))
    }
}

/// All files, and the exceptions that none of them needed.
pub fn check(site: &Site, guarded: &mut Guarded) -> Vec<Diagnostic> {
    let guard = guard(site);
    let files = &site.snapshot.files;
    let known = guarded.0.as_ref().filter(|(before, _)| *before == guard).map(|(_, read)| read);
    let look = |file: &Arc<SourceFile>| match known.and_then(|known| known.get(&file.path)) {
        Some((hash, found)) if *hash == file.hash => found.clone(),
        _ => file_findings(&guard, file),
    };
    let all: Vec<Found> = files.par_iter().map(look).collect();
    if let Some(kept) = &mut guarded.0 {
        let read = files.iter().zip(&all).map(|(file, found)| (Arc::clone(&file.path), (file.hash, found.clone())));
        *kept = (guard, read.collect());
    }
    let (mut out, mut used) = (Vec::new(), BTreeSet::new());
    let withheld: HashSet<&str> =
        site.tables.iter().filter(|(_, t)| t.has_withheld()).map(|(i, _)| &*site.entries[*i].file).collect();
    for mut found in all {
        found.diagnostics.iter_mut().filter(|d| withheld.contains(&*d.file)).for_each(count::beside_withheld);
        out.extend(found.diagnostics);
        used.extend(found.used);
    }
    allow_unused::check(site, &used, &mut out);
    out
}

fn guard(site: &Site) -> Guard {
    let agreements = (0..site.entries.len()).filter_map(|i| site.agreement(i));
    let mut guard = Guard::new(
        Some(&site.settings),
        agreements.flat_map(|a| a.signatures.iter().map(|s| &s.value)),
        Some(site.as_of),
    );
    for (index, entry) in site.entries.iter().enumerate() {
        if let Some(body) = site.body(index) {
            guard.organisation(&entry.common.title);
            body.participants.iter().for_each(|p| guard.organisation(&p.name));
        }
    }
    guard
}

fn file_findings(guard: &Guard, file: &SourceFile) -> Found {
    let mut found = Found::default();
    if file.file_type == FileType::Theme {
        return found;
    }
    diagnose_name(guard, &file.path, &mut found);
    match file.file_type {
        FileType::Markdown => diagnose(guard, &file.path, &file.text, Form::Prose, true, &mut found),
        FileType::Asset => asset(guard, file, &mut found),
        FileType::Table => {
            diagnose(guard, &file.path, &file.text, Form::Lines, true, &mut found);
            found.diagnostics.extend(case_list::diagnose(&file.path, &file.text));
        }
        _ => diagnose(guard, &file.path, &file.text, Form::Lines, true, &mut found),
    }
    found
}

fn asset(guard: &Guard, file: &SourceFile, found: &mut Found) {
    let path = &file.path;
    let ending = path.rsplit_once('.').map_or("", |(_, e)| e).to_ascii_lowercase();
    // What Word leaves beside an open document has a finding of its own, with the right remedy.
    if is_lock(path) {
        return;
    }
    let unchecked = |why: &str| unchecked_file::diagnose(path, why);
    match ending.as_str() {
        e if TEXTS.contains(&e) => {
            let Ok(text) = from_utf8(&file.bytes) else {
                found
                    .diagnostics
                    .push(unchecked("Diese Datei ist nicht in UTF-8 gespeichert, Klartext kann sie nicht lesen."));
                return;
            };
            let form = if MARKUP.contains(&e) { Form::Markup } else { Form::Lines };
            diagnose(guard, path, text, form, false, found);
            found.diagnostics.extend(embedded::pictures(text).filter_map(|bytes| inside(path, &bytes)));
            match e {
                "tsv" => found.diagnostics.extend(case_list::diagnose(path, text)),
                "svg" => found.diagnostics.extend(svg::diagnose(path, text)),
                _ => {}
            }
        }
        "jpg" | "jpeg" | "png" | "webp" | "gif" => match picture::facts(&file.bytes) {
            Some(facts) if facts.place => found.diagnostics.push(picture_place::diagnose(path)),
            Some(_) => {}
            None => found
                .diagnostics
                .push(unchecked("Dieses Bild lässt sich nicht lesen, Klartext kann keine Angaben daraus entfernen.")),
        },
        "pdf" if document::is_pdf(&file.bytes) => {
            let (properties, packed) = document::properties(&file.bytes);
            for property in properties {
                diagnose(guard, path, &property.text, Form::Lines, false, found);
                if property.author && !guard.knows_organisation(&property.text) {
                    found.diagnostics.push(document_author::diagnose(path, &property.text));
                }
            }
            if packed {
                found.diagnostics.push(unchecked(
                    "Die Eigenschaften dieser PDF-Datei sind verpackt, Klartext kann sie nicht lesen.",
                ));
            }
        }
        e if OPAQUE.contains(&e) => {
            found
                .diagnostics
                .push(unchecked("In Dateien dieses Formats kann Klartext nicht nach Daten von Menschen suchen."));
        }
        _ => {}
    }
}

/// What is wrong with a picture inside a text, e.g. a drawing: nobody cleans it on the way.
fn inside(path: &Arc<str>, bytes: &[u8]) -> Option<Diagnostic> {
    match picture::facts(bytes) {
        Some(facts) if facts.place => Some(picture_place::diagnose(path)),
        Some(_) if picture::clean(bytes).is_some_and(|clean| clean.len() >= bytes.len()) => None,
        _ => Some(unchecked_file::diagnose(
            path,
            "In dieser Datei steckt ein Bild mit weiteren Angaben, zum Beispiel zum Gerät. Klartext kann sie dort nicht entfernen.",
        )),
    }
}
