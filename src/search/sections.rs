//! Cuts the text of an entry into sections: at each heading, at lettered paragraphs of clauses, at decisions and tasks.

use super::fields::{Field, Section};
use crate::html::joined;
use crate::kinds::{Data, Entry};
use crate::markdown::{Document, Kind, NodeId, plain_text};
use std::collections::HashMap;

/// The sections of an entry's own text; the first stands before any heading and has no anchor.
pub fn of_text(entry: &Entry) -> Vec<Section> {
    let document = &entry.document;
    let named = named(entry);
    let mut out = vec![Section::default()];
    // The section under the last heading, and those inside it that are still open: where they end, and their number.
    let mut under = 0;
    let mut open: Vec<(NodeId, usize)> = Vec::new();
    let mut texts: Vec<String> = vec![String::new()];
    let begin = |out: &mut Vec<Section>, texts: &mut Vec<String>, anchor: &str, title: String| {
        let heading = title.clone();
        out.push(Section { anchor: anchor.to_owned(), title, texts: vec![(Field::Heading, heading)] });
        texts.push(String::new());
        out.len() - 1
    };
    let mut at: NodeId = 1;
    while at < document.nodes[0].end {
        while open.last().is_some_and(|(end, _)| *end <= at) {
            open.pop();
        }
        let node = document.node(at);
        if document.hidden.contains(&at) {
            at = node.end;
            continue;
        }
        if let Kind::Heading { id, .. } = &node.kind {
            open.clear();
            under = begin(&mut out, &mut texts, document.str(id), joined(&plain_text(document, at)));
            at = node.end;
            continue;
        }
        if let Some((anchor, title)) = named.get(&at) {
            let number = begin(&mut out, &mut texts, anchor, title.clone());
            open.push((node.end, number));
        }
        let now = open.last().map_or(under, |(_, number)| *number);
        put(document, at, &mut texts[now]);
        at += 1;
    }
    for (section, text) in out.iter_mut().zip(texts) {
        if !text.trim().is_empty() {
            section.texts.push((Field::Text, text));
        }
    }
    out
}

/// What one node itself adds to a text.
fn put(document: &Document, node: NodeId, out: &mut String) {
    match &document.node(node).kind {
        Kind::Text(text) | Kind::Code(text) => out.push_str(document.str(text)),
        Kind::Emphasis | Kind::Strong | Kind::Strikethrough | Kind::Link { .. } => {}
        Kind::Html(..) | Kind::FootnoteReference(_) => {}
        _ => out.push(' '),
    }
}

/// Nodes that are no headings and have an anchor: with its name, and what people call it.
fn named(entry: &Entry) -> HashMap<NodeId, (String, String)> {
    let mut out: HashMap<NodeId, (String, String)> = HashMap::new();
    for (node, anchor) in &entry.document.anchors {
        out.insert(*node, (anchor.to_string(), clause_name(anchor)));
    }
    if let Data::Meeting(meeting) = &entry.data {
        let decisions = meeting
            .decisions
            .iter()
            .map(|d| (d.node, (format!("beschluss-{}", d.number), format!("Beschluss {}", d.number))));
        let tasks =
            meeting.tasks.iter().map(|t| (t.node, (format!("auftrag-{}", t.number), format!("Auftrag {}", t.number))));
        out.extend(decisions.chain(tasks));
    }
    out
}

/// `nr-8-b` as people say it.
fn clause_name(anchor: &str) -> String {
    let mut parts = anchor.split('-');
    match (parts.next(), parts.next(), parts.next()) {
        (Some("nr"), Some(number), Some(letter)) => format!("Nummer {number} Buchstabe {letter}"),
        _ => anchor.to_owned(),
    }
}
