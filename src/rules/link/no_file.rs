//! Links: Ein Link im Text führt zu einer Datei, die es gibt.

use super::{Files, GUESSES};
use crate::diagnostic::{Diagnostic, Place, Rule, Severity};
use crate::site::{LinkProblem, Site};
use std::cell::OnceCell;

/// `link/no-file`
pub static RULE: Rule = Rule {
    code: "link/no-file",
    severity: Severity::Error,
    title: "Ein Link im Text führt zu einer Datei, die es gibt.",
    why: "Ein Link ins Leere hilft niemandem.",
    wrong: &[("s.md", "---\nart: seite\nid: s\ntitel: S\n---\n[X](gibtsnicht.md)\n")],
    right: &[("s.md", "---\nart: seite\nid: s\ntitel: S\n---\n[X](index.md)\n")],
};

/// Every link with this problem.
pub fn check(site: &Site, out: &mut Vec<Diagnostic>) {
    let files = OnceCell::new();
    let mut guesses = GUESSES;
    super::each_problem(site, |entry, link, problem| {
        let LinkProblem::NoFile(path) = problem else { return };
        let message = format!("Die Datei „{path}“ gibt es nicht.");
        guesses = guesses.saturating_sub(1);
        let help = files.get_or_init(|| Files::of(site)).help(path, guesses > 0);
        let help = format!("{help} Der Weg zählt von der Datei aus, in der der Link steht.");
        out.push(Diagnostic::new(&RULE, &site.entries[entry].file, Place::Span(link.span), message, help));
    });
}
