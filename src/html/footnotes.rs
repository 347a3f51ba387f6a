//! Footnotes: a reference in the text, the note at the end, and a way back (roles after DPUB-ARIA 1.1).

use super::write::Writer;
use crate::markdown::{Document, Kind, NodeId};
use std::cell::OnceCell;
use std::collections::HashMap;
use std::fmt::Write;

/// The notes that a text names.
#[derive(Default)]
pub(super) struct Notes<'a> {
    /// Where each stands. Few texts have one, so they are looked for when the first is named, all at once.
    definitions: OnceCell<HashMap<&'a str, NodeId>>,
    /// In the order of their first mention, and how often.
    named: Vec<(&'a str, u32)>,
    /// Places in that list.
    places: HashMap<&'a str, usize>,
}

impl<'a> Notes<'a> {
    /// Where a note stands.
    fn definition(&self, document: &'a Document, label: &str) -> Option<NodeId> {
        let find = || {
            let mut found = HashMap::new();
            for (id, node) in document.nodes.iter().enumerate() {
                if let Kind::FootnoteDefinition(label) = &node.kind {
                    found.entry(document.str(label)).or_insert(id as NodeId);
                }
            }
            found
        };
        self.definitions.get_or_init(find).get(label).copied()
    }

    /// Counts a mention: the number of the note, and how often it is named by now.
    fn name(&mut self, label: &'a str) -> (usize, u32) {
        let index = *self.places.entry(label).or_insert(self.named.len());
        if index == self.named.len() {
            self.named.push((label, 0));
        }
        self.named[index].1 += 1;
        (index + 1, self.named[index].1)
    }
}

pub(super) fn write_reference<'a>(writer: &mut Writer<'a>, label: &'a str) {
    let prefix = &format!("{}{}", writer.options.prefix, writer.options.notes);
    if writer.notes.definition(writer.document, label).is_none() {
        // The same words that stand in the source; the rule about missing notes names the place.
        super::escape_into(&mut writer.out, &format!("[^{label}]"));
        return;
    }
    let (number, times) = writer.notes.name(label);
    let id = reference_id(prefix, number, times);
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
    if writer.notes.named.is_empty() {
        return;
    }
    let prefix = &format!("{}{}", writer.options.prefix, writer.options.notes);
    let _ = writeln!(writer.out, "<section class=\"footnotes\" role=\"doc-endnotes\" aria-label=\"Fußnoten\">\n<ol>");
    let mut index = 0;
    while let Some((label, _)) = writer.notes.named.get(index).copied() {
        let number = index + 1;
        let _ = write!(writer.out, "<li id=\"{prefix}fussnote-{number}\">");
        if let Some(id) = writer.notes.definition(writer.document, label) {
            writer.children(id);
        }
        let last = writer.out.trim_end().strip_suffix("</p>").map(str::len);
        let tail = if let Some(length) = last {
            writer.out.truncate(length);
            "</p>"
        } else {
            ""
        };
        for times in 1..=writer.notes.named[index].1 {
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
