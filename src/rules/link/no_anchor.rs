//! Links: Ein Link zu einer Stelle führt zu einer Stelle, die es gibt.

use crate::diagnostic::{Diagnostic, Place, Rule, Severity};
use crate::site::{LinkProblem, Site};

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
    super::each_problem(site, |entry, link, problem| {
        let LinkProblem::NoAnchor(path, anchor) = problem else { return };
        let message = format!("Die Seite „{path}“ hat keine Stelle „#{anchor}“.");
        let help = super::anchor_help(site, path, anchor);
        out.push(Diagnostic::new(&RULE, &site.entries[entry].file, Place::Span(link.span), message, help));
    });
}
