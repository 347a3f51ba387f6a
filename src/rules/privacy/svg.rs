//! Drawings that do something or fetch something.

use crate::diagnostic::{Diagnostic, Place, Rule, Severity};
use crate::source::LineIndex;
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use std::sync::Arc;

/// `privacy/svg`
pub static RULE: Rule = Rule {
    code: "privacy/svg",
    severity: Severity::Error,
    title: "SVG-Dateien zeichnen nur.",
    why: "Eine SVG-Datei kann Programme enthalten und Inhalte von fremden Adressen laden. Dann erfährt ein Fremder, wer diese Seite liest.",
    wrong: &[("bild.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>x()</script></svg>\n")],
    right: &[("bild.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"><path d=\"M0 0h9v9z\"/></svg>\n")],
};

/// Elements that do or hold more than a drawing.
const ELEMENTS: [&str; 6] = ["script", "foreignobject", "iframe", "audio", "video", "handler"];
/// What drawing programs write down of the computer and of who sits there.
const TOLD: [&str; 4] = ["docname", "export-filename", "absref", "creator"];

/// What is wrong with a drawing; at most one finding.
pub fn diagnose(file: &Arc<str>, text: &str) -> Option<Diagnostic> {
    let mut reader = Reader::from_str(text);
    loop {
        let at = usize::try_from(reader.buffer_position()).unwrap_or(0);
        let what = match reader.read_event() {
            Ok(Event::Eof) => return None,
            Ok(Event::Start(tag) | Event::Empty(tag)) => match wrong(&tag, file) {
                None => continue,
                Some(what) => what,
            },
            Ok(Event::DocType(body)) if body.contains('[') => "eigene Zeichen (DOCTYPE)".to_owned(),
            Ok(Event::PI(body)) if body.starts_with("xml-stylesheet") => "ein fremdes Stylesheet".to_owned(),
            Ok(Event::Text(body)) if fetches(body.as_ref()) => "einen Link in einem Stil".to_owned(),
            Ok(Event::CData(body)) if fetches(body.as_ref()) => "einen Link in einem Stil".to_owned(),
            Ok(_) => continue,
            Err(_) => "Zeichen, die kein XML sind".to_owned(),
        };
        let (line, column) = LineIndex::new(text).line_column(text, at.min(text.len()));
        return Some(Diagnostic::new(
            &RULE,
            file,
            Place::Point(line, column),
            format!("Diese SVG-Datei enthält {what}."),
            "Speichern Sie die Zeichnung als „reines SVG“ oder „optimiertes SVG“, oder nehmen Sie PNG.",
        ));
    }
}

fn wrong(tag: &BytesStart<'_>, file: &str) -> Option<String> {
    // A drawing may say its own name, which everybody sees anyway.
    let own_name = file.rsplit('/').next().unwrap_or(file).to_lowercase();
    let name = tag.local_name().as_ref().to_lowercase();
    if ELEMENTS.contains(&name.as_str()) {
        return Some(format!("das Element „{name}“"));
    }
    if TOLD.contains(&name.as_str()) {
        return Some(format!("den Namen eines Menschen oder Programms („{name}“)"));
    }
    for attribute in tag.attributes() {
        let Ok(attribute) = attribute else { return Some("eine Angabe, die kein XML ist".to_owned()) };
        let key = attribute.key.local_name().as_ref().to_lowercase();
        let value = attribute.value.trim().to_lowercase();
        let own = value.starts_with('#') || value.starts_with("data:image/png") || value.starts_with("data:image/jpeg");
        if TOLD.contains(&key.as_str()) && value != own_name {
            return Some(format!("den Namen einer Datei auf Ihrem Computer („{key}“)"));
        }
        if key.starts_with("on") {
            return Some(format!("ein Programm in „{key}“"));
        }
        if (key == "href" || key == "src") && !own {
            return Some(format!("einen Link nach außen in „{key}“"));
        }
        // SMIL can set what is refused above.
        if key == "attributename" && (value.ends_with("href") || value.starts_with("on")) {
            return Some("eine Bewegung, die einen Link setzt".to_owned());
        }
        if fetches(&value) {
            return Some(format!("einen Link nach außen in „{key}“"));
        }
    }
    None
}

/// Whether a style fetches something: `url(` of anything but a place in the drawing, `@import`.
fn fetches(style: &str) -> bool {
    let lower = style.to_lowercase();
    let outside = |after: &str| !after.trim_start_matches([' ', '"', '\'']).starts_with('#');
    lower.contains("@import") || lower.split("url(").skip(1).any(outside)
}
