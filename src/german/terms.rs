//! Words of a glossary, found in texts: whole words only, the longest form first.

use aho_corasick::{AhoCorasick, MatchKind};
use std::ops::Range;

/// All words of a glossary, ready to be found in texts.
#[derive(Debug, Clone)]
pub struct TermIndex {
    finder: AhoCorasick,
    /// For each pattern the word it belongs to.
    word: Vec<usize>,
    /// Addresses of the words.
    urls: Vec<String>,
}

impl TermIndex {
    /// An index of words: for each its forms and its address. `None` without words, or when they are too many to search.
    pub fn new(words: Vec<(Vec<String>, String)>) -> Option<TermIndex> {
        let (mut patterns, mut word, mut urls) = (Vec::new(), Vec::new(), Vec::new());
        for (forms, url) in words {
            for form in forms.into_iter().filter(|f| f.chars().count() > 1) {
                patterns.push(form);
                word.push(urls.len());
            }
            urls.push(url);
        }
        if patterns.is_empty() {
            return None;
        }
        // The longest form wins: "Gesamtplanverfahren PiT" before "PiT".
        let finder = AhoCorasick::builder().match_kind(MatchKind::LeftmostLongest).build(&patterns).ok()?;
        Some(TermIndex { finder, word, urls })
    }

    /// Whether the letters of any word stand in `text`, be it as a part of a longer one.
    pub fn is_in(&self, text: &str) -> bool {
        self.finder.is_match(text)
    }

    /// Where words stand in `text`, in order: bytes, and the number of the word.
    pub fn find<'a>(&'a self, text: &'a str) -> impl Iterator<Item = (Range<usize>, usize)> + 'a {
        self.finder
            .find_iter(text)
            .filter(|m| is_whole_word(text, m.start(), m.end()) && !is_numbered(&text[m.end()..]))
            .map(|m| (m.range(), self.word[m.pattern().as_usize()]))
    }

    /// Address of a word's explanation.
    pub fn url(&self, word: usize) -> &str {
        &self.urls[word]
    }
}

/// Whether a number follows: "Anlage 2" is a certain annex and may be a link to it, not the word "Anlage".
fn is_numbered(behind: &str) -> bool {
    behind.strip_prefix([' ', '\u{a0}']).is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
}

/// Whether a match is no part of a longer word: "Stichtag" is not in "Stichtagsregelung", nor "AK" in "AK-Leitung".
fn is_whole_word(text: &str, start: usize, end: usize) -> bool {
    let joins = |c: char| c.is_alphanumeric() || matches!(c, '-' | '·' | '\u{ad}' | '/' | '_');
    !text[..start].chars().next_back().is_some_and(joins) && !text[end..].chars().next().is_some_and(joins)
}
