//! A regular expression that is compiled when it is first asked for.

use regex::{Captures, Regex};
use std::ops::Range;
use std::sync::OnceLock;

/// A pattern as a constant.
pub struct Pattern {
    text: &'static str,
    regex: OnceLock<Option<Regex>>,
}

impl Pattern {
    /// A pattern of the `regex` crate. One that does not compile finds nothing; tests show that each finds something.
    pub const fn new(text: &'static str) -> Pattern {
        Pattern { text, regex: OnceLock::new() }
    }

    fn regex(&self) -> Option<&Regex> {
        self.regex.get_or_init(|| Regex::new(self.text).ok()).as_ref()
    }

    /// All places, left to right.
    pub fn all<'t>(&self, text: &'t str) -> impl Iterator<Item = Captures<'t>> {
        self.regex().into_iter().flat_map(move |r| r.captures_iter(text))
    }

    /// All places in these lines of a text, left to right.
    pub fn within<'t>(&self, text: &'t str, lines: Vec<Range<usize>>) -> impl Iterator<Item = Found<'t>> {
        lines.into_iter().flat_map(move |line| {
            let before = line.start;
            self.all(&text[line]).map(move |captures| Found { captures, before })
        })
    }

    /// The first place.
    pub fn first<'t>(&self, text: &'t str) -> Option<Captures<'t>> {
        self.regex()?.captures(text)
    }

    /// Whether there is any.
    pub fn is_in(&self, text: &str) -> bool {
        self.regex().is_some_and(|r| r.is_match(text))
    }
}

/// A match in a line of a text.
pub struct Found<'t> {
    captures: Captures<'t>,
    /// Bytes of the text before the line.
    before: usize,
}

impl<'t> Found<'t> {
    /// Place of a group in the text; group 0 is the whole.
    pub fn range(&self, group: usize) -> Option<Range<usize>> {
        self.captures.get(group).map(|m| self.before + m.start()..self.before + m.end())
    }

    /// Place of the whole.
    pub fn whole(&self) -> Range<usize> {
        self.range(0).unwrap_or_default()
    }

    /// Words of a group; empty where it took no part.
    pub fn str(&self, group: usize) -> &'t str {
        self.captures.get(group).map_or("", |m| m.as_str())
    }
}

/// The digits of a text.
pub fn digits(text: &str) -> Vec<u32> {
    text.chars().filter_map(|c| c.to_digit(10)).collect()
}

/// The sum of the digits of a number below 100.
pub fn cross_sum(n: u32) -> u32 {
    n / 10 + n % 10
}

/// The letters A to Z as 1 to 26.
pub fn letter_value(c: char) -> Option<u32> {
    c.is_ascii_alphabetic().then(|| c.to_ascii_uppercase() as u32 - 'A' as u32 + 1)
}
