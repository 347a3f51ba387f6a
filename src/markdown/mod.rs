//! Takes the bytes of a Markdown text, gives a tree of nodes with byte spans. The one document form of the project:
//! HTML, plain text, links, agenda and clauses are all read from it. Parsing never fails; what content may not use
//! (raw HTML) stays in the tree as such, and a rule finds it there.

mod outline;
mod parse;
mod rules;
mod text;

pub use outline::{Heading, heading_id, headings, sections, slug};
pub use parse::{is_line_break, parse};
pub use rules::{RAW_HTML, RULES, TOO_DEEP};
pub use text::{plain_beginning, plain_text, plain_words};

use crate::source::Span;
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::Arc;

/// Text of a node: a piece of the source where it stands there word for word, else of what the document wrote behind it (entities,
/// escapes, names of headings). Only its document can read it.
#[derive(Debug, Clone, Copy, Default)]
pub struct Text(Span);

impl Text {
    /// Whether it says nothing.
    pub fn is_empty(self) -> bool {
        self.0.start == self.0.end
    }
}

/// Alignment of a table column.
pub type Align = pulldown_cmark::Alignment;

/// Where a link or image leads. Its document keeps them in a list of their own, because they would make every node larger.
#[derive(Debug, Clone, Copy)]
struct Reference {
    /// Target or file as written.
    target: Text,
    /// Title as written, mostly empty.
    title: Text,
}

/// Number of a link or image in its document.
pub type ReferenceId = u32;

/// What a node is.
#[derive(Debug, Clone, Copy)]
pub enum Kind {
    /// The whole document.
    Root,
    /// A paragraph.
    Paragraph,
    /// A heading of level 1 to 6 with its id; ids are unique in a document.
    Heading {
        /// 1 to 6.
        level: u8,
        /// Anchor.
        id: Text,
    },
    /// Text.
    Text(Text),
    /// `code` in a line.
    Code(Text),
    /// `*emphasis*`.
    Emphasis,
    /// `**strong**`.
    Strong,
    /// `~~struck~~`.
    Strikethrough,
    /// A link and where it leads.
    Link(ReferenceId),
    /// An image and its file; the children are the alternative text.
    Image(ReferenceId),
    /// A list; `start` is the first number of an ordered one.
    List {
        /// First number, `None` for bullets; CommonMark has none of more than nine figures.
        start: Option<u32>,
        /// Whether its items hold no paragraphs of their own.
        tight: bool,
    },
    /// A list item.
    Item,
    /// `[ ]` or `[x]` at the start of an item.
    TaskMarker(bool),
    /// A quotation.
    Quote,
    /// `> [!Name] title`: a quotation with a meaning. The marker is not among the children.
    Callout {
        /// The name as written, e.g. `Beschluss`.
        name: Text,
    },
    /// A table; its first child is the head row. [`Document::aligns`] knows its columns.
    Table(u32),
    /// A row of a table.
    Row {
        /// Whether it is the head row.
        head: bool,
    },
    /// A cell of a row.
    Cell,
    /// A block of code and its language.
    CodeBlock {
        /// Info string.
        info: Text,
    },
    /// A thematic break.
    Break,
    /// A line break in the source that means a space.
    SoftBreak,
    /// A line break that is meant.
    HardBreak,
    /// `[^1]`.
    FootnoteReference(Text),
    /// `[^1]: …`.
    FootnoteDefinition(Text),
    /// Raw HTML, never written out. `true` for a block.
    Html(Text, bool),
}

/// A node: what it is, where it stands in the source, and where its subtree ends.
#[derive(Debug, Clone, Copy)]
pub struct Node {
    /// What it is.
    pub kind: Kind,
    /// Bytes in the source file.
    pub span: Span,
    /// Index after the last node below this one.
    pub end: u32,
}

/// Index of a node in its document.
pub type NodeId = u32;

/// A tree in pre-order: the nodes below node `i` are `i + 1 .. nodes[i].end`.
#[derive(Debug, Clone)]
pub struct Document {
    /// The text of the whole file, front matter included; spans count from its start.
    pub source: Arc<str>,
    /// What texts of nodes say that the source does not, one behind the other; their spans go on where the source ends.
    own: String,
    /// All nodes; the first is the root.
    pub nodes: Vec<Node>,
    /// Where links and images lead.
    references: Vec<Reference>,
    /// The columns of each table.
    tables: Vec<Box<[Align]>>,
    /// Anchors of nodes that are no headings, e.g. the paragraph `b)` of a clause.
    pub anchors: BTreeMap<NodeId, Box<str>>,
    /// Nodes that are read as data and not shown where they stand, e.g. `Wer:` of a task.
    pub hidden: BTreeSet<NodeId>,
    /// The first thing that stood too deep inside others to be a node: its text stands in the node above.
    pub too_deep: Option<Span>,
}

impl Document {
    /// The children of a node, in order.
    pub fn children(&self, id: NodeId) -> Children<'_> {
        Children { document: self, next: id + 1, end: self.nodes[id as usize].end }
    }

    /// The node itself.
    pub fn node(&self, id: NodeId) -> &Node {
        &self.nodes[id as usize]
    }

    /// All nodes of a subtree, the node itself included, as a range of ids.
    pub fn subtree(&self, id: NodeId) -> Range<NodeId> {
        id..self.nodes[id as usize].end
    }

    /// The text of a [`Text`].
    pub fn str(&self, text: &Text) -> &str {
        let Range { start, end } = text.0.range();
        match start.checked_sub(self.source.len()) {
            Some(start) => self.own.get(start..end - self.source.len()).unwrap_or(""),
            None => self.source.get(start..end).unwrap_or(""),
        }
    }

    /// Whether a text does not stand in the source.
    pub fn is_own(&self, text: &Text) -> bool {
        text.0.start as usize >= self.source.len()
    }

    /// A text that does not stand in the source.
    pub fn add(&mut self, text: &str) -> Text {
        own(&self.source, &mut self.own, text)
    }

    /// The words of a node (see [`plain_words`]), kept by the document.
    pub fn words(&mut self, id: NodeId) -> Text {
        let words = match plain_words(self, id) {
            Cow::Borrowed(words) => return self.part(words),
            Cow::Owned(words) => words,
        };
        self.add(&words)
    }

    /// A piece of what [`Document::str`] gave, as a text of its own; nothing for any other text.
    pub fn part(&self, piece: &str) -> Text {
        let behind = || {
            let start = within(&self.own, piece)?.0.range().start + self.source.len();
            Some(Text(Span::new(start, start + piece.len())))
        };
        within(&self.source, piece).or_else(behind).unwrap_or_default()
    }

    /// Where a link or image leads, as written.
    pub fn target(&self, reference: ReferenceId) -> &str {
        self.references.get(reference as usize).map_or("", |r| self.str(&r.target))
    }

    /// The title of a link or image as written, mostly empty.
    pub fn title(&self, reference: ReferenceId) -> &str {
        self.references.get(reference as usize).map_or("", |r| self.str(&r.title))
    }

    /// The columns of a table.
    pub fn aligns(&self, table: u32) -> &[Align] {
        self.tables.get(table as usize).map_or(&[], |columns| columns)
    }

    /// Gives a heading its anchor; no other node has one.
    pub fn name(&mut self, heading: NodeId, anchor: &str) {
        let name = self.add(anchor);
        if let Kind::Heading { id, .. } = &mut self.nodes[heading as usize].kind {
            *id = name;
        }
    }

    /// Whether the document holds nothing at all.
    pub fn is_empty(&self) -> bool {
        self.nodes.len() <= 1
    }
}

/// A text that is a piece of another in memory.
fn within(source: &str, text: &str) -> Option<Text> {
    let start = (text.as_ptr() as usize).wrapping_sub(source.as_ptr() as usize);
    (start.saturating_add(text.len()) <= source.len()).then(|| Text(Span::new(start, start + text.len())))
}

/// A text behind the source.
fn own(source: &str, own: &mut String, text: &str) -> Text {
    let start = source.len() + own.len();
    own.push_str(text);
    Text(Span::new(start, start + text.len()))
}

/// Iterator over the children of a node.
pub struct Children<'a> {
    document: &'a Document,
    next: NodeId,
    end: NodeId,
}

impl Iterator for Children<'_> {
    type Item = NodeId;

    fn next(&mut self) -> Option<NodeId> {
        if self.next >= self.end {
            return None;
        }
        let id = self.next;
        self.next = self.document.nodes[id as usize].end;
        Some(id)
    }
}

#[cfg(test)]
mod tests {
    /// A page has about a hundred nodes, and a site of 17,000 pages keeps all of them.
    #[test]
    fn a_node_stays_small() {
        assert!(size_of::<super::Node>() <= 24);
    }
}
