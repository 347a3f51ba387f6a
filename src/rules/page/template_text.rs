//! What the template of `klartext new` says, still on a page.

use crate::diagnostic::{Diagnostic, Place, Rule, Severity};
use crate::kinds::kind;
use crate::markdown::Kind;
use crate::site::Site;
use crate::source::Span;

/// `page/template-text`
pub static RULE: Rule = Rule {
    code: "page/template-text",
    severity: Severity::Warning,
    title: "Auf der Website steht kein Muster-Text aus der Vorlage.",
    why: "Der Muster-Text sagt Ihnen, was hierher gehört. Leserinnen und Lesern sagt er nichts.",
    wrong: &[("s.md", "---\nart: seite\nid: s\ntitel: S\n---\nSchreiben Sie hier den Text.\n")],
    right: &[("s.md", "---\nart: seite\nid: s\ntitel: S\n---\nDer Kreis hat ein neues Büro.\n")],
};

/// What `klartext new fassung` writes into each section.
const OF_TWINS: [&str; 2] = ["Schreiben Sie hier den Anfang.", "Schreiben Sie hier den Abschnitt."];

/// Headings that end with dots in place of words, and paragraphs that stand word for word in the template of their kind.
pub fn check(site: &Site, out: &mut Vec<Diagnostic>) {
    for entry in &site.entries {
        let template = kind(entry.data.art()).map_or("", |kind| kind.body);
        let told = template.lines().filter(|l| !l.is_empty() && !l.starts_with(['#', '<', '>', '-']));
        let told: Vec<&str> = told.chain(OF_TWINS).collect();
        for node in &entry.document.nodes {
            let words = || entry.document.source.get(node.span.range()).unwrap_or("");
            let left = match node.kind {
                Kind::Heading { .. } => words().trim_end().ends_with(": \u{2026}"),
                Kind::Paragraph => words().lines().any(|line| told.contains(&line.trim_end())),
                _ => false,
            };
            if left {
                let message = "Hier steht noch der Muster-Text aus der Vorlage.";
                let help = "Schreiben Sie, was hierher gehört, oder löschen Sie die Zeile.";
                let place = Span { start: node.span.start, end: node.span.start + words().trim_end().len() as u32 };
                out.push(Diagnostic::new(&RULE, &entry.file, Place::Span(place), message, help));
            }
        }
    }
}
