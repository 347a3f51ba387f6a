//! Footnotes: a reference in the text, the note at the end, and a way back (roles after DPUB-ARIA 1.1).

use super::write::Writer;
use crate::markdown::{Document, Kind, NodeId};
use std::collections::HashMap;
use std::fmt::Write;
use std::ops::Range;

/// Definitions of a range, and the order in which they are first named.
pub(super) struct Notes<'a> {
    definitions: HashMap<&'a str, NodeId>,
    used: Vec<&'a str>,
    times: HashMap<&'a str, u32>,
}

impl<'a> Notes<'a> {
    pub(super) fn new(document: &'a Document, range: Range<NodeId>) -> Self {
        let mut definitions = HashMap::new();
        if !range.is_empty() {
            for (id, node) in document.nodes.iter().enumerate() {
                if let Kind::FootnoteDefinition(label) = &node.kind {
                    definitions.entry(&**label).or_insert(id as NodeId);
                }
            }
        }
        Notes { definitions, used: Vec::new(), times: HashMap::new() }
    }
}

pub(super) fn write_reference<'a>(writer: &mut Writer<'a>, label: &'a str) {
    let prefix = &format!("{}{}", writer.options.prefix, writer.options.notes);
    if !writer.notes.definitions.contains_key(label) {
        // The same words that stand in the source; the rule about missing notes names the place.
        super::escape_into(&mut writer.out, &format!("[^{label}]"));
        return;
    }
    let number = match writer.notes.used.iter().position(|l| *l == label) {
        Some(index) => index + 1,
        None => {
            writer.notes.used.push(label);
            writer.notes.used.len()
        }
    };
    let times = writer.notes.times.entry(label).or_insert(0);
    *times += 1;
    let id = reference_id(prefix, number, *times);
    if writer.in_link {
        let _ = write!(writer.out, "<sup id=\"{id}\">{number}</sup>");
        return;
    }
    let _ = write!(
        writer.out,
        "<sup><a href=\"#{prefix}fussnote-{number}\" id=\"{id}\" role=\"doc-noteref\" aria-label=\"Fußnote {number}\">{number}</a></sup>"
    );
}

fn reference_id(prefix: &str, number: usize, times: u32) -> String {
    if times == 1 {
        format!("{prefix}fussnote-{number}-zurueck")
    } else {
        format!("{prefix}fussnote-{number}-zurueck-{times}")
    }
}

/// The notes at the end, in the order of their first mention. A note may name another one.
pub(super) fn write_section(writer: &mut Writer<'_>) {
    if writer.notes.used.is_empty() {
        return;
    }
    let prefix = &format!("{}{}", writer.options.prefix, writer.options.notes);
    let _ = writeln!(writer.out, "<section class=\"footnotes\" role=\"doc-endnotes\" aria-label=\"Fußnoten\">\n<ol>");
    let mut index = 0;
    while let Some(label) = writer.notes.used.get(index).copied() {
        let number = index + 1;
        let _ = write!(writer.out, "<li id=\"{prefix}fussnote-{number}\">");
        if let Some(id) = writer.notes.definitions.get(label).copied() {
            writer.children(id);
        }
        let last = writer.out.trim_end().strip_suffix("</p>").map(str::len);
        let tail = if let Some(length) = last {
            writer.out.truncate(length);
            "</p>"
        } else {
            ""
        };
        for times in 1..=writer.notes.times.get(label).copied().unwrap_or(0) {
            let id = reference_id(prefix, number, times);
            let again = if times > 1 { format!(", Stelle {times}") } else { String::new() };
            let _ = write!(
                writer.out,
                " <a href=\"#{id}\" role=\"doc-backlink\" aria-label=\"Zurück zum Text, Fußnote {number}{again}\">↩</a>"
            );
        }
        let _ = writeln!(writer.out, "{tail}</li>");
        index += 1;
    }
    writer.out.push_str("</ol>\n</section>\n");
}
