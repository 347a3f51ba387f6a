//! A regular expression that is compiled when it is first asked for.

use regex::{Captures, Regex};
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

    /// The first place.
    pub fn first<'t>(&self, text: &'t str) -> Option<Captures<'t>> {
        self.regex()?.captures(text)
    }

    /// Whether there is any.
    pub fn is_in(&self, text: &str) -> bool {
        self.regex().is_some_and(|r| r.is_match(text))
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
