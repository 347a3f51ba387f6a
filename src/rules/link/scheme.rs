//! Links: Ein Link nach außen beginnt mit https:, http:, mailto: oder tel:.

use crate::diagnostic::{Diagnostic, Place, Rule, Severity};
use crate::site::{LinkProblem, Site};

/// `link/scheme`
pub static RULE: Rule = Rule {
    code: "link/scheme",
    severity: Severity::Error,
    title: "Ein Link nach außen beginnt mit https:, http:, mailto: oder tel:.",
    why: "Andere Adressen führen Programme aus oder gehen auf vielen Geräten nicht.",
    wrong: &[("s.md", "---\nart: seite\nid: s\ntitel: S\n---\n[X](javascript:alert)\n")],
    right: &[("s.md", "---\nart: seite\nid: s\ntitel: S\n---\n[X](https://example.org/)\n")],
};

/// Every link with this problem.
pub fn check(site: &Site, out: &mut Vec<Diagnostic>) {
    super::each_problem(site, |entry, link, problem| {
        let LinkProblem::Scheme(scheme) = problem else { return };
        let message = format!("Ein Link, der mit „{scheme}:“ beginnt, geht hier nicht.");
        let help = "Nehmen Sie eine Adresse mit https:, mailto: oder tel:.";
        out.push(Diagnostic::new(&RULE, &site.entries[entry].file, Place::Span(link.span), message, help));
    });
}
