//! Takes Markdown, gives its blocks of text with the bytes that each came from. Never judges a text, and leaves out front
//! matter, code and raw HTML but for its comments.

use std::ops::Range;

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use super::looks_like_address;
use crate::german::doc::{Block, BlockKind, Comment, Mark, MarkKind, OffsetMap, TextDoc};
use crate::markdown::is_line_break;

/// Reads Markdown (CommonMark with tables and footnotes); YAML and TOML front matter is skipped.
pub fn markdown(source: &str) -> TextDoc {
    let mut options = Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES | Options::ENABLE_HEADING_ATTRIBUTES;
    options |= Options::ENABLE_YAML_STYLE_METADATA_BLOCKS | Options::ENABLE_PLUSES_DELIMITED_METADATA_BLOCKS;
    let mut builder = Builder::new(source);
    for (event, range) in Parser::new_ext(source, options).into_offset_iter() {
        builder.event(event, range);
    }
    builder.finish()
}

struct Builder<'a> {
    source: &'a str,
    doc: TextDoc,
    open: Option<Block>,
    kinds: Vec<BlockKind>,
    marks: Vec<(usize, Range<usize>, MarkKind)>,
    image: Option<(String, Range<usize>, usize)>,
    html: Option<(String, usize)>,
    skip: u32,
    lists: u8,
    columns: u16,
    first_cell: bool,
    /// Source before this byte is a marker and no text: `[!Wort]`.
    hidden_until: usize,
}

impl<'a> Builder<'a> {
    fn new(source: &'a str) -> Self {
        Builder {
            source,
            doc: TextDoc::default(),
            open: None,
            kinds: Vec::new(),
            marks: Vec::new(),
            image: None,
            html: None,
            skip: 0,
            lists: 0,
            columns: 0,
            first_cell: false,
            hidden_until: 0,
        }
    }

    fn event(&mut self, event: Event<'a>, range: Range<usize>) {
        match event {
            Event::Start(tag) => self.start(tag, range),
            Event::End(tag) => self.end(tag, range),
            Event::Text(text) if self.skip == 0 => self.text(&text, range),
            Event::SoftBreak | Event::HardBreak => self.push("\n", range.start),
            Event::InlineHtml(html) if is_line_break(&html) => self.push("\n", range.start),
            Event::Html(html) | Event::InlineHtml(html) => match &mut self.html {
                Some((all, _)) => all.push_str(&html),
                None => self.comments(&html.clone(), range.start),
            },
            Event::FootnoteReference(_) => self.empty_mark(MarkKind::Footnote, range),
            _ => {}
        }
    }

    fn start(&mut self, tag: Tag<'a>, range: Range<usize>) {
        match tag {
            Tag::Heading { level, .. } => self.open_block(BlockKind::Heading(level as u8)),
            Tag::Paragraph => {
                let kind = self.kinds.last().copied().unwrap_or(BlockKind::Paragraph);
                self.open_block(kind);
            }
            Tag::List(_) => {
                self.close_block();
                self.lists = self.lists.saturating_add(1);
            }
            Tag::Item => {
                let kind = BlockKind::ListItem { depth: self.lists };
                self.kinds.push(kind);
                self.open_block(kind);
            }
            Tag::BlockQuote(_) => {
                self.close_block();
                let kind = self.box_kind(&range);
                self.kinds.push(kind);
            }
            Tag::Table(columns) => {
                self.columns = columns.len() as u16;
                self.first_cell = true;
            }
            Tag::TableCell => {
                let kind = BlockKind::TableCell { columns: self.columns, first: self.first_cell };
                self.first_cell = false;
                self.open_block(kind);
            }
            Tag::FootnoteDefinition(_) => self.close_block(),
            Tag::CodeBlock(_) | Tag::MetadataBlock(_) => {
                self.close_block();
                self.skip += 1;
            }
            Tag::HtmlBlock => self.html = Some((String::new(), range.start)),
            Tag::Emphasis => {
                let raw = self.source.get(range.clone()).unwrap_or("").to_owned();
                self.open_mark(MarkKind::Emphasis { raw }, range);
            }
            Tag::Strong => self.open_mark(MarkKind::Strong, range),
            Tag::Link { dest_url, .. } => self.open_mark(MarkKind::Link { target: dest_url.into_string() }, range),
            Tag::Image { .. } => self.image = Some((String::new(), range, self.position())),
            _ => {}
        }
    }

    /// `> [!Wort]` opens the explanation of a word, `> [!Name]` any other box, and `>` alone a quotation.
    fn box_kind(&mut self, quote: &Range<usize>) -> BlockKind {
        let text = self.source.get(quote.clone()).unwrap_or("");
        let inner = text.trim_start_matches(['>', ' ']);
        let Some((name, rest)) = inner.strip_prefix("[!").and_then(|r| r.split_once(']')) else {
            return BlockKind::Quote;
        };
        if name.is_empty() || !name.chars().all(|c| c.is_alphanumeric() || c == '-') {
            return BlockKind::Quote;
        }
        let line = rest.split_inclusive('\n').next().unwrap_or("");
        self.hidden_until = quote.end - rest.len() + if line.trim().is_empty() { line.len() } else { 0 };
        if name == "Wort" { BlockKind::Glossary } else { BlockKind::Paragraph }
    }

    fn end(&mut self, tag: TagEnd, range: Range<usize>) {
        match tag {
            TagEnd::Heading(_) | TagEnd::Paragraph | TagEnd::TableCell => self.close_block(),
            TagEnd::Item | TagEnd::BlockQuote(_) => {
                self.close_block();
                self.kinds.pop();
            }
            TagEnd::List(_) => self.lists = self.lists.saturating_sub(1),
            TagEnd::CodeBlock | TagEnd::MetadataBlock(_) => self.skip = self.skip.saturating_sub(1),
            TagEnd::HtmlBlock => {
                if let Some((all, start)) = self.html.take() {
                    self.comments(&all, start);
                }
            }
            TagEnd::Emphasis | TagEnd::Strong | TagEnd::Link => {
                let end = self.position();
                if let Some((start, source, kind)) = self.marks.pop()
                    && let Some(block) = &mut self.open
                {
                    block.marks.push(Mark { kind, range: start.min(end)..end, source });
                }
            }
            TagEnd::Image => {
                if let Some((alt, source, at)) = self.image.take() {
                    // A pictogram shows what the text says: it needs no words of its own.
                    let pictogram = self.source.get(source.clone()).is_some_and(|s| s.contains("](bild:"));
                    let mark = Mark { kind: MarkKind::Image { alt }, range: at..at, source };
                    if let Some(block) = self.open.as_mut().filter(|_| !pictogram) {
                        block.marks.push(mark);
                    }
                }
            }
            _ => {}
        }
        let _ = range;
    }

    fn position(&self) -> usize {
        self.open.as_ref().map_or(0, |b| b.text.len())
    }

    fn open_mark(&mut self, kind: MarkKind, source: Range<usize>) {
        self.marks.push((self.position(), source, kind));
    }

    fn empty_mark(&mut self, kind: MarkKind, source: Range<usize>) {
        let at = self.position();
        if let Some(block) = &mut self.open {
            block.marks.push(Mark { kind, range: at..at, source });
        }
    }

    fn open_block(&mut self, kind: BlockKind) {
        self.close_block();
        self.open = Some(Block { kind, text: String::new(), map: OffsetMap::default(), marks: Vec::new() });
    }

    fn close_block(&mut self) {
        self.marks.clear();
        if let Some(block) = self.open.take()
            && (!block.text.trim().is_empty() || !block.marks.is_empty())
        {
            let kind = match block.kind {
                BlockKind::Paragraph if looks_like_address(&block.text) => BlockKind::Address,
                kind => kind,
            };
            self.doc.blocks.push(Block { kind, ..block });
        }
    }

    fn text(&mut self, text: &str, range: Range<usize>) {
        if let Some((alt, ..)) = &mut self.image {
            alt.push_str(text);
            return;
        }
        // A number from a report counts as a number; its reference is no language.
        let mut at = 0;
        while let Some(start) = text[at..].find("{{zahl").map(|s| s + at) {
            let Some(end) = text[start..].find("}}").map(|e| start + e + 2) else { break };
            self.push(&text[at..start], range.start + at);
            self.push("12", range.start + start);
            at = end;
        }
        self.push(&text[at..], range.start + at);
    }

    fn push(&mut self, text: &str, source: usize) {
        if self.skip > 0 || self.image.is_some() || source < self.hidden_until {
            return;
        }
        if let Some(block) = &mut self.open {
            block.map.push(block.text.len(), source);
            block.text.push_str(text);
        }
    }

    fn comments(&mut self, html: &str, start: usize) {
        let mut from = 0;
        while let Some(open) = html.get(from..).and_then(|r| r.find("<!--")) {
            let open = from + open;
            let Some(length) = html[open..].find("-->") else {
                break;
            };
            self.doc.comments.push(Comment {
                // `<!-->` ends where it begins.
                text: html.get(open + 4..open + length).unwrap_or("").to_owned(),
                source: start + open..start + open + length + 3,
            });
            from = open + length + 3;
        }
    }

    fn finish(mut self) -> TextDoc {
        self.close_block();
        self.doc.structured = self.doc.blocks.len() > 1;
        self.doc
    }
}
