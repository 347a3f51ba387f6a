//! Gaps that the operator has to fill.

use crate::diagnostic::{Diagnostic, Place, Rule, Severity};
use crate::markdown::{Kind, plain_text};
use crate::site::Site;
use crate::source::Span;

/// `page/gap`
pub static RULE: Rule = Rule {
    code: "page/gap",
    severity: Severity::Warning,
    title: "Auf einer veröffentlichten Seite fehlt keine Angabe.",
    why: "Eine Lücke in Impressum oder Datenschutz ist ein rechtliches Risiko.",
    wrong: &[("s.md", "---\nart: seite\nid: s\ntitel: S\n---\n> [!Lücke]\n> Telefon-Nummer.\n")],
    right: &[("s.md", "---\nart: seite\nid: s\ntitel: S\n---\nText.\n")],
};

/// Every `> [!Lücke]`.
pub fn check(site: &Site, out: &mut Vec<Diagnostic>) {
    for entry in &site.entries {
        for (id, node) in entry.document.nodes.iter().enumerate() {
            if !matches!(&node.kind, Kind::Callout { name } if entry.document.str(name) == "Lücke") {
                continue;
            }
            let text = plain_text(&entry.document, id as u32);
            let place = Place::Span(Span { start: node.span.start, end: node.span.start + 1 });
            let message = format!("Hier fehlt eine Angabe: {text}");
            let help = "Ersetzen Sie den Kasten durch die Angabe.";
            out.push(Diagnostic::new(&RULE, &entry.file, place, message, help));
        }
    }
}
