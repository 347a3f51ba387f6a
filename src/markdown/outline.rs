//! Headings of a document, their ids, and the sections between them.

use super::{Document, Kind, NodeId, parse, plain_text, plain_words};
use crate::german::fold;
use ahash::AHashMap;
use std::ops::Range;

/// A heading as the contents list needs it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heading {
    /// The heading's node.
    pub node: NodeId,
    /// 1 to 6.
    pub level: u8,
    /// Its anchor.
    pub id: String,
    /// Its text without marks.
    pub text: String,
}

/// All headings in order.
pub fn headings(document: &Document) -> Vec<Heading> {
    document
        .nodes
        .iter()
        .enumerate()
        .filter_map(|(node, n)| match &n.kind {
            Kind::Heading { level, id } => {
                let node = node as NodeId;
                Some(Heading { node, level: *level, id: document.str(id).to_owned(), text: plain_text(document, node) })
            }
            _ => None,
        })
        .collect()
}

/// The anchor of a heading; empty for a node that is none.
pub fn heading_id(document: &Document, heading: NodeId) -> &str {
    match &document.node(heading).kind {
        Kind::Heading { id, .. } => document.str(id),
        _ => "",
    }
}

/// The top blocks cut at headings of `level`: first what stands before the first one (`None`), then each heading with
/// the blocks below it. Deeper headings stay inside.
pub fn sections(document: &Document, level: u8) -> Vec<(Option<NodeId>, Range<NodeId>)> {
    let end = document.nodes[0].end;
    let mut out = Vec::new();
    let (mut heading, mut start) = (None, 1);
    for child in document.children(0) {
        let node = document.node(child);
        if matches!(node.kind, Kind::Heading { level: l, .. } if l <= level) {
            out.push((heading, start..child));
            heading = Some(child);
            start = node.end;
        }
    }
    out.push((heading, start..end));
    out
}

/// A stable anchor from a heading: German letters folded, everything else to single hyphens. Empty text gives "abschnitt".
pub fn slug(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 4);
    for c in text.chars() {
        match c {
            'a'..='z' | '0'..='9' => out.push(c),
            'A'..='Z' => out.push(c.to_ascii_lowercase()),
            // What `fold` makes of these, without asking it.
            'ä' | 'Ä' => out.push_str("ae"),
            'ö' | 'Ö' => out.push_str("oe"),
            'ü' | 'Ü' => out.push_str("ue"),
            'ß' => out.push_str("ss"),
            _ if c.is_ascii() => hyphen(&mut out),
            _ => {
                out.clear();
                fold(text).chars().for_each(|c| if c.is_ascii_alphanumeric() { out.push(c) } else { hyphen(&mut out) });
                break;
            }
        }
    }
    out.truncate(out.trim_end_matches('-').len());
    if out.is_empty() { "abschnitt".to_owned() } else { out }
}

/// One hyphen for all that stands between two letters or digits.
fn hyphen(out: &mut String) {
    if !out.is_empty() && !out.ends_with('-') {
        out.push('-');
    }
}

/// Gives every heading without an id one from its text; a second one of the same name gets `-2`, and so on. A written
/// `{#id}` always keeps its name.
pub(super) fn assign_ids(document: &mut Document) {
    parse::loosen(&mut document.nodes);
    let (mut open, mut written) = (Vec::new(), Vec::new());
    for (index, node) in document.nodes.iter().enumerate() {
        if let Kind::Heading { id, .. } = &node.kind {
            let id = document.str(id);
            if id.is_empty() { open.push(index) } else { written.push(id.to_owned()) }
        }
    }
    // The names that are taken, each with the number to try next: a thousand headings of one name are counted once.
    let mut taken: AHashMap<String, u32> = AHashMap::with_capacity(open.len() + written.len());
    taken.extend(written.into_iter().map(|id| (id, 2)));
    for index in open {
        let mut name = free(slug(&plain_words(document, index as NodeId)));
        if let Some(mut number) = taken.get(&name).copied() {
            let first = name;
            loop {
                name = free(format!("{first}-{number}"));
                number += 1;
                if !taken.contains_key(&name) {
                    break;
                }
            }
            taken.insert(first, number);
        }
        document.name(index as NodeId, &name);
        taken.insert(name, 2);
    }
}

/// Boxes, tables and footnotes get names like `beschluss-1` when they are written; a heading "Beschluss 1" must not
/// take them.
fn free(name: String) -> String {
    let numbered = |word: &str| {
        name.strip_prefix(word)
            .and_then(|rest| rest.strip_prefix('-'))
            .is_some_and(|n| n.starts_with(|c: char| c.is_ascii_digit()))
    };
    let reserved = ["beschluss", "auftrag", "tabelle", "fussnote"].into_iter().any(numbered);
    if reserved { format!("abschnitt-{name}") } else { name }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slugs_are_plain_ascii() {
        assert_eq!(slug("Präambel"), "praeambel");
        assert_eq!(slug("  Größe & Maß / 3 "), "groesse-mass-3");
        assert_eq!(slug("—"), "abschnitt");
        assert_eq!(slug("Über uns – Café 2"), "ueber-uns-cafe-2");
        assert_eq!(slug("A\u{308}mter"), "aemter");
    }

    #[test]
    fn ids_are_unique_and_written_ones_win() {
        let text = "# A\n\n## B\n\n## B\n\n## C {#b-2}\n";
        let document = parse::parse(&text.into(), 0..text.len());
        let ids: Vec<String> = headings(&document).into_iter().map(|h| h.id).collect();
        assert_eq!(ids, ["a", "b", "b-3", "b-2"]);
    }

    #[test]
    fn headings_leave_the_names_of_boxes_alone() {
        let text = "## Beschluss 1\n\n## Beschluss\n\n## Beschluss\n\n## Tabelle 2: Zahlen\n";
        let document = parse::parse(&text.into(), 0..text.len());
        let ids: Vec<String> = headings(&document).into_iter().map(|h| h.id).collect();
        assert_eq!(ids, ["abschnitt-beschluss-1", "beschluss", "abschnitt-beschluss-2", "abschnitt-tabelle-2-zahlen"]);
        let text = "# Beschluss 1\n\n# Beschluss 1\n\n# Abschnitt Beschluss 1\n\n# Beschluss 1\n";
        let document = parse::parse(&text.into(), 0..text.len());
        let ids: Vec<String> = headings(&document).into_iter().map(|h| h.id).collect();
        let numbered = ["", "-2", "-3", "-4"].map(|n| format!("abschnitt-beschluss-1{n}"));
        assert_eq!(ids, numbered);
    }
}
