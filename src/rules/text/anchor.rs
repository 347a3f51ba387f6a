//! Two headings of a text with one written name. The finished page would show it too, but not where.

use crate::diagnostic::{Diagnostic, Place};
use crate::markdown::Kind;
use crate::rules::finished::DUPLICATE_ID;
use crate::site::Site;
use std::collections::HashSet;

/// Headings of every text. Names that are not written never collide.
pub fn check(site: &Site, out: &mut Vec<Diagnostic>) {
    for entry in &site.entries {
        let mut seen = HashSet::new();
        for node in &entry.document.nodes {
            let Kind::Heading { id, .. } = &node.kind else { continue };
            let id = entry.document.str(id);
            if !seen.insert(id) {
                let message = format!("Den Namen „{id}“ hat auf dieser Seite schon eine andere Überschrift.");
                let help = "Geben Sie einer der beiden einen anderen Namen, zum Beispiel: ## Titel {#name}";
                out.push(Diagnostic::new(&DUPLICATE_ID, &entry.file, Place::Span(node.span), message, help));
            }
        }
    }
}
