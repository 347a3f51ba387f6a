//! Footnotes without a note.

use crate::diagnostic::{Diagnostic, Place, Rule, Severity};
use crate::markdown::Kind;
use crate::site::Site;
use crate::source::Span;
use std::collections::HashSet;

/// `text/footnote`
pub static RULE: Rule = Rule {
    code: "text/footnote",
    severity: Severity::Error,
    title: "Zu jeder Fußnote im Text gibt es die Fußnote.",
    why: "Sonst steht eine Klammer im Text, die nichts sagt.",
    wrong: &[("s.md", "---\nart: seite\nid: s\ntitel: S\n---\nText.[^1]\n\nAndere.\n")],
    right: &[("s.md", "---\nart: seite\nid: s\ntitel: S\n---\nText.[^1]\n\n[^1]: Note.\n")],
};

/// Definitions that no text names, and references without a definition: to Markdown these are plain text in three
/// pieces, `[`, `^1` and `]`. Written with a backslash, `\[^1]`, they are two pieces and meant as they stand.
pub fn check(site: &Site, out: &mut Vec<Diagnostic>) {
    for entry in &site.entries {
        let nodes = &entry.document.nodes;
        let named: HashSet<&str> = nodes
            .iter()
            .filter_map(|n| match &n.kind {
                Kind::FootnoteReference(label) => Some(entry.document.str(label)),
                _ => None,
            })
            .collect();
        for (index, node) in nodes.iter().enumerate() {
            match &node.kind {
                Kind::FootnoteDefinition(label) if !named.contains(entry.document.str(label)) => {
                    let label = entry.document.str(label);
                    let message = format!("Die Fußnote „{label}“ nennt im Text niemand.");
                    let help = format!("Setzen Sie [^{label}] an die Stelle im Text, oder löschen Sie die Fußnote.");
                    out.push(Diagnostic::new(&RULE, &entry.file, Place::Span(node.span), message, help));
                }
                Kind::Text(text) => {
                    let words_at = |i: Option<usize>| match i.and_then(|i| nodes.get(i)).map(|n| &n.kind) {
                        Some(Kind::Text(text)) => entry.document.str(text),
                        _ => "",
                    };
                    let Some(label) = entry.document.str(text).strip_prefix('^').filter(|l| !l.is_empty()) else {
                        continue;
                    };
                    if words_at(index.checked_sub(1)) == "[" && words_at(Some(index + 1)).starts_with(']') {
                        let span = Span { start: node.span.start - 1, end: node.span.end + 1 };
                        let message = format!("Die Fußnote „{label}“ gibt es nicht.");
                        let help = format!("Ergänzen Sie unten im Text eine Zeile: [^{label}]: Text der Fußnote.");
                        out.push(Diagnostic::new(&RULE, &entry.file, Place::Span(span), message, help));
                    }
                }
                _ => {}
            }
        }
    }
}
