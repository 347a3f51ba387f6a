//! What a token is and how it is written. Holds places and marks, never letters: these lie in [`super::tokens::Tokens`].

use std::ops::Range;

use super::lexicon::Class;

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A word of letters; may have hyphens, Mediopunkte and digits inside.
    Word,
    /// Digits, with dots, commas and colons inside.
    Number,
    /// An abbreviation of the list, with its dots.
    Abbreviation(u16),
    /// A web or mail address.
    Address,
    /// One sign.
    Sign(char),
}

/// How a word is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Shape(u16);

impl Shape {
    /// First letter is a capital.
    pub const CAPITAL: Shape = Shape(1);
    /// Two or more letters, all capitals.
    pub const ALL_CAPS: Shape = Shape(2);
    /// Has a hyphen inside.
    pub const HYPHEN: Shape = Shape(4);
    /// Has a Mediopunkt inside.
    pub const MIDDOT: Shape = Shape(8);
    /// Has digits.
    pub const DIGIT: Shape = Shape(16);
    /// Has a soft hyphen.
    pub const SOFT: Shape = Shape(32);
    /// First token of a line of the source.
    pub const LINE: Shape = Shape(64);
    /// Follows the token before without a space.
    pub const GLUED: Shape = Shape(128);

    /// Whether one of `other` is set.
    pub const fn has(self, other: Shape) -> bool {
        self.0 & other.0 != 0
    }

    pub(super) fn set(&mut self, other: Shape) {
        self.0 |= other.0;
    }
}

/// One token. Positions are bytes of the block's text.
#[derive(Debug, Clone, Copy)]
pub struct Token {
    /// First byte.
    pub start: u32,
    /// Byte after the last.
    pub end: u32,
    pub(super) low: u32,
    pub(super) low_len: u16,
    /// Spelling.
    pub shape: Shape,
    /// What it is.
    pub kind: Kind,
    /// What it may be in a sentence.
    pub class: Class,
}

impl Token {
    /// Bytes of the block's text.
    pub fn range(&self) -> Range<usize> {
        self.start as usize..self.end as usize
    }

    /// Whether it is this sign.
    pub fn is(&self, sign: char) -> bool {
        self.kind == Kind::Sign(sign)
    }

    /// Whether it counts as a word when sentences are measured.
    pub fn is_word(&self) -> bool {
        matches!(self.kind, Kind::Word | Kind::Number | Kind::Abbreviation(_) | Kind::Address)
    }

    /// Whether it is a word with a capital first letter.
    pub fn capital(&self) -> bool {
        self.kind == Kind::Word && self.shape.has(Shape::CAPITAL)
    }

    /// Whether it is a word with a small first letter.
    pub fn small(&self) -> bool {
        self.kind == Kind::Word && !self.shape.has(Shape::CAPITAL)
    }
}
