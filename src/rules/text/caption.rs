//! Tables without a caption.

use crate::diagnostic::{Diagnostic, Place, Rule, Severity};
use crate::html::caption_of;
use crate::markdown::{Kind, NodeId};
use crate::site::Site;

/// `text/table-caption`
pub static RULE: Rule = Rule {
    code: "text/table-caption",
    severity: Severity::Error,
    title: "Jede Tabelle hat eine Überschrift.",
    why: "Wer die Tabelle hört statt sieht, muss vorher wissen, was in ihr steht (WCAG 1.3.1).",
    wrong: &[("s.md", "---\nart: seite\nid: s\ntitel: S\n---\n| A | B |\n|---|---|\n| 1 | 2 |\n")],
    right: &[("s.md", "---\nart: seite\nid: s\ntitel: S\n---\nTabelle: Zahlen\n\n| A | B |\n|---|---|\n| 1 | 2 |\n")],
};

/// Every table whose block before it is no caption.
pub fn check(site: &Site, out: &mut Vec<Diagnostic>) {
    for entry in &site.entries {
        let document = &entry.document;
        for table in 0..document.nodes.len() as NodeId {
            let node = document.node(table);
            if !matches!(node.kind, Kind::Table(_)) {
                continue;
            }
            let before = (0..table)
                .rev()
                .find(|n| document.node(*n).end == table && matches!(document.node(*n).kind, Kind::Paragraph));
            if caption_of(document, table, before).is_none() {
                let first = document.source.get(node.span.range()).and_then(|t| t.lines().next()).map_or(0, str::len);
                let span = crate::source::Span { start: node.span.start, end: node.span.start + first as u32 };
                out.push(Diagnostic::new(
                    &RULE,
                    &entry.file,
                    Place::Span(span),
                    "Diese Tabelle hat keine Überschrift.",
                    "Schreiben Sie direkt davor einen eigenen Absatz, zum Beispiel: Tabelle: Sitzungen im Jahr 2026",
                ));
            }
        }
    }
}
