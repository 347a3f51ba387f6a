//! Footnotes without a note.

use crate::diagnostic::{Diagnostic, Place, Rule, Severity};
use crate::markdown::Kind;
use crate::site::Site;
use std::collections::HashSet;

/// `text/footnote`
pub static RULE: Rule = Rule {
    code: "text/footnote",
    severity: Severity::Error,
    title: "Zu jeder Fußnote im Text gibt es die Fußnote.",
    why: "Sonst steht eine Klammer im Text, die nichts sagt.",
    wrong: &[("s.md", "---\nart: seite\nid: s\ntitel: S\n---\nText.[^1]\n\n[^2]: Andere.\n")],
    right: &[("s.md", "---\nart: seite\nid: s\ntitel: S\n---\nText.[^1]\n\n[^1]: Note.\n")],
};

/// Definitions that no text names. (A reference without a definition is plain text to Markdown and looks like `[^1]`.)
pub fn check(site: &Site, out: &mut Vec<Diagnostic>) {
    for entry in &site.entries {
        let nodes = &entry.document.nodes;
        let named: HashSet<&str> = nodes
            .iter()
            .filter_map(|n| match &n.kind {
                Kind::FootnoteReference(label) => Some(&**label),
                _ => None,
            })
            .collect();
        for node in nodes {
            match &node.kind {
                Kind::FootnoteDefinition(label) if !named.contains(&**label) => {
                    let message = format!("Die Fußnote „{label}“ nennt im Text niemand.");
                    let help = format!("Setzen Sie [^{label}] an die Stelle im Text, oder löschen Sie die Fußnote.");
                    out.push(Diagnostic::new(&RULE, &entry.file, Place::Span(node.span), message, help));
                }
                Kind::Text(text) => {
                    let words = entry.document.str(text);
                    if words.starts_with("[^") || words == "^" {
                        let help = "Ergänzen Sie unten im Text eine Zeile: [^1]: Text der Fußnote.";
                        out.push(Diagnostic::new(
                            &RULE,
                            &entry.file,
                            Place::Span(node.span),
                            "Diese Fußnote gibt es nicht.",
                            help,
                        ));
                    }
                }
                _ => {}
            }
        }
    }
}
