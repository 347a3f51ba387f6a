//! The sentences of a line of text with marks in it: takes inline nodes, gives their text in one piece, the order of text
//! and marks, and where a new sentence begins. A border is never inside a link or code.

use crate::german::sentences::sentences;
use crate::german::tokens::Tokens;
use crate::markdown::{Document, Kind, NodeId, Text};
use std::ops::Range;

/// A step through a flow.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Piece {
    /// Bytes of the flow's text.
    Text(Range<usize>),
    /// A node that has no text of its own here: image, footnote, check box.
    Atom(NodeId),
    /// A mark or link begins.
    Open(NodeId),
    /// The last opened one ends.
    Close,
}

/// A line of text with marks.
#[derive(Debug, Default)]
pub(super) struct Flow {
    pub(super) text: String,
    pub(super) pieces: Vec<Piece>,
    /// Where the source itself begins a new line that is meant.
    breaks: Vec<usize>,
    /// What stays in one piece.
    whole: Vec<Range<usize>>,
}

impl Flow {
    /// Reads the inline nodes of `range`.
    pub(super) fn read(document: &Document, range: Range<NodeId>) -> Flow {
        let mut flow = Flow::default();
        let mut at = range.start;
        let mut number = 0;
        while at < range.end {
            let node = document.node(at);
            // A bold word on a line of its own is what the next line explains.
            let alone = number == 1 && matches!(node.kind, Kind::SoftBreak);
            let alone = alone && matches!(document.node(range.start).kind, Kind::Strong);
            flow.node(document, at);
            if alone {
                flow.breaks.push(flow.text.len());
            }
            number += 1;
            at = node.end;
        }
        flow
    }

    fn node(&mut self, document: &Document, id: NodeId) {
        if document.hidden.contains(&id) {
            return;
        }
        let start = self.text.len();
        match &document.node(id).kind {
            Kind::Text(text) => self.push(document, text),
            Kind::SoftBreak | Kind::HardBreak => {
                self.text.push('\n');
                self.pieces.push(Piece::Text(start..start + 1));
                if matches!(document.node(id).kind, Kind::HardBreak) {
                    self.breaks.push(start + 1);
                }
            }
            Kind::Code(text) => {
                self.pieces.push(Piece::Open(id));
                self.push(document, text);
                self.pieces.push(Piece::Close);
                self.whole.push(start..self.text.len());
            }
            Kind::Emphasis | Kind::Strong | Kind::Strikethrough | Kind::Link(_) => {
                self.pieces.push(Piece::Open(id));
                for child in document.children(id) {
                    self.node(document, child);
                }
                self.pieces.push(Piece::Close);
                if matches!(document.node(id).kind, Kind::Link(_)) {
                    self.whole.push(start..self.text.len());
                }
            }
            Kind::Image(_) | Kind::TaskMarker(_) | Kind::FootnoteReference(_) => self.pieces.push(Piece::Atom(id)),
            _ => {}
        }
    }

    fn push(&mut self, document: &Document, text: &Text) {
        let start = self.text.len();
        self.text.push_str(document.str(text));
        self.pieces.push(Piece::Text(start..self.text.len()));
    }

    /// Where the second and every further sentence begins, in order. With `lines`, lines that are no sentence (an address,
    /// opening hours) stay lines.
    pub(super) fn borders(&self, lines: bool) -> Vec<usize> {
        let mut tokens = Tokens::default();
        let all = tokens.read(&self.text);
        let mut found = Vec::new();
        sentences(&tokens, all, &mut found);
        let mut out = self.breaks.clone();
        for (number, sentence) in found.iter().enumerate() {
            let Some([first, .., last] | [first @ last]) = tokens.all.get(sentence.clone()) else { continue };
            let (start, end) = (first.start as usize, last.end as usize);
            if number > 0 {
                out.push(start);
            }
            let text = self.text.get(start..end).unwrap_or("");
            if lines && !is_ended(text) {
                out.extend(text.match_indices('\n').map(|(at, _)| start + at + 1));
            }
        }
        out.retain(|border| !self.whole.iter().any(|w| w.start < *border && *border < w.end));
        out.sort_unstable();
        out.dedup();
        out
    }
}

/// Whether a text ends as a sentence does.
fn is_ended(text: &str) -> bool {
    let text = text.trim_end_matches(['“', '”', '‘', '’', '"', '\'', '«', '‹', ')', ']']);
    text.ends_with(['.', '!', '?', ':', '…'])
}
