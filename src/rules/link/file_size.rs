//! Sizes of files that are written by hand and not true.

use crate::diagnostic::{Diagnostic, Place, Rule, Severity};
use crate::markdown::{Kind, plain_text};
use crate::model::{file_size, says_size};
use crate::site::{Site, Target};

/// `link/file-size`
pub static RULE: Rule = Rule {
    code: "link/file-size",
    severity: Severity::Warning,
    title: "Die Größe bei einem Link zu einer Datei stimmt.",
    why: "Wer wenig Daten-Volumen hat, verlässt sich darauf. Klartext schreibt Art und Größe selbst dazu.",
    wrong: &[
        ("plan.txt", "Tag;Ort\n"),
        ("s.md", "---\nart: seite\nid: s\ntitel: S\n---\n[Plan (TXT, 3 KB)](plan.txt)\n"),
    ],
    right: &[("plan.txt", "Tag;Ort\n"), ("s.md", "---\nart: seite\nid: s\ntitel: S\n---\n[Plan](plan.txt)\n")],
};

/// Every link whose words name another size than the file has.
pub fn check(site: &Site, out: &mut Vec<Diagnostic>) {
    for (index, entry) in site.entries.iter().enumerate() {
        for link in &site.links[index] {
            let (Ok(Target::Asset(path)), Kind::Link { .. }) = (&link.target, &entry.document.node(link.node).kind)
            else {
                continue;
            };
            let Some(file) = site.assets.get(path.as_str()) else { continue };
            let words = plain_text(&entry.document, link.node);
            let size = file_size(file.bytes.len());
            if says_size(&words) && !words.contains(&size) {
                let message = format!("Die Größe im Link stimmt nicht: Die Datei „{path}“ hat {size}.");
                let help = "Lassen Sie Art und Größe weg. Klartext schreibt sie selbst dazu.";
                out.push(Diagnostic::new(&RULE, &entry.file, Place::Span(link.span), message, help));
            }
        }
    }
}
