//! Takes blocks of running text with a map back to the source; gives the one document form that the linter and the
//! readability count read. It never parses Markdown itself: `rules::easy::linter::adapter` and the site's own tree fill it.

use std::ops::Range;

/// One text to read: a page, an easy part of a page, a glossary explanation or a loose file.
#[derive(Debug, Clone, Default)]
pub struct TextDoc {
    /// Blocks in reading order.
    pub blocks: Vec<Block>,
    /// Comments of the source (`<!-- … -->`), in order; they carry suppressions.
    pub comments: Vec<Comment>,
    /// Whether the source shows structure (blank lines, headings, lists). Without it, rules on paragraphs and
    /// headings have nothing to judge and stay silent.
    pub structured: bool,
}

/// What a block is on the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BlockKind {
    /// A heading of level 1 to 6.
    Heading(u8),
    /// A paragraph.
    Paragraph,
    /// The text of one list item; depth 1 is the outermost list.
    ListItem {
        /// Nesting, from 1.
        depth: u8,
    },
    /// One cell of a table.
    TableCell {
        /// Columns of the whole table.
        columns: u16,
        /// Whether this is the table's first cell; rules on tables speak there once.
        first: bool,
    },
    /// A quotation: words of others, skipped by the rules on words and sentences.
    Quote,
    /// A postal address, an opening hour, a phone number: not running text.
    Address,
    /// The explanation of a glossary entry.
    Glossary,
}

/// A block of text. Line breaks of the source stay in `text` as `\n`.
#[derive(Debug, Clone)]
pub struct Block {
    /// What the block is.
    pub kind: BlockKind,
    /// Its text without markup.
    pub text: String,
    /// From byte positions of `text` to byte positions of the source.
    pub map: OffsetMap,
    /// Emphasis, links, images and footnotes in the text.
    pub marks: Vec<Mark>,
}

impl Block {
    /// The source range of a range of the text.
    pub fn source(&self, range: Range<usize>) -> Range<usize> {
        self.map.range(&self.text, range)
    }

    /// Whether some mark for which `wanted` holds covers the whole range.
    pub fn covered(&self, range: &Range<usize>, wanted: impl Fn(&MarkKind) -> bool) -> bool {
        self.marks.iter().any(|m| m.range.start <= range.start && range.end <= m.range.end && wanted(&m.kind))
    }
}

/// Something that is marked in the text.
#[derive(Debug, Clone)]
pub struct Mark {
    /// What it is.
    pub kind: MarkKind,
    /// Bytes of the block's text; empty for images and footnotes.
    pub range: Range<usize>,
    /// Bytes of the source, with the markup.
    pub source: Range<usize>,
}

/// Kinds of marks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MarkKind {
    /// Italic text; `raw` is its source with the delimiters.
    Emphasis {
        /// Source text with delimiters.
        raw: String,
    },
    /// Bold text.
    Strong,
    /// A link.
    Link {
        /// Where it leads.
        target: String,
    },
    /// An image.
    Image {
        /// Its alternative text.
        alt: String,
    },
    /// A footnote's mark in the text.
    Footnote,
}

/// A comment of the source.
#[derive(Debug, Clone)]
pub struct Comment {
    /// Text between `<!--` and `-->`.
    pub text: String,
    /// Bytes of the source, with the delimiters.
    pub source: Range<usize>,
}

/// A map from text positions to source positions, as anchors: from one anchor to the next both run in step.
#[derive(Debug, Clone, Default)]
pub struct OffsetMap(Vec<(u32, u32)>);

impl OffsetMap {
    /// A text that lies in the source byte for byte from `source` on.
    pub fn identity(source: usize) -> Self {
        OffsetMap(vec![(0, source as u32)])
    }

    /// Says that text position `text` lies at source position `source`; positions must not go back.
    pub fn push(&mut self, text: usize, source: usize) {
        self.0.push((text as u32, source as u32));
    }

    /// The source position of a text position.
    pub fn at(&self, text: usize) -> usize {
        let text = text as u32;
        let i = self.0.partition_point(|a| a.0 <= text);
        match i.checked_sub(1).and_then(|i| self.0.get(i)) {
            Some(a) => (a.1 + (text - a.0)) as usize,
            None => self.0.first().map_or(0, |a| a.1 as usize),
        }
    }

    /// The source range of a text range. The end follows the last character, so that markup after it stays outside.
    pub fn range(&self, text: &str, range: Range<usize>) -> Range<usize> {
        let start = self.at(range.start);
        let last = text.get(range.clone()).and_then(|s| s.chars().next_back());
        let end = match last {
            Some(c) => self.at(range.end - c.len_utf8()) + c.len_utf8(),
            None => start,
        };
        start..end.max(start)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn maps_around_markup() {
        // source: "Das ist **gut**." text: "Das ist gut."
        let mut map = OffsetMap::default();
        map.push(0, 0);
        map.push(8, 10);
        map.push(11, 15);
        assert_eq!(map.range("Das ist gut.", 8..11), 10..13);
        assert_eq!(map.range("Das ist gut.", 8..12), 10..16);
        assert_eq!(map.at(3), 3);
    }
}
