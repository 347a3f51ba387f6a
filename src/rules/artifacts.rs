//! Checks the finished files: what only the whole page can show, whether theme or text is to blame.

use crate::diagnostic::{Diagnostic, Place, Rule, Severity};
use crate::model::{Artifact, Artifacts};
use html5gum::{Token, Tokenizer};
use rayon::prelude::*;
use std::collections::{HashMap, HashSet};

/// Two elements with one id.
pub static DUPLICATE_ID: Rule = Rule {
    code: "a11y/duplicate-id",
    severity: Severity::Error,
    title: "Jede Stelle einer Seite hat eine eigene Adresse.",
    why: "Bei zwei Stellen mit derselben Adresse führt ein Link nur zur ersten. Vorlese-Programme verwechseln sie.",
    wrong: &[("s.md", "---\nart: seite\nid: s\ntitel: S\n---\n## Eins {#a}\n\n## Zwei {#a}\n")],
    right: &[("s.md", "---\nart: seite\nid: s\ntitel: S\n---\n## Eins {#a}\n\n## Zwei {#b}\n")],
};

/// A link in the finished site that leads nowhere.
pub static DEAD_LINK: Rule = Rule {
    code: "link/dead",
    severity: Severity::Error,
    title: "Auf der fertigen Website führt jeder eigene Link zu einer Seite und Stelle, die es gibt.",
    why: "Auch Vorlagen können Links setzen; geprüft wird, was Leserinnen und Leser bekommen.",
    wrong: &[],
    right: &[],
};

/// All rules of this file.
pub static RULES: &[&Rule] = &[&DUPLICATE_ID, &DEAD_LINK];

/// What one token pass over a page finds.
struct Scan {
    ids: HashSet<Box<str>>,
    doubles: Vec<String>,
    links: HashSet<Box<str>>,
}

/// Checks all pages: ids within a page, links across pages. `base` is the base path.
pub fn check(artifacts: &Artifacts, base: &str) -> Vec<Diagnostic> {
    let pages: Vec<(&String, &Artifact)> = artifacts.iter().filter(|(path, _)| path.ends_with(".html")).collect();
    let scans: Vec<Scan> = pages.par_iter().map(|(_, page)| scan(&page.bytes)).collect();
    let of_path: HashMap<&str, &Scan> = pages.iter().zip(&scans).map(|((path, _), s)| (path.as_str(), s)).collect();
    pages
        .par_iter()
        .zip(&scans)
        .flat_map_iter(|((path, page), scan)| {
            let doubles = scan.doubles.iter().map(|id| {
                Diagnostic::new(
                    &DUPLICATE_ID,
                    &page.origin,
                    Place::File,
                    format!("Auf der Seite {path} gibt es die Stelle „#{id}“ zweimal."),
                    "Geben Sie einer der Überschriften einen anderen Namen, zum Beispiel: ## Titel {#name}",
                )
            });
            let mut dead: Vec<&str> =
                scan.links.iter().filter(|link| !leads(link, path, base, artifacts, &of_path)).map(|l| &**l).collect();
            dead.sort_unstable();
            let dead = dead.into_iter().map(|link| {
                Diagnostic::new(
                    &DEAD_LINK,
                    &page.origin,
                    Place::File,
                    format!("Auf der Seite {path} führt ein Link ins Leere: {link}"),
                    "Prüfen Sie die Vorlage der Gestaltung, die diesen Link setzt.",
                )
            });
            doubles.chain(dead).collect::<Vec<_>>()
        })
        .collect()
}

fn scan(bytes: &[u8]) -> Scan {
    let mut out = Scan { ids: HashSet::new(), doubles: Vec::new(), links: HashSet::new() };
    for token in Tokenizer::new(bytes) {
        let Ok(Token::StartTag(tag)) = token else { continue };
        for (name, value) in &tag.attributes {
            let text = || String::from_utf8_lossy(value).into_owned();
            match &***name {
                b"id" => {
                    let id = text();
                    if !out.ids.insert(id.clone().into_boxed_str()) {
                        out.doubles.push(id);
                    }
                }
                b"href" | b"src" => {
                    out.links.insert(text().into_boxed_str());
                }
                _ => {}
            }
        }
    }
    out
}

/// Whether a link of the page at `path` leads to something: outside, or to a file and anchor of this site.
fn leads(link: &str, path: &str, base: &str, artifacts: &Artifacts, pages: &HashMap<&str, &Scan>) -> bool {
    let (target, fragment) = link.split_once('#').unwrap_or((link, ""));
    let file = if target.is_empty() {
        path.to_owned()
    } else if let Some(rest) = target.strip_prefix(base).filter(|_| target.starts_with('/')) {
        crate::site::url_to_path(rest)
    } else {
        // Outside addresses are not asked for: a build needs no network.
        return target.contains(':');
    };
    artifacts.contains_key(&file)
        && (fragment.is_empty() || pages.get(file.as_str()).is_some_and(|s| s.ids.contains(fragment)))
}
