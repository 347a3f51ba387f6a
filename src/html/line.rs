//! One line of an easy page: takes a flow of text and its borders, writes its sentences. A mark that goes on beyond a border
//! is closed there and opened again, so that every sentence is well formed on its own.

use super::escape::{escape_href_into, escape_into};
use super::sentences::{Flow, Piece};
use super::write::Writer;
use crate::markdown::{Kind, NodeId};
use std::ops::Range;

/// Words with a hyphen up to this many letters stay on one line. A longer one would not fit on a phone with the text
/// spacing of WCAG 1.4.12.
const KEPT_TOGETHER: usize = 17;

/// An element that is open in the tree. In the page it is open only within a sentence: at the border it is closed, and
/// opened again with the next word.
struct Element {
    open: String,
    close: String,
    written: bool,
    link: bool,
}

/// Writes one flow of text.
pub(super) struct Line<'f> {
    flow: &'f Flow,
    open: Vec<Element>,
    /// Whether sentences get their `<span class="s">`.
    spans: bool,
    /// Inside a sentence.
    begun: bool,
    /// After a first sentence.
    more: bool,
    /// A space is due before the next word.
    space: bool,
}

impl<'f> Line<'f> {
    /// A line that is not begun; with `spans`, of sentences.
    pub(super) fn new(flow: &'f Flow, spans: bool) -> Line<'f> {
        Line { flow, open: Vec::new(), spans, begun: false, more: false, space: false }
    }

    /// Writes it; each border is where a sentence begins.
    pub(super) fn write(mut self, writer: &mut Writer<'_>, borders: &[usize]) {
        for piece in &self.flow.pieces {
            match piece {
                Piece::Text(range) => {
                    let mut at = range.start;
                    for border in borders.iter().filter(|b| range.contains(b)) {
                        self.text(writer, at..*border);
                        self.end(writer);
                        at = *border;
                    }
                    self.text(writer, at..range.end);
                }
                Piece::Atom(id) => {
                    self.begin(writer);
                    writer.node(*id);
                }
                Piece::Open(id) => {
                    let element = element(writer, *id);
                    writer.in_link |= element.link;
                    self.open.push(element);
                }
                Piece::Close => {
                    if let Some(element) = self.open.pop() {
                        if element.written {
                            writer.out.push_str(&element.close);
                        }
                        writer.in_link &= !element.link;
                    }
                }
            }
        }
        self.end(writer);
    }

    fn text(&mut self, writer: &mut Writer<'_>, range: Range<usize>) {
        let text = self.flow.text.get(range).unwrap_or("");
        // A no-break space is part of the words.
        let words = text.trim_start_matches([' ', '\t', '\n', '\r']);
        self.space |= words.len() < text.len() && self.begun;
        let words = words.trim_end_matches([' ', '\t', '\n', '\r']);
        if words.is_empty() {
            return;
        }
        self.begin(writer);
        words_into(&mut writer.out, words, self.spans);
        self.space = !text.ends_with(words);
    }

    /// Makes sure that a sentence and the elements around its next word are open.
    fn begin(&mut self, writer: &mut Writer<'_>) {
        if !self.begun && self.more {
            writer.out.push(' ');
        }
        if self.begun && self.space {
            writer.out.push(' ');
        }
        if !self.begun && self.spans {
            // A line that is nothing but a link is a target of its own (WCAG 2.2, 2.5.5).
            let alone = matches!(&*self.flow.pieces, [Piece::Open(id), .., Piece::Close]
                if matches!(writer.document.node(*id).kind, Kind::Link(_))
                    && self.flow.pieces.iter().filter(|p| matches!(p, Piece::Close)).count() == 1);
            writer.out.push_str(if alone { "<span class=\"s alone\">" } else { "<span class=\"s\">" });
        }
        (self.begun, self.space) = (true, false);
        for element in self.open.iter_mut().filter(|e| !e.written) {
            writer.out.push_str(&element.open);
            element.written = true;
        }
    }

    /// Ends the sentence, if one is open.
    fn end(&mut self, writer: &mut Writer<'_>) {
        if !self.begun {
            return;
        }
        for element in self.open.iter_mut().rev().filter(|e| e.written) {
            writer.out.push_str(&element.close);
            element.written = false;
        }
        if self.spans {
            writer.out.push_str("</span>");
        }
        (self.begun, self.more, self.space) = (false, true, false);
    }
}

fn element(writer: &Writer<'_>, id: NodeId) -> Element {
    let tag =
        |name: &str| Element { open: format!("<{name}>"), close: format!("</{name}>"), written: false, link: false };
    match &writer.document.node(id).kind {
        Kind::Strikethrough => tag("del"),
        Kind::Code(_) => tag("code"),
        Kind::Link(to) => {
            let resolved = (writer.options.resolve)(id, writer.document.target(*to));
            let Some(href) = resolved.href.filter(|_| !writer.in_link) else {
                return Element { open: String::new(), close: String::new(), written: false, link: false };
            };
            let mut open = "<a href=\"".to_owned();
            escape_href_into(&mut open, &href);
            open.push_str("\">");
            // Kind and size of a file stand without brackets: " (PDF, 120 KB)" is ", PDF, 120 KB" here.
            let about = resolved.suffix.trim().trim_matches(['(', ')']);
            let mut close = String::new();
            if !about.is_empty() {
                escape_into(&mut close, &format!(", {about}"));
            }
            close.push_str("</a>");
            Element { open, close, written: false, link: true }
        }
        // Emphasis of every kind is bold.
        _ => tag("strong"),
    }
}

/// Words as HTML. Line breaks of the source are spaces; with `keep`, short words with a hyphen are not broken at it, and a
/// number stays with its word ("3 Partner", "1. Juni").
pub(super) fn words_into(out: &mut String, text: &str, keep: bool) {
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let length = rest.find(|c| in_word(c) != in_word(first)).unwrap_or(rest.len());
        let counted = if keep { counted(rest, length) } else { 0 };
        let (piece, behind) = rest.split_at(length.max(counted));
        rest = behind;
        let kept = keep && (counted > 0 || piece.trim_matches('-').contains('-'));
        let kept = kept && piece.chars().count() <= KEPT_TOGETHER;
        if kept {
            out.push_str("<span class=\"nb\">");
        }
        for (n, part) in piece.split('·').enumerate() {
            if n > 0 {
                out.push_str("<span class=\"mp\"></span>");
            }
            escape_into(out, &part.replace('\n', " ").replace('\u{ad}', ""));
        }
        if kept {
            out.push_str("</span>");
        }
    }
}

fn in_word(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '-' | '·' | '\u{ad}')
}

/// The bytes of a number of `length` bytes with the word it counts, if they are short enough for one line; else 0.
fn counted(text: &str, length: usize) -> usize {
    let (number, behind) = text.split_at(length);
    let Some(word) = behind.strip_prefix(". ").or_else(|| behind.strip_prefix(' ')) else { return 0 };
    let end = word.find(|c| !in_word(c)).unwrap_or(word.len());
    let whole = text.len() - word.len() + end;
    // A year or a postal code counts nothing.
    let is_counted = length <= 3 && number.bytes().all(|b| b.is_ascii_digit()) && word.starts_with(char::is_alphabetic);
    if is_counted && text[..whole].chars().count() <= KEPT_TOGETHER { whole } else { 0 }
}
