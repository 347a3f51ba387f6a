//! The agenda of a meeting: takes the headings of level 2 of its text, gives items with number, title and anchor.

use super::Context;
use super::rules::AGENDA_NUMBER;
use crate::diagnostic::{Diagnostic, Place};
use crate::markdown::{NodeId, Text, heading_id, sections};
use crate::source::Span;
use std::ops::Range;

/// An item of the agenda.
#[derive(Debug, Clone)]
pub struct AgendaItem {
    /// Its heading, whose anchor is its own, e.g. `top-3`.
    pub heading: NodeId,
    /// Number as written, e.g. `3` or `3.1`; empty where the heading is no item, such as "Anwesende".
    pub number: Text,
    /// Title without "TOP 3:".
    pub title: Text,
    /// Nodes of its minutes.
    pub body: Range<NodeId>,
}

/// What stands before the first heading, and the items. A second item of one number keeps the anchor of its words.
pub(super) fn agenda(context: &mut Context<'_>) -> (Range<NodeId>, Vec<AgendaItem>) {
    let mut opening = 1..1;
    let sections = sections(context.document, 2);
    // The first section is what stands before the first heading.
    let mut items: Vec<AgendaItem> = Vec::with_capacity(sections.len().saturating_sub(1));
    for (heading, body) in sections {
        let Some(heading) = heading else {
            opening = body;
            continue;
        };
        let words = context.document.words(heading);
        let text = context.document.str(&words);
        let (number, title, forgotten) = match top(text) {
            Top::Item(number, title) => (number, title, false),
            Top::NoNumber => ("", text, true),
            Top::Other => ("", text, false),
        };
        let wanted = (!number.is_empty()).then(|| ["top-", &number.replace('.', "-")].concat());
        let taken = items.iter().any(|i| wanted.as_deref() == Some(heading_id(context.document, i.heading)));
        let problem = taken.then(|| format!("TOP {number} gibt es in dieser Sitzung schon."));
        let (number, title) = (context.document.part(number), context.document.part(title));
        if forgotten {
            let message = "Dieser Punkt der Tagesordnung hat keine Nummer.";
            find(context, heading, message, "Schreiben Sie zum Beispiel: ## TOP 3: Worum es geht");
        }
        match (problem, wanted) {
            (Some(message), _) => find(context, heading, &message, "Geben Sie jedem Punkt seine eigene Nummer."),
            (None, Some(anchor)) => context.document.name(heading, &anchor),
            (None, None) => {}
        }
        items.push(AgendaItem { heading, number, title, body });
    }
    (opening, items)
}

fn find(context: &mut Context<'_>, heading: NodeId, message: &str, help: &str) {
    // The span of a heading ends behind its line.
    let span = context.document.node(heading).span;
    let line = context.document.source.get(span.range()).map_or(0, |text| text.trim_end().len());
    let place = Place::Span(Span { end: span.start + line as u32, ..span });
    context.findings.push(Diagnostic::new(&AGENDA_NUMBER, context.file, place, message, help));
}

/// What a heading is.
#[derive(Debug, PartialEq, Eq)]
enum Top<'t> {
    /// "TOP 3.1: Titel": number and title.
    Item(&'t str, &'t str),
    /// "TOP: Titel".
    NoNumber,
    /// Anything else.
    Other,
}

fn top(text: &str) -> Top<'_> {
    let Some(rest) = ["TOP", "Top", "top"].iter().find_map(|word| text.strip_prefix(word)) else { return Top::Other };
    let rest = rest.trim_start();
    let length = rest.bytes().take_while(|b| b.is_ascii_digit() || *b == b'.').count();
    let number = rest[..length].trim_end_matches('.');
    let title = rest[length..].trim_start().trim_start_matches([':', '–', '-']).trim();
    if !number.is_empty() {
        Top::Item(number, if title.is_empty() { text } else { title })
    } else if rest.starts_with([':', '–', '-']) {
        Top::NoNumber
    } else {
        Top::Other
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_heading_is_an_item_by_its_number() {
        for (text, wanted) in [
            ("TOP 3.1: Titel", Top::Item("3.1", "Titel")),
            ("Top 2 - B", Top::Item("2", "B")),
            ("TOP 4", Top::Item("4", "TOP 4")),
            ("TOP: A", Top::NoNumber),
            ("Topfpflanzen", Top::Other),
            ("Anwesende", Top::Other),
        ] {
            assert_eq!(top(text), wanted, "{text}");
        }
    }
}
