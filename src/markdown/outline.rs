//! Headings of a document, their ids, and the sections between them.

use super::{Document, Kind, NodeId, parse, plain_text};
use crate::german::fold;
use std::collections::{HashMap, HashSet};
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
                Some(Heading { node, level: *level, id: id.to_string(), text: plain_text(document, node) })
            }
            _ => None,
        })
        .collect()
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
    let mut out = String::with_capacity(text.len());
    for c in fold(text).chars() {
        if c.is_ascii_alphanumeric() {
            out.push(c);
        } else if !out.ends_with('-') && !out.is_empty() {
            out.push('-');
        }
    }
    let slug = out.trim_end_matches('-');
    if slug.is_empty() { "abschnitt".to_owned() } else { slug.to_owned() }
}

/// Gives every heading without an id one from its text; a second one of the same name gets `-2`, and so on. A written
/// `{#id}` always keeps its name.
pub(super) fn assign_ids(document: &mut Document) {
    parse::loosen(&mut document.nodes);
    let mut taken: HashSet<Box<str>> = HashSet::new();
    // The number to try next for each name: a thousand headings of one name are counted once.
    let mut next: HashMap<String, u32> = HashMap::new();
    let mut open = Vec::new();
    for (index, node) in document.nodes.iter().enumerate() {
        if let Kind::Heading { id, .. } = &node.kind {
            if id.is_empty() {
                open.push(index);
            } else {
                taken.insert(id.clone());
            }
        }
    }
    for index in open {
        let base = slug(&plain_text(document, index as NodeId));
        let number = next.entry(base.clone()).or_insert(1);
        let mut name = if *number == 1 { free(base.clone()) } else { free(format!("{base}-{number}")) };
        *number += 1;
        while !taken.insert(name.clone()) {
            name = free(format!("{base}-{number}"));
            *number += 1;
        }
        if let Kind::Heading { id, .. } = &mut document.nodes[index].kind {
            *id = name;
        }
    }
}

/// Boxes, tables and footnotes get names like `beschluss-1` when they are written; a heading "Beschluss 1" must not
/// take them.
fn free(name: String) -> Box<str> {
    let numbered = |word: &str| {
        name.strip_prefix(word)
            .and_then(|rest| rest.strip_prefix('-'))
            .is_some_and(|n| n.starts_with(|c: char| c.is_ascii_digit()))
    };
    let reserved = ["beschluss", "auftrag", "tabelle", "fussnote"].into_iter().any(numbered);
    if reserved { format!("abschnitt-{name}").into() } else { name.into() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slugs_are_plain_ascii() {
        assert_eq!(slug("Präambel"), "praeambel");
        assert_eq!(slug("  Größe & Maß / 3 "), "groesse-mass-3");
        assert_eq!(slug("—"), "abschnitt");
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
    }
}
