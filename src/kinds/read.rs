//! One Markdown file to one entry, with all that is wrong in it.

use super::common::{self, ART};
use super::rules::{NEVER_VISIBLE, UNKNOWN_CALLOUT};
use super::{Context, Entry, kind};
use crate::diagnostic::{Diagnostic, FieldPath, Place};
use crate::front::{
    BAD_YAML, CONTROL, CONTROL_HELP, Checked, NO_FRONT_MATTER, Node, OPEN_FRONT_MATTER, Split, Values, check, nearest,
    read as read_yaml, second_head, split,
};
use crate::markdown::{self, Document, Kind, RAW_HTML, TOO_DEEP};
use crate::source::{SourceFile, Span, control_character, control_name};
use std::sync::Arc;

/// What became of a file.
#[derive(Debug, Clone)]
pub struct Parsed {
    /// Path below the site folder.
    pub file: Arc<str>,
    /// The entry, unless not even its kind could be read; shared, so that a preview can keep it from run to run.
    pub entry: Option<Arc<Entry>>,
    /// What is wrong in the file alone.
    pub findings: Vec<Diagnostic>,
}

/// Reads one Markdown file.
pub fn parse(file: &SourceFile) -> Parsed {
    let mut findings = Vec::new();
    let entry = read(file, &mut findings);
    Parsed { file: Arc::clone(&file.path), entry, findings }
}

fn read(file: &SourceFile, findings: &mut Vec<Diagnostic>) -> Option<Arc<Entry>> {
    let name = &file.path;
    let (yaml, body) = match split(&file.text) {
        Split::Found(yaml, body) => (yaml, body),
        Split::Missing => {
            let help = "Beginnen Sie die Datei mit einer Zeile `---`, dann `art: seite`, `id: …`, `titel: …` und noch einer Zeile `---`.";
            findings.push(Diagnostic::new(
                &NO_FRONT_MATTER,
                name,
                Place::Point(1, 1),
                "Am Anfang der Datei fehlt der Kopf.",
                help,
            ));
            return None;
        }
        Split::Open => {
            let help = "Setzen Sie nach der letzten Zeile des Kopfes eine Zeile `---`.";
            findings.push(Diagnostic::new(
                &OPEN_FRONT_MATTER,
                name,
                Place::Point(1, 1),
                "Der Kopf der Datei hat kein Ende.",
                help,
            ));
            return None;
        }
    };
    let node = match read_yaml(&file.text[yaml], name, 2) {
        Ok(node) => node,
        Err(finding) => {
            findings.push(*finding);
            return None;
        }
    };
    let Node::Map(entries) = &node else {
        check(&node, &[ART], &FieldPath::default(), &mut Checked { file: name, findings });
        return None;
    };
    let values = Values(entries);
    let art = values.text("art").unwrap_or_default();
    let Some(kind) = kind(&art) else {
        // Without a kind nobody knows which other keys belong here; only `art` itself is judged.
        let art: Vec<_> = entries.iter().filter(|(k, _)| k == "art").cloned().collect();
        check(&Node::Map(art), &[ART], &FieldPath::default(), &mut Checked { file: name, findings });
        return None;
    };
    check(&node, &kind.fields, &FieldPath::default(), &mut Checked { file: name, findings });
    if let Some(line) = second_head(&file.text[body.clone()]) {
        let place = Place::Span(Span::new(body.start + line.start, body.start + line.end));
        let message = "Der Kopf ist hier schon zu Ende, und es folgt noch einer.";
        let help = "Ein Kopf hat zwei Zeilen `---`: eine davor, eine danach. Nehmen Sie die überzählige weg.";
        findings.push(Diagnostic::new(&BAD_YAML, name, place, message, help));
    }
    let mut document = markdown::parse(&file.text, body);
    look_over(&document, name, findings);
    let stem = name.rsplit('/').next().unwrap_or(name).trim_end_matches(".md");
    let common = common::read(&values, if kind.name == "fassung" { name } else { stem }, kind.name != "sitzung");
    if common.visible.is_backwards() {
        findings.push(Diagnostic::new(
            &NEVER_VISIBLE,
            name,
            Place::Value(FieldPath::key("sichtbar_bis")),
            "Dieser letzte Tag liegt vor dem ersten: Die Seite wäre nie zu sehen.",
            "Prüfen Sie „sichtbar_ab“ und „sichtbar_bis“, vor allem die Jahre.",
        ));
    }
    let data = (kind.read)(&mut Context { file: name, values, document: &mut document, findings });
    Some(Arc::new(Entry { file: Arc::clone(name), common, data, document: Arc::new(document) }))
}

/// Callouts that pages may use.
const CALLOUTS: [&str; 6] = ["Beschluss", "Auftrag", "Hinweis", "Wichtig", "Lücke", "Wort"];

/// What may not stand in any text.
fn look_over(document: &Document, file: &Arc<str>, findings: &mut Vec<Diagnostic>) {
    if let Some(span) = document.too_deep {
        findings.push(Diagnostic::new(
            &TOO_DEEP,
            file,
            Place::Span(first_line(document, span)),
            "Hier stehen mehr als 50 Listen, Zitate oder Betonungen ineinander.",
            "Nehmen Sie Zeichen wie >, - und * am Anfang der Zeile weg, bis wenige übrig sind.",
        ));
    }
    let (mut html_until, mut html_open, mut in_comment) = (0, false, false);
    for node in &document.nodes {
        match &node.kind {
            // Those that stand there as they are, a rule about all files finds.
            Kind::Text(text) if document.is_own(text) => {
                if let Some((_, c)) = control_character(document.str(text)).filter(|_| {
                    document.source.get(node.span.range()).is_some_and(|raw| control_character(raw).is_none())
                }) {
                    findings.push(Diagnostic::new(
                        &CONTROL,
                        file,
                        Place::Span(node.span),
                        control_name(c),
                        CONTROL_HELP,
                    ));
                }
            }
            Kind::Html(text, block) => {
                // One finding for a block of many lines. A comment is no HTML to a reader and stays allowed.
                let words = document.str(text).trim_start();
                let html = !is_comment(words, &mut in_comment);
                // The end of what was found already says nothing new.
                let end = html_open && words.starts_with("</");
                let same_block = *block && node.span.start < html_until;
                html_open |= html;
                if html && !end && !same_block {
                    findings.push(Diagnostic::new(
                        &RAW_HTML,
                        file,
                        Place::Span(first_line(document, node.span)),
                        "Hier steht HTML.",
                        "Schreiben Sie es mit Markdown: **fett**, *betont*, [Link](datei.md), Listen, Tabellen. \
                         Ein Zeichen < allein schreiben Sie als \\<.",
                    ));
                }
                if html {
                    html_until = node.span.end + 1;
                }
            }
            Kind::Callout { name } if !CALLOUTS.contains(&document.str(name)) => {
                let name = document.str(name);
                let near =
                    nearest(name, CALLOUTS.into_iter()).map_or(String::new(), |n| format!("Meinten Sie „[!{n}]“? "));
                findings.push(Diagnostic::new(
                    &UNKNOWN_CALLOUT,
                    file,
                    Place::Span(marker(document, node.span, name)),
                    format!("Einen Kasten „[!{name}]“ kennt Klartext nicht."),
                    format!("{near}Es gibt: {}.", CALLOUTS.join(", ")),
                ));
            }
            _ => {}
        }
    }
}

/// Whether a piece of HTML holds comments alone. `open` carries over from line to line of a block.
fn is_comment(mut words: &str, open: &mut bool) -> bool {
    loop {
        if *open {
            let Some(end) = words.find("-->") else { return true };
            words = &words[end + 3..];
            *open = false;
        }
        words = words.trim_start();
        match words.strip_prefix("<!--") {
            Some(rest) => words = rest,
            None => return words.is_empty(),
        }
        *open = true;
    }
}

/// The `[!Name]` of a callout.
fn marker(document: &Document, span: Span, name: &str) -> Span {
    let words = format!("[!{name}]");
    let text = document.source.get(span.range()).unwrap_or("");
    match text.find(&words) {
        Some(at) => Span::new(span.start as usize + at, span.start as usize + at + words.len()),
        None => first_line(document, span),
    }
}

fn first_line(document: &Document, span: Span) -> Span {
    let text = document.source.get(span.range()).unwrap_or("");
    let line = text.lines().next().map_or(0, str::len) as u32;
    Span { start: span.start, end: span.start + line }
}
