//! Footnotes: a reference in the text, the note at the end, and a way back (roles after DPUB-ARIA 1.1).

use super::write::Writer;
use crate::markdown::{Document, Kind, NodeId};
use std::fmt::Write;

/// The notes that a text names, in the order of their first mention, and how often.
pub(super) type Notes<'a> = Vec<(&'a str, u32)>;

/// Where a note stands. Few texts have one, so it is looked for when it is named.
fn definition(document: &Document, label: &str) -> Option<NodeId> {
    let is_it = |kind: &Kind| matches!(kind, Kind::FootnoteDefinition(own) if **own == *label);
    document.nodes.iter().position(|node| is_it(&node.kind)).map(|at| at as NodeId)
}

pub(super) fn write_reference<'a>(writer: &mut Writer<'a>, label: &'a str) {
    let prefix = &format!("{}{}", writer.options.prefix, writer.options.notes);
    if definition(writer.document, label).is_none() {
        // The same words that stand in the source; the rule about missing notes names the place.
        super::escape_into(&mut writer.out, &format!("[^{label}]"));
        return;
    }
    let index = writer.notes.iter().position(|(known, _)| *known == label).unwrap_or_else(|| {
        writer.notes.push((label, 0));
        writer.notes.len() - 1
    });
    let number = index + 1;
    writer.notes[index].1 += 1;
    let id = reference_id(prefix, number, writer.notes[index].1);
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
    if writer.notes.is_empty() {
        return;
    }
    let prefix = &format!("{}{}", writer.options.prefix, writer.options.notes);
    let _ = writeln!(writer.out, "<section class=\"footnotes\" role=\"doc-endnotes\" aria-label=\"Fußnoten\">\n<ol>");
    let mut index = 0;
    while let Some((label, _)) = writer.notes.get(index).copied() {
        let number = index + 1;
        let _ = write!(writer.out, "<li id=\"{prefix}fussnote-{number}\">");
        if let Some(id) = definition(writer.document, label) {
            writer.children(id);
        }
        let last = writer.out.trim_end().strip_suffix("</p>").map(str::len);
        let tail = if let Some(length) = last {
            writer.out.truncate(length);
            "</p>"
        } else {
            ""
        };
        for times in 1..=writer.notes[index].1 {
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
