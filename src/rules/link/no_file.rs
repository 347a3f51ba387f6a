//! Links: Ein Link im Text führt zu einer Datei, die es gibt.

use crate::diagnostic::{Diagnostic, Place, Rule, Severity};
use crate::site::{LinkProblem, Site};

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
    super::each_problem(site, |entry, link, problem| {
        let LinkProblem::NoFile(path) = problem else { return };
        let message = format!("Die Datei „{path}“ gibt es nicht.");
        let help = format!("{} Der Weg zählt von der Datei aus, in der der Link steht.", super::file_help(site, path));
        out.push(Diagnostic::new(&RULE, &site.entries[entry].file, Place::Span(link.span), message, help));
    });
}
