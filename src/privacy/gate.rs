//! Takes a text, gives where in it a datum of a person may stand: beginnings of certain words, rows of digits, a few signs. One
//! pass finds all of it; most texts hold none. A detector then looks closely only at lines with such a place. A gate lets
//! through at least what its detector can find; it only saves time.

use super::signs::Signs;
use aho_corasick::{AhoCorasick, AhoCorasickBuilder, AhoCorasickKind};
use std::ops::Range;

/// Beginnings of words, one of which each match of a detector must hold.
pub struct Words {
    list: &'static [&'static str],
    small_too: bool,
}

impl Words {
    /// As written.
    pub const fn new(list: &'static [&'static str]) -> Words {
        Words { list, small_too: false }
    }

    /// Capitals and small letters alike (of ASCII; umlauts stand twice in the list).
    pub const fn of_any_size(list: &'static [&'static str]) -> Words {
        Words { list, small_too: true }
    }
}

/// All lists of words as one search.
pub struct Search {
    lists: Vec<&'static Words>,
    automaton: Option<AhoCorasick>,
    /// For each pattern of the search: its list, and the word where capitals count.
    patterns: Vec<(usize, Option<&'static str>)>,
}

impl Search {
    /// A search for these lists.
    pub fn new(lists: Vec<&'static Words>) -> Search {
        let all =
            || lists.iter().enumerate().flat_map(|(n, words)| words.list.iter().map(move |word| (n, words, *word)));
        let automaton = AhoCorasickBuilder::new()
            .ascii_case_insensitive(true)
            .kind(Some(AhoCorasickKind::DFA))
            .build(all().map(|(.., word)| word))
            .ok();
        let patterns = all().map(|(n, words, word)| (n, (!words.small_too).then_some(word))).collect();
        Search { lists, automaton, patterns }
    }

    /// Looks through a text.
    pub fn see<'t>(&'t self, text: &'t str) -> Seen<'t> {
        let mut places: Vec<Vec<Range<usize>>> = vec![Vec::new(); self.lists.len()];
        for found in self.automaton.iter().flat_map(|a| a.find_overlapping_iter(text)) {
            let (list, written) = self.patterns[found.pattern().as_usize()];
            let range = found.range();
            if written.is_none_or(|word| text[range.clone()] == *word) && begins_word(text, range.start) {
                places[list].push(range);
            }
        }
        Seen { text, signs: Signs::of(text), lists: &self.lists, places }
    }
}

/// Whether no letter and no digit stands before this place.
fn begins_word(text: &str, at: usize) -> bool {
    match at.checked_sub(1).map(|before| text.as_bytes()[before]) {
        None => true,
        Some(byte) if byte.is_ascii() => !byte.is_ascii_alphanumeric(),
        Some(_) => !text[..at].ends_with(char::is_alphanumeric),
    }
}

/// A text and what was seen in it.
pub struct Seen<'t> {
    /// The text.
    pub text: &'t str,
    /// Its digits and signs.
    pub signs: Signs,
    lists: &'t [&'static Words],
    places: Vec<Vec<Range<usize>>>,
}

impl Seen<'_> {
    /// Words of a list inside a part of the text.
    pub fn places_in(&self, words: &'static Words, part: &Range<usize>) -> &[Range<usize>] {
        let places = self.places(words);
        let first = places.partition_point(|place| place.end <= part.start);
        &places[first..first + places[first..].partition_point(|place| place.end <= part.end)]
    }

    /// Where words of a list begin, in order of their ends.
    pub fn places(&self, words: &'static Words) -> &[Range<usize>] {
        let list = self.lists.iter().position(|list| std::ptr::eq(*list, words));
        debug_assert!(list.is_some(), "a list of words that the search does not know");
        list.map_or(&[], |list| &self.places[list])
    }

    /// The lines that hold a word of a list, in order.
    pub fn lines(&self, words: &'static Words) -> Vec<Range<usize>> {
        self.lines_at(self.places(words).iter().map(|place| place.start))
    }

    /// The lines with these places, in order; each once.
    pub fn lines_at(&self, places: impl Iterator<Item = usize>) -> Vec<Range<usize>> {
        let mut out: Vec<Range<usize>> = Vec::new();
        for place in places {
            if out.last().is_none_or(|line| line.end < place) {
                out.push(self.line(place));
            }
        }
        out
    }

    /// The line around a place.
    pub fn line(&self, place: usize) -> Range<usize> {
        let bytes = self.text.as_bytes();
        let start = memchr::memrchr(b'\n', &bytes[..place]).map_or(0, |n| n + 1);
        let end = memchr::memchr(b'\n', &bytes[place..]).map_or(bytes.len(), |n| place + n);
        start..end
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    static NAMES: Words = Words::new(&["Frau", "Fra"]);
    static CALLS: Words = Words::of_any_size(&["tel"]);

    #[test]
    fn words_are_found_at_their_beginning_and_as_written() {
        let search = Search::new(vec![&NAMES, &CALLS]);
        let seen = search.see("Frau A\nHausfrau\nfrau\nüFrau TEL, Hotel, tel");
        assert_eq!(seen.places(&NAMES), [0..3, 0..4]);
        assert_eq!(seen.places(&CALLS).len(), 2);
        assert_eq!(seen.lines(&NAMES), vec![0..6]);
        assert_eq!(seen.lines_at([9, 7, 16].into_iter()), [7..15, 16..20]);
    }
}
