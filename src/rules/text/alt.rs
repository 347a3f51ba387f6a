//! Images without words.

use crate::diagnostic::{Diagnostic, Place, Rule, Severity};
use crate::markdown::{Kind, plain_text};
use crate::site::{Site, pictogram_name};

/// `text/image-text`
pub static RULE: Rule = Rule {
    code: "text/image-text",
    severity: Severity::Error,
    title: "Jedes Bild hat einen Text, der sagt, was zu sehen ist.",
    why: "Wer das Bild nicht sieht, bekommt diesen Text (WCAG 1.1.1).",
    wrong: &[
        ("s.md", "---\nart: seite\nid: s\ntitel: S\n---\n![](bild.svg)\n"),
        ("bild.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>"),
    ],
    right: &[
        ("s.md", "---\nart: seite\nid: s\ntitel: S\n---\n![Ein Haus mit Rampe](bild.svg)\n"),
        ("bild.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>"),
    ],
};

/// Images whose text is missing or is no text: a file name, or "Bild".
pub fn check(site: &Site, out: &mut Vec<Diagnostic>) {
    for entry in &site.entries {
        for (id, node) in entry.document.nodes.iter().enumerate() {
            let Kind::Image(to) = node.kind else { continue };
            let file = entry.document.target(to);
            // A pictogram stands beside words that say the same.
            if pictogram_name(file).is_some() {
                continue;
            }
            let text = plain_text(&entry.document, id as u32);
            let text = text.trim();
            let name = file.rsplit('/').next().unwrap_or_default();
            let empty_word = ["bild", "foto", "grafik", "image", "logo"].contains(&text.to_lowercase().as_str());
            if text.is_empty() || empty_word || text == name {
                let message = "Dieses Bild hat keinen Text für Menschen, die es nicht sehen.";
                let help = "Sagen Sie in den eckigen Klammern in einem Satz, was zu sehen ist: ![Ein Haus mit einer Rampe](bild.jpg)";
                out.push(Diagnostic::new(&RULE, &entry.file, Place::Span(node.span), message, help));
            }
        }
    }
}
