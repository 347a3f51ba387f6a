//! Takes a document, gives it read: tokens, sentences and blocks, with the small questions many rules ask.

use std::cell::OnceCell;
use std::collections::HashSet;
use std::ops::Range;

use super::options::{Options, Register};
use crate::german::doc::{Block, BlockKind, MarkKind, TextDoc};
use crate::german::lexicon::Class;
use crate::german::sentences::sentences;
use crate::german::tokens::{Kind, Token, Tokens};

/// A document read for the rules.
pub struct Text<'a> {
    /// The document.
    pub doc: &'a TextDoc,
    /// The settings.
    pub options: &'a Options,
    tokens: Tokens,
    sentences: Vec<Sentence>,
    /// Places of the sentences of each block.
    blocks: Vec<Range<usize>>,
    explained: OnceCell<HashSet<String>>,
}

/// One sentence.
#[derive(Debug, Clone)]
pub struct Sentence {
    /// Place of its block in [`TextDoc::blocks`].
    pub block: usize,
    /// Places of its tokens.
    pub tokens: Range<usize>,
    /// Words and numbers in it; a split compound is one.
    pub words: usize,
}

impl<'a> Text<'a> {
    /// Reads a document.
    pub fn new(doc: &'a TextDoc, options: &'a Options) -> Self {
        let mut text = Text {
            doc,
            options,
            tokens: Tokens::default(),
            sentences: Vec::new(),
            blocks: Vec::new(),
            explained: OnceCell::new(),
        };
        let mut found = Vec::new();
        for (i, block) in doc.blocks.iter().enumerate() {
            let range = text.tokens.read(&block.text);
            found.clear();
            sentences(&text.tokens, range, &mut found);
            let first = text.sentences.len();
            for tokens in found.drain(..) {
                let words = text.tokens.all[tokens.clone()].iter().filter(|t| t.is_word()).count();
                text.sentences.push(Sentence { block: i, tokens, words });
            }
            text.blocks.push(first..text.sentences.len());
        }
        text
    }

    /// Whether this is Leichte Sprache.
    pub fn easy(&self) -> bool {
        self.options.register == Register::Leicht
    }

    /// All sentences in order.
    pub fn sentences(&self) -> &[Sentence] {
        &self.sentences
    }

    /// Sentences of running text: no quotations, addresses or table cells.
    pub fn prose(&self) -> impl Iterator<Item = &Sentence> {
        self.sentences.iter().filter(|s| {
            !matches!(
                self.doc.blocks[s.block].kind,
                BlockKind::Quote | BlockKind::Address | BlockKind::TableCell { .. }
            )
        })
    }

    /// Blocks with their place, without quotations.
    pub fn blocks(&self) -> impl Iterator<Item = (usize, &Block)> {
        self.doc.blocks.iter().enumerate().filter(|(_, b)| b.kind != BlockKind::Quote)
    }

    /// The sentences of a block.
    pub fn block_sentences(&self, block: usize) -> &[Sentence] {
        self.blocks.get(block).and_then(|b| self.sentences.get(b.clone())).unwrap_or(&[])
    }

    /// The tokens of a sentence.
    pub fn of(&self, sentence: &Sentence) -> &[Token] {
        self.tokens.all.get(sentence.tokens.clone()).unwrap_or(&[])
    }

    /// The lower-case form of a token.
    pub fn lower(&self, token: &Token) -> &str {
        self.tokens.lower(token)
    }

    /// The token as written.
    pub fn raw(&self, block: usize, token: &Token) -> &str {
        self.doc.blocks.get(block).and_then(|b| b.text.get(token.range())).unwrap_or("")
    }

    /// The text of a range of tokens as written, on one line.
    pub fn slice(&self, block: usize, tokens: &[Token]) -> String {
        let (Some(first), Some(last)) = (tokens.first(), tokens.last()) else {
            return String::new();
        };
        let text = self.doc.blocks.get(block).and_then(|b| b.text.get(first.start as usize..last.end as usize));
        text.unwrap_or("").replace('\n', " ")
    }

    /// Whether the page explains the word with this stem ([`crate::german::stem()`]).
    pub fn is_explained(&self, stem: &str) -> bool {
        self.explained.get_or_init(|| super::explained::explained_stems(self)).contains(stem)
    }

    /// Whether a token lies in a link.
    pub fn in_link(&self, block: usize, token: &Token) -> bool {
        self.doc
            .blocks
            .get(block)
            .is_some_and(|b| !b.marks.is_empty() && b.covered(&token.range(), |m| matches!(m, MarkKind::Link { .. })))
    }

    /// Whether a token is bold.
    pub fn is_bold(&self, block: usize, token: &Token) -> bool {
        self.doc
            .blocks
            .get(block)
            .is_some_and(|b| !b.marks.is_empty() && b.covered(&token.range(), |m| *m == MarkKind::Strong))
    }

    /// Whether token `i` of a sentence is a name of the list.
    pub fn in_name(&self, sentence: &Sentence, i: usize) -> bool {
        self.of(sentence).get(i).is_some_and(|t| t.capital() && self.options.names.contains(self.lower(t)))
    }

    /// Whether a block is a heading.
    pub fn is_heading(&self, block: usize) -> bool {
        self.doc.blocks.get(block).is_some_and(|b| matches!(b.kind, BlockKind::Heading(_)))
    }
}

/// Whether a sign ends a clause.
pub fn ends_clause(token: &Token) -> bool {
    matches!(token.kind, Kind::Sign(',' | ';' | ':' | '.' | '!' | '?' | '–' | '(' | ')' | '„' | '“' | '•'))
}

/// The place where the clause that contains `i` ends (a place in `tokens`, after its last word).
pub fn clause_end(tokens: &[Token], i: usize) -> usize {
    // The dot of "31. Dezember" ends nothing.
    let inner_dot = |n: usize, t: &Token| t.is('.') && n + 1 < tokens.len();
    let end = tokens.iter().enumerate().skip(i).find(|(n, t)| ends_clause(t) && !inner_dot(*n, t));
    end.map_or(tokens.len(), |(n, _)| n)
}

/// The place where the clause that contains `i` begins.
pub fn clause_start(tokens: &[Token], i: usize) -> usize {
    tokens.get(..i).and_then(|t| t.iter().rposition(ends_clause)).map_or(0, |n| n + 1)
}

/// Whether a token is surely a finite verb: small, in a list, no bare infinitive.
pub fn surely_finite(token: &Token) -> bool {
    token.small()
        && token.class.any(Class::FINITE)
        && !token.class.any(Class::GUESS)
        && (token.class.any(Class::PRT) || !token.class.any(Class::INF))
        && !token.class.any(Class::ADJ.or(Class::DET).or(Class::PREP).or(Class::ADVERB))
}

/// Whether a token may be a finite verb.
pub fn maybe_finite(token: &Token) -> bool {
    token.small()
        && token.class.any(Class::FINITE)
        && !token.class.any(Class::DET.or(Class::PREP).or(Class::ADVERB).or(Class::NEG))
}
