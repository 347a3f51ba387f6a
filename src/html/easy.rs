//! Easy pages (Leichte Sprache): takes a tree, gives HTML in which every sentence is a line of its own
//! (`<span class="s">`), bold is the only emphasis, no word has a soft hyphen, and a Mediopunkt is drawn by the stylesheet
//! while the text content stays the real word. It never changes what is said: it moves no word and drops none.
//!
//! BITV 2.0, Annex 2 part 2: no. 1 (no word split at the end of a line), no. 4 (parts of compounds), no. 10 (one sentence
//! a line), no. 11 (pictures), no. 12 (addresses in lines).

use super::escape::{escape_href_into, escape_into};
use super::sentences::{Flow, Piece};
use super::table::caption_of;
use super::write::{Options, Resolve, Writer};
use crate::markdown::{Document, Kind, NodeId, plain_text};
use serde::Serialize;
use std::ops::Range;

/// Words with a hyphen up to this many letters stay on one line. A longer one would not fit on a phone with the text
/// spacing of WCAG 1.4.12.
const KEPT_TOGETHER: usize = 17;

/// Writes the nodes of `range` (top blocks or the inside of one) as a text in Leichte Sprache.
pub fn write_easy(document: &Document, range: Range<NodeId>, options: Options<'_>) -> String {
    let mut writer = Writer::new(document, range.clone(), Options { rich: true, ..options });
    writer.easy = true;
    writer.blocks(range);
    writer.finish()
}

/// A picture that stands beside a text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Picture {
    /// Address.
    pub src: String,
    /// What it shows; empty if the text says the same.
    pub alt: String,
    /// Who made it and under which licence: the image's title in the source.
    pub credit: Option<String>,
    /// Pixels.
    pub width: Option<u32>,
    /// Pixels.
    pub height: Option<u32>,
}

/// The picture that `range` begins with, if its first block is nothing but one, and the blocks behind it.
pub fn lead_picture(
    document: &Document,
    range: Range<NodeId>,
    resolve: Resolve<'_>,
) -> Option<(Picture, Range<NodeId>)> {
    let first = (!range.is_empty()).then_some(range.start)?;
    let image = lone_image(document, first)?;
    let Kind::Image { target, title } = &document.node(image).kind else { return None };
    let resolved = resolve(image, target);
    let picture = Picture {
        src: resolved.href?,
        alt: joined(&plain_text(document, image)),
        credit: (!title.is_empty()).then(|| joined(title)),
        width: resolved.size.map(|s| s.0),
        height: resolved.size.map(|s| s.1),
    };
    Some((picture, document.node(first).end..range.end))
}

/// The text as it is meant: without Mediopunkt and soft hyphens. For titles, alternative texts and the search.
pub fn joined(text: &str) -> String {
    text.chars().filter(|c| !matches!(c, '·' | '\u{ad}')).collect()
}

/// A line of plain text as HTML of an easy page: a Mediopunkt is drawn, and not part of the text.
pub fn easy_words(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 16);
    words_into(&mut out, text, false);
    out
}

/// Writes what an easy page writes in its own way, beginning at `at`: a line of text, or a picture and the blocks beside
/// it. Gives the node behind it; `None` if the block is written as everywhere.
pub(super) fn block(writer: &mut Writer<'_>, at: NodeId, until: NodeId) -> Option<NodeId> {
    let document = writer.document;
    if is_inline(&document.node(at).kind) {
        let mut end = at;
        while end < until && is_inline(&document.node(end).kind) {
            end = document.node(end).end;
        }
        // Lines of an address stay lines; a list item is one thing, however it is broken in the source.
        let lines = at > 0 && matches!(document.node(at - 1).kind, Kind::Paragraph);
        sentences(writer, at..end, lines);
        return Some(end);
    }
    let (picture, behind) = lead_picture(document, at..until, writer.options.resolve)?;
    let mut end = behind.start;
    while end < until && stands_beside(document, end, until) {
        end = document.node(end).end;
    }
    let beside = behind.start..end;
    writer.line();
    let open = if beside.is_empty() { "<p>" } else { "<div class=\"pic\">" };
    writer.out.push_str(open);
    img(&mut writer.out, &picture);
    if beside.is_empty() {
        writer.out.push_str("</p>\n");
    } else {
        writer.out.push_str("\n<div>\n");
        writer.blocks(beside);
        writer.line();
        writer.out.push_str("</div></div>\n");
    }
    if let Some(credit) = &picture.credit {
        writer.out.push_str("<p class=\"credit\">Bild: ");
        words_into(&mut writer.out, credit, false);
        writer.out.push_str("</p>\n");
    }
    Some(end)
}

/// The words of a heading: one line, no soft hyphens.
pub(super) fn heading(writer: &mut Writer<'_>, id: NodeId) {
    let flow = Flow::read(writer.document, id + 1..writer.document.node(id).end);
    Line { flow: &flow, open: Vec::new(), spans: false, begun: false, more: false, space: false }.write(writer, &[]);
}

fn sentences(writer: &mut Writer<'_>, range: Range<NodeId>, lines: bool) {
    let flow = Flow::read(writer.document, range);
    let borders = flow.borders(lines);
    Line { flow: &flow, open: Vec::new(), spans: true, begun: false, more: false, space: false }
        .write(writer, &borders);
}

fn img(out: &mut String, picture: &Picture) {
    out.push_str("<img src=\"");
    escape_href_into(out, &picture.src);
    out.push_str("\" alt=\"");
    escape_into(out, &picture.alt);
    if let (Some(width), Some(height)) = (picture.width, picture.height) {
        out.push_str(&format!("\" width=\"{width}\" height=\"{height}"));
    }
    out.push_str("\" />");
}

/// The image of a paragraph that holds nothing else.
fn lone_image(document: &Document, paragraph: NodeId) -> Option<NodeId> {
    if !matches!(document.node(paragraph).kind, Kind::Paragraph) || document.hidden.contains(&paragraph) {
        return None;
    }
    let mut inside = document.children(paragraph).filter(|c| !matches!(document.node(*c).kind, Kind::Html(..)));
    let image = inside.next().filter(|c| matches!(document.node(*c).kind, Kind::Image { .. }))?;
    inside.next().is_none().then_some(image)
}

/// Whether a block goes on with the thought that a picture shows. The caption of a table goes with its table.
fn stands_beside(document: &Document, id: NodeId, until: NodeId) -> bool {
    let next = document.node(id).end;
    match &document.node(id).kind {
        Kind::Paragraph if next < until && caption_of(document, next, Some(id)).is_some() => false,
        Kind::Paragraph => lone_image(document, id).is_none(),
        Kind::List { .. } => true,
        Kind::Callout { name } => &**name == "Wort",
        _ => false,
    }
}

fn is_inline(kind: &Kind) -> bool {
    matches!(
        kind,
        Kind::Text(_)
            | Kind::Code(_)
            | Kind::Emphasis
            | Kind::Strong
            | Kind::Strikethrough
            | Kind::Link { .. }
            | Kind::Image { .. }
            | Kind::SoftBreak
            | Kind::HardBreak
            | Kind::TaskMarker(_)
            | Kind::FootnoteReference(_)
            | Kind::Html(_, false)
    )
}

/// An element that is open in the tree. In the page it is open only within a sentence: at the border it is closed, and
/// opened again with the next word.
struct Element {
    open: String,
    close: String,
    written: bool,
    link: bool,
}

/// Writes one flow of text.
struct Line<'f> {
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

impl Line<'_> {
    fn write(mut self, writer: &mut Writer<'_>, borders: &[usize]) {
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
            writer.out.push_str("<span class=\"s\">");
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
        Kind::Link { target, .. } => {
            let resolved = (writer.options.resolve)(id, target);
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

/// Words as HTML. Line breaks of the source are spaces; with `keep`, short words with a hyphen are not broken at it.
fn words_into(out: &mut String, text: &str, keep: bool) {
    let in_word = |c: char| c.is_alphanumeric() || matches!(c, '-' | '·' | '\u{ad}');
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let length = rest.find(|c| in_word(c) != in_word(first)).unwrap_or(rest.len());
        let (piece, behind) = rest.split_at(length);
        rest = behind;
        let kept = keep && piece.trim_matches('-').contains('-') && piece.chars().count() <= KEPT_TOGETHER;
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
