//! Headings in order.

use crate::diagnostic::{Diagnostic, Place, Rule, Severity};
use crate::markdown::Kind;
use crate::site::Site;

/// `text/heading-order`
pub static RULE: Rule = Rule {
    code: "text/heading-order",
    severity: Severity::Error,
    title: "Überschriften im Text beginnen mit ## und lassen keine Stufe aus.",
    why: "Die Überschrift mit einem # ist der Titel der Seite, den Klartext selbst setzt. Vorlese-Programme springen von Überschrift zu Überschrift; eine Lücke verwirrt.",
    wrong: &[("s.md", "---\nart: seite\nid: s\ntitel: S\n---\n## Eins\n\n#### Zu tief\n")],
    right: &[("s.md", "---\nart: seite\nid: s\ntitel: S\n---\n## Eins\n\n### Tiefer\n")],
};

/// Levels of all headings of a text.
pub fn check(site: &Site, out: &mut Vec<Diagnostic>) {
    for entry in &site.entries {
        let mut last = 1;
        for node in &entry.document.nodes {
            let Kind::Heading { level, .. } = node.kind else { continue };
            let right = if level == 1 { 2 } else { last + 1 };
            if level == 1 || level > last + 1 {
                let marks = "#".repeat(usize::from(right));
                let message = if level == 1 {
                    "Diese Überschrift hat dieselbe Stufe wie der Titel der Seite.".to_owned()
                } else {
                    format!("Hier fehlt eine Stufe: Auf Stufe {last} folgt Stufe {level}.")
                };
                let help = format!("Schreiben Sie {marks} vor diese Überschrift.");
                out.push(Diagnostic::new(&RULE, &entry.file, Place::Span(node.span), message, help));
            }
            last = level.max(2).min(right);
        }
    }
}
