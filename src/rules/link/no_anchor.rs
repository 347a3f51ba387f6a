//! Links: Ein Link zu einer Stelle führt zu einer Stelle, die es gibt.

use super::{GUESSES, anchor_among, anchors_of};
use crate::diagnostic::{Diagnostic, Place, Rule, Severity};
use crate::site::{LinkProblem, Site};
use std::collections::HashMap;

/// `link/no-anchor`
pub static RULE: Rule = Rule {
    code: "link/no-anchor",
    severity: Severity::Error,
    title: "Ein Link zu einer Stelle führt zu einer Stelle, die es gibt.",
    why: "Sonst landen Leserinnen und Leser am Anfang der Seite und suchen.",
    wrong: &[("s.md", "---\nart: seite\nid: s\ntitel: S\n---\n[X](#nirgends)\n\n## Eins\n")],
    right: &[("s.md", "---\nart: seite\nid: s\ntitel: S\n---\n[X](#eins)\n\n## Eins\n")],
};

/// Every link with this problem.
pub fn check(site: &Site, out: &mut Vec<Diagnostic>) {
    let mut known: HashMap<&str, Vec<String>> = HashMap::new();
    let mut guesses = GUESSES;
    super::each_problem(site, |entry, link, problem| {
        let LinkProblem::NoAnchor(path, anchor) = problem else { return };
        let message = format!("Die Seite „{path}“ hat keine Stelle „#{anchor}“.");
        let anchors = known.entry(path).or_insert_with(|| anchors_of(site, path));
        guesses = guesses.saturating_sub(1);
        let help = match guesses {
            0 => "Prüfen Sie, wie die Stelle heute heißt.".to_owned(),
            _ => anchor_among(anchors, anchor),
        };
        out.push(Diagnostic::new(&RULE, &site.entries[entry].file, Place::Span(link.span), message, help));
    });
}
