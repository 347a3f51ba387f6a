//! Images from other sites.

use crate::diagnostic::{Diagnostic, Place, Rule, Severity};
use crate::markdown::Kind;
use crate::site::{Site, Target};

/// `link/foreign-image`
pub static RULE: Rule = Rule {
    code: "link/foreign-image",
    severity: Severity::Error,
    title: "Bilder liegen im Ordner der Website.",
    why: "Ein Bild von einer fremden Website verrät dieser, wer die Seite liest. Das verbietet der Datenschutz.",
    wrong: &[("s.md", "---\nart: seite\nid: s\ntitel: S\n---\n![Ein Haus](https://example.org/haus.jpg)\n")],
    right: &[
        ("bild.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>"),
        ("s.md", "---\nart: seite\nid: s\ntitel: S\n---\n![Ein Haus](bild.svg)\n"),
    ],
};

/// Every image with an address outside, and every one that is no file.
pub fn check(site: &Site, out: &mut Vec<Diagnostic>) {
    for (index, entry) in site.entries.iter().enumerate() {
        for link in &site.links[index] {
            if !matches!(entry.document.node(link.node).kind, Kind::Image(_)) {
                continue;
            }
            let (message, help) = match &link.target {
                Ok(Target::External(_)) => (
                    "Dieses Bild liegt auf einer fremden Website.",
                    "Legen Sie das Bild in den Ordner der Website, wenn Sie es verwenden dürfen: ![Ein Haus](haus.jpg)",
                ),
                Ok(Target::Page(..)) => (
                    "Das ist eine Seite und kein Bild.",
                    "Nennen Sie die Bild-Datei, oder nehmen Sie das Ausrufezeichen weg, dann ist es ein Link.",
                ),
                _ => continue,
            };
            out.push(Diagnostic::new(&RULE, &entry.file, Place::Span(link.span), message, help));
        }
    }
}
