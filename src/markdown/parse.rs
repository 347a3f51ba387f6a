//! pulldown-cmark's events to a tree. Knows three things that CommonMark does not: callouts (`> [!Name]`), ids of
//! headings, and that text is kept as a slice of the source wherever it stands there word for word.

use super::{Align, Document, Kind, Node, NodeId, Reference, ReferenceId, Text, outline, own, within};
use crate::source::Span;
use pulldown_cmark::{CodeBlockKind, CowStr, Event, LinkType, Options, Parser, Tag, TagEnd};
use std::cell::Cell;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::Arc;

/// Nodes inside each other, at most. What walks a tree goes down into itself, and its way down must have an end.
const DEEPEST: usize = 50;

/// Most nodes of a text whose list a thread keeps for the next text: ten times as many as the longest minutes have.
const MOST_KEPT: usize = 16_384;

thread_local! {
    /// What a thread's nodes are gathered in. A list that grows where it is to stay holds more memory than it needs.
    static DRAFT: Cell<Vec<Node>> = const { Cell::new(Vec::new()) };
}

/// Parses `source[body]`. Spans of the tree count from the start of `source`.
pub fn parse(source: &Arc<str>, body: Range<usize>) -> Document {
    let text = source.get(body.clone()).unwrap_or("");
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_HEADING_ATTRIBUTES;
    let mut builder = Builder {
        source,
        base: body.start,
        own: String::new(),
        nodes: DRAFT.take(),
        references: Vec::new(),
        tables: Vec::new(),
        open: Vec::with_capacity(16),
        flat: 0,
        too_deep: None,
        html: false,
    };
    builder.push(Kind::Root, 0..text.len());
    builder.open.push(0);
    for (event, range) in Parser::new_ext(text, options).into_offset_iter() {
        builder.event(event, range);
    }
    builder.close();
    let mut draft = builder.nodes;
    let mut nodes = Vec::with_capacity(draft.len());
    nodes.append(&mut draft);
    if draft.capacity() <= MOST_KEPT {
        DRAFT.set(draft);
    }
    let mut document = Document {
        source: Arc::clone(source),
        own: builder.own,
        nodes,
        references: builder.references,
        tables: builder.tables,
        anchors: BTreeMap::new(),
        hidden: BTreeSet::new(),
        too_deep: builder.too_deep,
    };
    outline::assign_ids(&mut document);
    document
}

struct Builder<'s> {
    source: &'s str,
    base: usize,
    own: String,
    nodes: Vec<Node>,
    references: Vec<Reference>,
    tables: Vec<Box<[Align]>>,
    open: Vec<usize>,
    /// How many of what is open are no nodes, because they stand too deep.
    flat: usize,
    too_deep: Option<Span>,
    /// Inside a block of raw HTML.
    html: bool,
}

impl Builder<'_> {
    fn push(&mut self, kind: Kind, range: Range<usize>) {
        let span = Span::new(range.start + self.base, range.end + self.base);
        let end = self.nodes.len() as NodeId + 1;
        self.nodes.push(Node { kind, span, end });
    }

    fn open(&mut self, kind: Kind, range: Range<usize>) {
        self.open.push(self.nodes.len());
        self.push(kind, range);
    }

    fn close(&mut self) {
        if let Some(index) = self.open.pop() {
            if matches!(self.nodes[index].kind, Kind::Quote) {
                self.quote_to_callout(index);
            }
            self.nodes[index].end = self.nodes.len() as NodeId;
        }
    }

    /// Whether what comes now stands in a cell of a table.
    fn in_cell(&self) -> bool {
        self.open.iter().rev().any(|open| matches!(self.nodes[*open].kind, Kind::Cell))
    }

    /// Where `text` is a slice of the source, its place; else a copy.
    fn text(&mut self, text: &CowStr<'_>) -> Text {
        within(self.source, text).unwrap_or_else(|| own(self.source, &mut self.own, text))
    }

    fn reference(&mut self, target: &CowStr<'_>, title: &CowStr<'_>) -> ReferenceId {
        let reference = Reference { target: self.text(target), title: self.text(title) };
        self.references.push(reference);
        self.references.len() as ReferenceId - 1
    }

    fn event(&mut self, event: Event<'_>, range: Range<usize>) {
        match event {
            // The block itself is no node: its lines are, and nothing of them is written out.
            Event::Start(Tag::HtmlBlock) => self.html = true,
            Event::End(TagEnd::HtmlBlock) => self.html = false,
            Event::Start(_) if self.flat > 0 || self.open.len() > DEEPEST => {
                self.flat += 1;
                let span = Span::new(range.start + self.base, range.end + self.base);
                self.too_deep.get_or_insert(span);
            }
            Event::Start(tag) => {
                let kind = self.kind_of(tag);
                self.open(kind, range);
            }
            Event::End(_) if self.flat > 0 => self.flat -= 1,
            Event::End(_) => self.close(),
            // A closing `#` of a heading can leave a text of no length.
            Event::Text(text) if text.is_empty() => {}
            Event::Text(text) => {
                let text = self.text(&text);
                self.push(if self.html { Kind::Html(text, true) } else { Kind::Text(text) }, range);
            }
            Event::Code(text) => {
                let text = self.text(&text);
                self.push(Kind::Code(text), range);
            }
            Event::Html(html) => {
                let html = self.text(&html);
                self.push(Kind::Html(html, true), range);
            }
            // A cell is one line of the source: there is no other way to begin a new one in it.
            Event::InlineHtml(html) if is_line_break(&html) && self.in_cell() => self.push(Kind::HardBreak, range),
            Event::InlineHtml(html) => {
                let html = self.text(&html);
                self.push(Kind::Html(html, false), range);
            }
            Event::FootnoteReference(label) => {
                let label = self.text(&label);
                self.push(Kind::FootnoteReference(label), range);
            }
            Event::SoftBreak => self.push(Kind::SoftBreak, range),
            Event::HardBreak => self.push(Kind::HardBreak, range),
            Event::Rule => self.push(Kind::Break, range),
            Event::TaskListMarker(done) => self.push(Kind::TaskMarker(done), range),
            // Extensions that are switched off.
            Event::InlineMath(_) | Event::DisplayMath(_) => {}
        }
    }

    fn kind_of(&mut self, tag: Tag<'_>) -> Kind {
        match tag {
            Tag::Heading { level, id, .. } => {
                Kind::Heading { level: level as u8, id: id.map(|id| self.text(&id)).unwrap_or_default() }
            }
            Tag::BlockQuote(_) => Kind::Quote,
            Tag::CodeBlock(CodeBlockKind::Fenced(info)) => Kind::CodeBlock { info: self.text(&info) },
            Tag::CodeBlock(CodeBlockKind::Indented) => Kind::CodeBlock { info: Text::default() },
            Tag::List(start) => Kind::List { start: start.and_then(|n| n.try_into().ok()), tight: true },
            Tag::Item => Kind::Item,
            Tag::FootnoteDefinition(label) => Kind::FootnoteDefinition(self.text(&label)),
            Tag::Table(columns) => {
                self.tables.push(columns.into());
                Kind::Table(self.tables.len() as u32 - 1)
            }
            Tag::TableHead => Kind::Row { head: true },
            Tag::TableRow => Kind::Row { head: false },
            Tag::TableCell => Kind::Cell,
            Tag::Emphasis => Kind::Emphasis,
            Tag::Strong => Kind::Strong,
            Tag::Strikethrough => Kind::Strikethrough,
            // `<a@example.org>`: the parser leaves the scheme to the writer.
            Tag::Link { link_type: LinkType::Email, dest_url, .. } => {
                Kind::Link(self.reference(&format!("mailto:{dest_url}").into(), &"".into()))
            }
            Tag::Link { dest_url, title, .. } => Kind::Link(self.reference(&dest_url, &title)),
            Tag::Image { dest_url, title, .. } => Kind::Image(self.reference(&dest_url, &title)),
            // The rest are extensions that are switched off.
            _ => Kind::Paragraph,
        }
    }

    /// `> [!Beschluss]` comes as a quotation whose first paragraph begins with that text; the marker's nodes are
    /// taken out, and the paragraph too when nothing else is in it.
    fn quote_to_callout(&mut self, quote: usize) {
        let paragraph = quote + 1;
        if !matches!(self.nodes.get(paragraph).map(|n| &n.kind), Some(Kind::Paragraph)) {
            return;
        }
        let span = self.nodes[paragraph].span;
        let Some(rest) = self.source.get(span.range()).and_then(|s| s.strip_prefix("[!")) else { return };
        let Some(length) = rest.find(']') else { return };
        let name = &rest[..length];
        if name.is_empty() || !name.chars().all(|c| c.is_alphanumeric() || c == '-') {
            return;
        }
        let marker_end = span.start + 2 + length as u32 + 1;
        let name = Text(Span::new(span.start as usize + 2, span.start as usize + 2 + length));
        let first = paragraph + 1;
        let mut last = first;
        while last < self.nodes.len() && self.nodes[last].span.start < marker_end {
            last += 1;
        }
        if matches!(self.nodes.get(last).map(|n| &n.kind), Some(Kind::SoftBreak | Kind::HardBreak)) {
            last += 1;
        }
        let paragraph_end = self.nodes[paragraph].end as usize;
        let (from, to) = if last >= paragraph_end { (paragraph, paragraph_end) } else { (first, last) };
        let removed = (to - from) as NodeId;
        self.nodes.drain(from..to);
        for node in &mut self.nodes[paragraph..] {
            node.end -= removed;
        }
        self.nodes[quote].kind = Kind::Callout { name };
    }
}

/// Whether raw HTML is a line break and nothing else: `<br>`, `<br/>`, `<br />`.
pub fn is_line_break(html: &str) -> bool {
    let name = html.strip_prefix('<').and_then(|rest| rest.strip_suffix('>')).unwrap_or_default();
    name.trim_end_matches('/').trim_end().eq_ignore_ascii_case("br")
}

/// Marks lists as loose where an item holds a paragraph: pulldown-cmark says it only by the paragraph's presence.
pub(super) fn loosen(nodes: &mut [Node]) {
    for index in 0..nodes.len() {
        if !matches!(nodes[index].kind, Kind::List { .. }) {
            continue;
        }
        let end = nodes[index].end as usize;
        let mut item = index + 1;
        let mut loose = false;
        while item < end {
            let mut child = item + 1;
            let item_end = nodes[item].end as usize;
            while child < item_end {
                loose |= matches!(nodes[child].kind, Kind::Paragraph);
                child = nodes[child].end as usize;
            }
            item = item_end;
        }
        if let Kind::List { tight, .. } = &mut nodes[index].kind {
            *tight = !loose;
        }
    }
}
