//! Links: Ein Link zu einer eigenen Seite nennt die Datei, nicht die Adresse.

use crate::diagnostic::{Diagnostic, Place, Rule, Severity};
use crate::markdown::Kind;
use crate::site::{LinkProblem, Site};

/// `link/absolute`
pub static RULE: Rule = Rule {
    code: "link/absolute",
    severity: Severity::Error,
    title: "Ein Link zu einer eigenen Seite nennt die Datei, nicht die Adresse.",
    why: "So funktioniert der Link auch in der Ablage, und Klartext kann ihn prüfen.",
    wrong: &[("s.md", "---\nart: seite\nid: s\ntitel: S\n---\n[X](/gremien/)\n")],
    right: &[("s.md", "---\nart: seite\nid: s\ntitel: S\n---\n[X](index.md)\n")],
};

/// Every link with this problem.
pub fn check(site: &Site, out: &mut Vec<Diagnostic>) {
    super::each_problem(site, |entry, link, problem| {
        let LinkProblem::Absolute = problem else { return };
        let document = &site.entries[entry].document;
        let foreign = match &document.node(link.node).kind {
            Kind::Link(to) | Kind::Image(to) => document.target(*to).starts_with("//"),
            _ => false,
        };
        let message = if foreign {
            "Diesem Link nach außen fehlt der Anfang."
        } else {
            "Dieser Link nennt eine Adresse der Website statt einer Datei."
        };
        let help = if foreign {
            "Schreiben Sie https: davor."
        } else {
            "Nennen Sie die Markdown-Datei von dieser Datei aus, zum Beispiel ../gremien/kok.md"
        };
        out.push(Diagnostic::new(&RULE, &site.entries[entry].file, Place::Span(link.span), message, help));
    });
}
