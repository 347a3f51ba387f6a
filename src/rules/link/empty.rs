//! Links: Ein Link hat ein Ziel und einen Text.

use crate::diagnostic::{Diagnostic, Place, Rule, Severity};
use crate::markdown::Kind;
use crate::site::{LinkProblem, Site};

/// `link/empty`
pub static RULE: Rule = Rule {
    code: "link/empty",
    severity: Severity::Error,
    title: "Ein Link hat ein Ziel und einen Text.",
    why: "Ohne Ziel ist es kein Link. Ohne Text sieht ihn niemand, und Vorlese-Programme lesen nur seine Adresse vor.",
    wrong: &[
        ("s.md", "---\nart: seite\nid: s\ntitel: S\n---\n[X]()\n"),
        ("s.md", "---\nart: seite\nid: s\ntitel: S\n---\n[](index.md)\n"),
    ],
    right: &[("s.md", "---\nart: seite\nid: s\ntitel: S\n---\n[X](index.md)\n")],
};

/// Every link with this problem, and every link to somewhere with nothing between its brackets. One around an image without
/// text is found on the finished page (`a11y/link-text`).
pub fn check(site: &Site, out: &mut Vec<Diagnostic>) {
    super::each_problem(site, |entry, link, problem| {
        let LinkProblem::Empty = problem else { return };
        let message = "Dieser Link hat kein Ziel.";
        let help = "Schreiben Sie die Datei in die runden Klammern: [Gremien](gremien/index.md)";
        out.push(Diagnostic::new(&RULE, &site.entries[entry].file, Place::Span(link.span), message, help));
    });
    let all = site.links.iter().enumerate().flat_map(|(entry, links)| links.iter().map(move |link| (entry, link)));
    for (entry, link) in all.filter(|(_, link)| link.target.is_ok()) {
        let own = &site.entries[entry];
        let node = own.document.node(link.node);
        if matches!(node.kind, Kind::Link { .. }) && node.end == link.node + 1 {
            let message = "Dieser Link hat keinen Text.";
            let help = "Schreiben Sie in die eckigen Klammern, wohin er führt: [Gremien](gremien/index.md)";
            out.push(Diagnostic::new(&RULE, &own.file, Place::Span(link.span), message, help));
        }
    }
}
