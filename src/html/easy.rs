//! Easy pages (Leichte Sprache): takes a tree, gives HTML in which every sentence is a line of its own
//! (`<span class="s">`), bold is the only emphasis, no word has a soft hyphen, and a Mediopunkt is drawn by the stylesheet
//! while the text content stays the real word. It never changes what is said: it moves no word and drops none.
//!
//! BITV 2.0, Annex 2 part 2: no. 1 (no word split at the end of a line), no. 4 (parts of compounds), no. 10 (one sentence
//! a line), no. 11 (pictures), no. 12 (addresses in lines).

use super::escape::{escape_href_into, escape_into};
use super::image::{drawing, loading};
use super::line::{Line, words_into};
use super::options::{Options, Resolve};
use super::sentences::Flow;
use super::table::caption_of;
use super::write::Writer;
use crate::markdown::{Document, Kind, NodeId, plain_text};
use std::ops::Range;
use std::sync::Arc;

/// Writes the nodes of `range` (top blocks or the inside of one) as a text in Leichte Sprache.
pub fn write_easy(document: &Document, range: Range<NodeId>, options: Options<'_>) -> String {
    let mut writer = Writer::new(document, range.clone(), Options { rich: true, ..options });
    writer.easy = true;
    writer.blocks(range);
    writer.finish()
}

/// A picture that stands beside a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    /// Address; empty where it is drawn in the page.
    pub src: String,
    /// The drawing that stands in the page.
    pub svg: Option<Arc<str>>,
    /// What it shows; empty if the text says the same.
    pub alt: String,
    /// Who made it and under which licence: the image's title in the source.
    pub credit: Option<String>,
    /// Pixels.
    pub width: Option<u32>,
    /// Pixels.
    pub height: Option<u32>,
    /// Copies with their widths.
    pub srcset: String,
    /// Its node.
    pub node: NodeId,
}

/// The picture that `range` begins with, if its first block is nothing but one, and the blocks behind it.
pub fn lead_picture(
    document: &Document,
    range: Range<NodeId>,
    resolve: Resolve<'_>,
) -> Option<(Picture, Range<NodeId>)> {
    let first = (!range.is_empty()).then_some(range.start)?;
    let image = lone_image(document, first)?;
    let Kind::Image(file) = document.node(image).kind else { return None };
    let (resolved, title) = (resolve(image, document.target(file)), document.title(file));
    let picture = Picture {
        src: match &resolved.svg {
            Some(_) => String::new(),
            None => resolved.href?,
        },
        svg: resolved.svg,
        alt: joined(&plain_text(document, image)),
        credit: (!title.is_empty()).then(|| joined(title)),
        width: resolved.size.map(|s| s.0),
        height: resolved.size.map(|s| s.1),
        srcset: resolved.srcset,
        node: image,
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
    let sizes = if beside.is_empty() { "(min-width: 36em) 34rem, 100vw" } else { "6rem" };
    img(&mut writer.out, document, &picture, sizes);
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
    Line::new(&flow, false).write(writer, &[]);
}

fn sentences(writer: &mut Writer<'_>, range: Range<NodeId>, lines: bool) {
    let flow = Flow::read(writer.document, range);
    let borders = flow.borders(lines);
    Line::new(&flow, true).write(writer, &borders);
}

fn img(out: &mut String, document: &Document, picture: &Picture, sizes: &str) {
    if let Some(svg) = &picture.svg {
        return drawing(out, svg, &picture.alt);
    }
    out.push_str("<img src=\"");
    escape_href_into(out, &picture.src);
    out.push_str("\" alt=\"");
    escape_into(out, &picture.alt);
    if let (Some(width), Some(height)) = (picture.width, picture.height) {
        out.push_str(&format!("\" width=\"{width}\" height=\"{height}"));
    }
    loading(out, document, picture.node, &picture.srcset, sizes);
    out.push_str("\" />");
}

/// The image of a paragraph that holds nothing else.
fn lone_image(document: &Document, paragraph: NodeId) -> Option<NodeId> {
    if !matches!(document.node(paragraph).kind, Kind::Paragraph) || document.hidden.contains(&paragraph) {
        return None;
    }
    let mut inside = document.children(paragraph).filter(|c| !matches!(document.node(*c).kind, Kind::Html(..)));
    let image = inside.next().filter(|c| matches!(document.node(*c).kind, Kind::Image(_)))?;
    inside.next().is_none().then_some(image)
}

/// Whether a block goes on with the thought that a picture shows. The caption of a table goes with its table.
fn stands_beside(document: &Document, id: NodeId, until: NodeId) -> bool {
    let next = document.node(id).end;
    match &document.node(id).kind {
        Kind::Paragraph if next < until && caption_of(document, next, Some(id)).is_some() => false,
        Kind::Paragraph => lone_image(document, id).is_none(),
        Kind::List { .. } => true,
        Kind::Callout { name } => document.str(name) == "Wort",
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
            | Kind::Link(_)
            | Kind::Image(_)
            | Kind::SoftBreak
            | Kind::HardBreak
            | Kind::TaskMarker(_)
            | Kind::FootnoteReference(_)
            | Kind::Html(_, false)
    )
}
