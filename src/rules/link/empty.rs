//! Links: Ein Link hat ein Ziel.

use crate::diagnostic::{Diagnostic, Place, Rule, Severity};
use crate::site::{LinkProblem, Site};

/// `link/empty`
pub static RULE: Rule = Rule {
    code: "link/empty",
    severity: Severity::Error,
    title: "Ein Link hat ein Ziel.",
    why: "Ohne Ziel ist es kein Link.",
    wrong: &[("s.md", "---\nart: seite\nid: s\ntitel: S\n---\n[X]()\n")],
    right: &[("s.md", "---\nart: seite\nid: s\ntitel: S\n---\n[X](index.md)\n")],
};

/// Every link with this problem.
pub fn check(site: &Site, out: &mut Vec<Diagnostic>) {
    super::each_problem(site, |entry, link, problem| {
        let LinkProblem::Empty = problem else { return };
        let message = "Dieser Link hat kein Ziel.";
        let help = "Schreiben Sie die Datei in die runden Klammern: [Gremien](gremien/index.md)";
        out.push(Diagnostic::new(&RULE, &site.entries[entry].file, Place::Span(link.span), message, help));
    });
}
