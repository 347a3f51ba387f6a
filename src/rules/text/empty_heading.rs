//! Headings without words.

use crate::diagnostic::{Diagnostic, Place, Rule, Severity};
use crate::markdown::{Kind, plain_text};
use crate::site::Site;

/// `text/empty-heading`
pub static RULE: Rule = Rule {
    code: "text/empty-heading",
    severity: Severity::Error,
    title: "Eine Überschrift hat Worte.",
    why: "Vorlese-Programme lesen eine leere Überschrift als Rätsel vor.",
    wrong: &[("s.md", "---\nart: seite\nid: s\ntitel: S\n---\n##\n\nText.\n")],
    right: &[("s.md", "---\nart: seite\nid: s\ntitel: S\n---\n## Eins\n\nText.\n")],
};

/// Every heading without text.
pub fn check(site: &Site, out: &mut Vec<Diagnostic>) {
    for entry in &site.entries {
        for (id, node) in entry.document.nodes.iter().enumerate() {
            let heading = matches!(node.kind, Kind::Heading { .. });
            if heading && plain_text(&entry.document, id as u32).trim().is_empty() {
                let help = "Schreiben Sie hinter die Rauten, worum es geht, oder löschen Sie die Zeile.";
                out.push(Diagnostic::new(
                    &RULE,
                    &entry.file,
                    Place::Span(node.span),
                    "Diese Überschrift ist leer.",
                    help,
                ));
            }
        }
    }
}
