//! Checks the finished files: what only the whole page can show, whether theme or text is to blame.

use crate::diagnostic::{Diagnostic, Place, Rule, Severity};
use crate::html::{Marks, marks};
use crate::model::{Artifact, Artifacts};
use crate::source::percent_decode;
use rayon::prelude::*;
use std::borrow::Cow;
use std::collections::HashMap;

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

/// Checks all pages: ids within a page, links across pages. `base` is the base path.
pub fn check(artifacts: &Artifacts, base: &str) -> Vec<Diagnostic> {
    let pages: Vec<(&String, &Artifact)> = artifacts.iter().filter(|(path, _)| path.ends_with(".html")).collect();
    let all: Vec<Marks<'_>> = pages.par_iter().map(|(_, page)| marks(&page.bytes)).collect();
    let known = Known::new(artifacts, pages.iter().map(|(path, _)| path.as_str()).zip(&all));
    pages
        .par_iter()
        .zip(&all)
        .flat_map_iter(|((path, page), marks)| {
            let doubles = marks.ids.windows(2).filter(|pair| pair[0] == pair[1]).map(|pair| {
                Diagnostic::new(
                    &DUPLICATE_ID,
                    &page.origin,
                    Place::File,
                    format!("Auf der Seite {path} gibt es die Stelle „#{}“ zweimal.", pair[0]),
                    "Geben Sie einer der Überschriften einen anderen Namen, zum Beispiel: ## Titel {#name}",
                )
            });
            let dead = marks.links.iter().filter(|link| !known.leads(link, marks, base)).map(|link| {
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

/// All that a link of the site may name: each file by its path, a page also by its address, with the page's marks.
struct Known<'a>(HashMap<&'a str, Option<&'a Marks<'a>>>);

impl<'a> Known<'a> {
    fn new(artifacts: &'a Artifacts, pages: impl Iterator<Item = (&'a str, &'a Marks<'a>)>) -> Self {
        let mut known: HashMap<&str, Option<&Marks<'_>>> = artifacts.keys().map(|path| (path.as_str(), None)).collect();
        for (path, marks) in pages {
            known.insert(path, Some(marks));
            let address = path.strip_suffix("index.html").filter(|a| a.is_empty() || a.ends_with('/'));
            known.extend(address.map(|address| (address, Some(marks))));
        }
        Known(known)
    }

    /// Whether a link on the page with these marks leads to something: outside, or to a file and place of this site.
    fn leads(&self, link: &str, own: &Marks<'_>, base: &str) -> bool {
        let (target, fragment) = link.split_once('#').unwrap_or((link, ""));
        let (target, fragment) = (&*decoded(target), &*decoded(fragment));
        let has =
            |marks: &Marks<'_>| fragment.is_empty() || marks.ids.binary_search_by(|id| (**id).cmp(fragment)).is_ok();
        if target.is_empty() {
            return has(own);
        }
        match target.strip_prefix(base).filter(|_| target.starts_with('/')) {
            Some(path) => self.0.get(path).is_some_and(|marks| fragment.is_empty() || marks.is_some_and(has)),
            // Outside addresses are not asked for: a build needs no network.
            None => target.contains(':'),
        }
    }
}

/// Percent-decoded; most links need no copy.
fn decoded(text: &str) -> Cow<'_, str> {
    if text.contains('%') { Cow::Owned(percent_decode(text)) } else { Cow::Borrowed(text) }
}
