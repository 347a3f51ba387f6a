//! The walk over the tree: takes nodes and wishes, gives their HTML. What is no plain text of CommonMark (boxes, tables,
//! images, footnotes, Leichte Sprache) is written by its neighbours. Never resolves where a link leads.

use super::escape::{escape_breaking_into, escape_href_into, escape_into};
use super::{Options, Terms, boxes, easy, footnotes, image, table};
use crate::german::{kept_together, soft_hyphens};
use crate::markdown::{Document, Kind, NodeId, plain_text};
use std::borrow::Cow;
use std::cell::OnceCell;
use std::collections::HashMap;
use std::fmt::Write;
use std::ops::Range;

/// Writes the nodes of `range` (top blocks or the inside of one).
pub fn write(document: &Document, range: Range<NodeId>, options: Options<'_>) -> String {
    write_with_terms(document, range, options, None)
}

/// The same, with the words of the glossary linked at their first use on the page.
pub fn write_with_terms(
    document: &Document,
    range: Range<NodeId>,
    options: Options<'_>,
    terms: Option<&Terms<'_>>,
) -> String {
    let mut writer = Writer { terms, ..Writer::new(document, range.clone(), options) };
    writer.blocks(range);
    writer.finish()
}

pub(super) struct Writer<'a> {
    pub(super) document: &'a Document,
    pub(super) options: Options<'a>,
    pub(super) out: String,
    pub(super) notes: footnotes::Notes<'a>,
    /// Numbers of decisions and tasks, once one is written.
    pub(super) boxes: OnceCell<HashMap<NodeId, u32>>,
    /// Words to link.
    pub(super) terms: Option<&'a Terms<'a>>,
    /// Whether it is a text in Leichte Sprache.
    pub(super) easy: bool,
    pub(super) tight: bool,
    /// Inside a link, where HTML allows no second one.
    pub(super) in_link: bool,
    /// Inside a cell of a table.
    pub(super) in_cell: bool,
    /// Inside a paragraph or item that is nothing but a link.
    in_target: bool,
}

impl<'a> Writer<'a> {
    /// A writer of `range`, with nothing written yet.
    pub(super) fn new(document: &'a Document, range: Range<NodeId>, options: Options<'a>) -> Writer<'a> {
        let bytes: usize = range.clone().next().map_or(0, |first| {
            let last = document.node(range.end - 1).span.end;
            (last.saturating_sub(document.node(first).span.start)) as usize
        });
        Writer {
            document,
            options,
            out: String::with_capacity(bytes + bytes / 4 + 64),
            notes: footnotes::Notes::default(),
            boxes: OnceCell::new(),
            terms: None,
            easy: false,
            tight: false,
            in_link: false,
            in_cell: false,
            in_target: false,
        }
    }

    pub(super) fn finish(mut self) -> String {
        footnotes::write_section(&mut self);
        self.out
    }

    /// Siblings in a row.
    pub(super) fn blocks(&mut self, range: Range<NodeId>) {
        let mut at = range.start;
        while at < range.end {
            if self.easy
                && let Some(next) = easy::block(self, at, range.end)
            {
                at = next;
                continue;
            }
            let end = self.document.node(at).end;
            if !self.document.hidden.contains(&at) {
                let next = (end < range.end).then_some(end);
                if !self.is_caption(at, next) {
                    self.node(at);
                }
            }
            at = end;
        }
    }

    fn is_caption(&self, id: NodeId, next: Option<NodeId>) -> bool {
        self.options.rich && next.is_some_and(|n| table::caption_of(self.document, n, Some(id)).is_some())
    }

    pub(super) fn children(&mut self, id: NodeId) {
        self.blocks(id + 1..self.document.node(id).end);
    }

    fn wrap(&mut self, tag: &str, id: NodeId) {
        self.out.extend(["<", tag, ">"]);
        self.children(id);
        self.out.extend(["</", tag, ">"]);
    }

    pub(super) fn line(&mut self) {
        if !self.out.is_empty() && !self.out.ends_with('\n') {
            self.out.push('\n');
        }
    }

    /// How words are made ready for the line: numbers stay with their words, and in the narrow columns of tables and in links
    /// that stand alone long words may break.
    fn set(&self) -> fn(&str) -> Cow<'_, str> {
        match (self.in_cell || self.in_target) && !self.easy {
            true => |text| Cow::Owned(soft_hyphens(text)),
            false => kept_together,
        }
    }

    fn text(&mut self, text: &'a str) {
        escape_into(&mut self.out, text);
    }

    pub(super) fn node(&mut self, id: NodeId) {
        let document = self.document;
        let node = document.node(id);
        match &node.kind {
            Kind::Root => self.children(id),
            Kind::Paragraph => self.paragraph(id),
            Kind::Heading { level, id: anchor } => self.heading(id, *level, document.str(anchor)),
            Kind::Text(text) => {
                let (text, set) = (document.str(text), self.set());
                match self.terms.filter(|_| !self.in_link) {
                    Some(terms) => terms.write(&mut self.out, text, set),
                    None if self.options.rich => escape_breaking_into(&mut self.out, &set(text)),
                    None => self.text(text),
                }
            }
            Kind::Code(text) => {
                self.out.push_str("<code>");
                self.text(document.str(text));
                self.out.push_str("</code>");
            }
            Kind::Emphasis => self.wrap("em", id),
            Kind::Strong => self.wrap("strong", id),
            Kind::Strikethrough => self.wrap("del", id),
            Kind::Link(to) => self.link(id, document.target(*to), document.title(*to)),
            Kind::Image(to) => image::write(self, id, document.target(*to), document.title(*to)),
            Kind::List { start, tight } => self.list(id, *start, *tight),
            Kind::Item => self.children(id),
            Kind::TaskMarker(done) => self.out.push_str(if *done { "☑ " } else { "☐ " }),
            Kind::Quote => {
                self.line();
                self.out.push_str("<blockquote>\n");
                let tight = std::mem::replace(&mut self.tight, false);
                self.children(id);
                self.tight = tight;
                self.line();
                self.out.push_str("</blockquote>\n");
            }
            Kind::Callout { name } => boxes::write(self, id, document.str(name)),
            Kind::Table(_) => table::write(self, id),
            Kind::Row { .. } | Kind::Cell => self.children(id),
            Kind::CodeBlock { info } => {
                self.line();
                let language = document.str(info).split_whitespace().next().unwrap_or("");
                if language.is_empty() {
                    self.out.push_str("<pre><code>");
                } else {
                    self.out.push_str("<pre><code class=\"language-");
                    escape_into(&mut self.out, language);
                    self.out.push_str("\">");
                }
                // Its lines are no sentences.
                let easy = std::mem::replace(&mut self.easy, false);
                self.children(id);
                self.easy = easy;
                self.out.push_str("</code></pre>\n");
            }
            Kind::Break => {
                self.line();
                self.out.push_str("<hr />\n");
            }
            Kind::SoftBreak => self.out.push('\n'),
            Kind::HardBreak => self.out.push_str("<br />\n"),
            Kind::FootnoteReference(label) => footnotes::write_reference(self, document.str(label)),
            Kind::FootnoteDefinition(_) | Kind::Html(..) => {}
        }
    }

    fn paragraph(&mut self, id: NodeId) {
        if self.tight {
            return self.children(id);
        }
        self.line();
        self.out.push_str("<p");
        if let Some(anchor) = self.document.anchors.get(&id).filter(|_| self.options.rich) {
            let _ = write!(self.out, " id=\"{}{anchor}\"", self.options.prefix);
        }
        self.in_target = self.is_target(id);
        self.out.push_str(if self.in_target { " class=\"alone\">" } else { ">" });
        self.children(id);
        self.in_target = false;
        self.out.push_str("</p>\n");
    }

    /// Whether a paragraph or item is nothing but a link, lists below it left out: a target of its own, not a word in a
    /// sentence (WCAG 2.2, 2.5.5). Easy pages say so of each sentence.
    fn is_target(&self, id: NodeId) -> bool {
        let document = self.document;
        let kind = |n: NodeId| &document.node(n).kind;
        let mut inside = document.children(id).filter(|n| !matches!(kind(*n), Kind::List { .. }));
        let only = inside.next().filter(|_| inside.next().is_none());
        self.options.rich && !self.easy && only.is_some_and(|n| matches!(kind(n), Kind::Link(_)))
    }

    fn heading(&mut self, id: NodeId, level: u8, anchor: &str) {
        self.line();
        let level = (level + self.options.shift).min(6);
        if !self.options.rich {
            let _ = write!(self.out, "<h{level}>");
            self.children(id);
        } else {
            let _ = write!(self.out, "<h{level} id=\"{}{anchor}\">", self.options.prefix);
            self.heading_words(id);
        }
        let _ = writeln!(self.out, "</h{level}>");
        if let Some((_, url)) = self.options.easy_sections.iter().find(|(id, _)| id == anchor) {
            self.out.push_str("<p class=\"alone other\"><a href=\"");
            escape_href_into(&mut self.out, url);
            self.out.push_str("\" hreflang=\"de-simple\">In Leichter Sprache: ");
            escape_into(&mut self.out, &plain_text(self.document, id));
            self.out.push_str("</a></p>\n");
        }
    }

    /// A heading's words with soft hyphens; marks inside stay.
    fn heading_words(&mut self, id: NodeId) {
        if self.easy {
            return easy::heading(self, id);
        }
        let document = self.document;
        let plain = document.children(id).all(|c| matches!(document.node(c).kind, Kind::Text(_) | Kind::SoftBreak));
        if plain {
            escape_into(&mut self.out, &soft_hyphens(&plain_text(document, id)));
        } else {
            // A heading is no place to look words up.
            let terms = self.terms.take();
            self.children(id);
            self.terms = terms;
        }
    }

    fn link(&mut self, id: NodeId, target: &str, title: &str) {
        let resolved = (self.options.resolve)(id, target);
        let Some(href) = resolved.href.filter(|_| !self.in_link) else { return self.children(id) };
        self.out.push_str("<a href=\"");
        escape_href_into(&mut self.out, &href);
        if !title.is_empty() && !self.options.rich {
            self.out.push_str("\" title=\"");
            escape_into(&mut self.out, title);
        }
        self.out.push_str("\">");
        self.in_link = true;
        self.children(id);
        self.in_link = false;
        escape_into(&mut self.out, &resolved.suffix);
        self.out.push_str("</a>");
    }

    fn list(&mut self, id: NodeId, start: Option<u32>, tight: bool) {
        self.line();
        match start {
            None => self.out.push_str("<ul>\n"),
            Some(1) => self.out.push_str("<ol>\n"),
            Some(n) => {
                let _ = writeln!(self.out, "<ol start=\"{n}\">");
            }
        }
        let outer = std::mem::replace(&mut self.tight, tight);
        let document = self.document;
        for item in document.children(id) {
            self.line();
            let target = self.is_target(item);
            self.out.push_str(if target { "<li class=\"alone\">" } else { "<li>" });
            let first = document.children(item).next().map(|c| &document.node(c).kind);
            let inline = matches!(
                first,
                Some(Kind::Text(_) | Kind::Code(_) | Kind::Emphasis | Kind::Strong | Kind::Link(_) | Kind::Image(_))
            );
            if !inline && first.is_some() && !(tight && matches!(first, Some(Kind::Paragraph))) {
                self.out.push('\n');
            }
            self.in_target = target;
            self.children(item);
            self.in_target = false;
            self.out.push_str("</li>\n");
        }
        self.tight = outer;
        self.out.push_str(if start.is_some() { "</ol>\n" } else { "</ul>\n" });
    }
}
