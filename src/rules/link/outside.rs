//! Links: Ein Link im Text bleibt im Ordner der Website.

use crate::diagnostic::{Diagnostic, Place, Rule, Severity};
use crate::site::{LinkProblem, Site};

/// `link/outside-site`
pub static RULE: Rule = Rule {
    code: "link/outside-site",
    severity: Severity::Error,
    title: "Ein Link im Text bleibt im Ordner der Website.",
    why: "Dateien außerhalb werden nicht veröffentlicht.",
    wrong: &[("s.md", "---\nart: seite\nid: s\ntitel: S\n---\n[X](../geheim.md)\n")],
    right: &[("s.md", "---\nart: seite\nid: s\ntitel: S\n---\n[X](index.md)\n")],
};

/// Every link with this problem.
pub fn check(site: &Site, out: &mut Vec<Diagnostic>) {
    super::each_problem(site, |entry, link, problem| {
        let LinkProblem::Outside = problem else { return };
        let message = "Dieser Link führt aus dem Ordner der Website heraus.";
        let help =
            "Legen Sie die Datei in den Ordner der Website und nennen Sie sie von dieser Datei aus: ../gremien/kok.md";
        out.push(Diagnostic::new(&RULE, &site.entries[entry].file, Place::Span(link.span), message, help));
    });
}
