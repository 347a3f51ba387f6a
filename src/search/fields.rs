//! Takes texts of a section, each with what it is there, gives how much each term counts.

use super::words::{Word, clauses, stem, words};
use crate::german::compound_parts;
use std::collections::HashMap;
use std::collections::HashSet;

/// What a text is for its section. Titles and headings of few words say more about each of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Field {
    /// Title of the page, or its short name.
    Title,
    /// Heading, or another form of a word.
    Heading,
    /// Anything else.
    Text,
}

/// A part of a page with an address of its own.
#[derive(Debug, Clone, Default)]
pub struct Section {
    /// Anchor; empty for the page itself.
    pub anchor: String,
    /// Its heading; empty for the page itself.
    pub title: String,
    /// What stands in it.
    pub texts: Vec<(Field, String)>,
}

/// Weight of the clause that a query names by its number.
const CLAUSE: u32 = 24;

impl Field {
    fn weight(self, words: usize) -> u32 {
        match (self, words) {
            (Field::Title, 0..=1) => 40,
            (Field::Title, 2) => 32,
            (Field::Title, 3..=4) => 26,
            (Field::Title, _) => 20,
            (Field::Heading, 0..=2) => 18,
            (Field::Heading, _) => 14,
            (Field::Text, _) => 4,
        }
    }
}

/// What a written word is found by, and whether that is the whole word.
type Found = Vec<(String, bool)>;

/// A term that a word is found by.
#[derive(Clone, Copy)]
struct Finds {
    term: u32,
    whole: bool,
    /// A number of one or two digits: in a text it says nothing.
    short_number: bool,
}

/// Remembers what words are found by: a site uses the same ones again and again.
pub struct Known {
    found: HashMap<Word, Vec<Finds>>,
    stop: HashSet<String>,
    numbers: HashMap<String, u32>,
    /// The terms, by their numbers: no text is copied for each place where a term stands.
    pub terms: Vec<String>,
}

impl Known {
    /// Knows no word yet but those that do not count.
    pub fn new(stop: &[String]) -> Known {
        let stop = stop.iter().cloned().collect();
        Known { found: HashMap::new(), stop, numbers: HashMap::new(), terms: Vec::new() }
    }

    fn is_stop(&self, word: &Word) -> bool {
        self.stop.contains(&super::words::key(&word.joined()))
    }

    fn number(&mut self, term: String) -> u32 {
        if let Some(number) = self.numbers.get(&term) {
            return *number;
        }
        let number = self.terms.len() as u32;
        self.terms.push(term.clone());
        self.numbers.insert(term, number);
        number
    }

    fn found(&mut self, word: &Word) -> &[Finds] {
        // Most words are known: they are not copied for the look.
        if !self.found.contains_key(word) {
            let finds = |(term, whole): (String, bool)| {
                let short_number = term.len() < 3 && term.bytes().all(|b| b.is_ascii_digit());
                Finds { term: self.number(term), whole, short_number }
            };
            let all = found_by(word).into_iter().map(finds).collect();
            self.found.insert(word.clone(), all);
        }
        &self.found[word]
    }
}

/// How much each term, by its number, counts in a section.
pub fn terms(section: &Section, known: &mut Known) -> HashMap<u32, u32> {
    let mut out: HashMap<u32, u32> = HashMap::new();
    let mut often: HashMap<u32, u32> = HashMap::new();
    for (field, text) in &section.texts {
        let words = words(text);
        let weight = match field {
            Field::Text => field.weight(0),
            _ => field.weight(words.iter().filter(|w| !known.is_stop(w)).count()),
        };
        let mut add = |term: u32, weight: u32| {
            out.entry(term).and_modify(|known| *known = weight.max(*known)).or_insert(weight);
        };
        for word in &words {
            for finds in known.found(word) {
                if *field == Field::Text && finds.short_number {
                    continue;
                }
                add(finds.term, if finds.whole { weight } else { weight / 2 });
                if finds.whole && *field == Field::Text {
                    *often.entry(finds.term).or_default() += 1;
                }
            }
        }
        for (_, clause) in clauses(&words) {
            // Who names a lettered paragraph, names its clause too.
            let number = clause.trim_end_matches(|c: char| c.is_ascii_alphabetic());
            add(known.number(format!("nr{number}")), if number == clause { weight } else { weight / 2 });
            add(known.number(format!("nr{clause}")), weight);
        }
    }
    for (term, _) in often.into_iter().filter(|(_, count)| *count > 2) {
        out.entry(term).and_modify(|w| *w = 6.max(*w));
    }
    if let Some((number, letter)) = clause_of(&section.anchor) {
        let own = format!("{number}{letter}");
        out.insert(known.number(format!("nr{own}")), CLAUSE);
        out.insert(known.number(own), CLAUSE);
        if !letter.is_empty() {
            out.insert(known.number(format!("nr{number}")), CLAUSE / 2);
        }
    }
    out
}

/// `nr-8-b` → (8, b), `nr-8` → (8, ).
fn clause_of(anchor: &str) -> Option<(&str, &str)> {
    let rest = anchor.strip_prefix("nr-")?;
    let (number, letter) = rest.split_once('-').unwrap_or((rest, ""));
    (number.bytes().all(|b| b.is_ascii_digit()) && letter.len() < 2).then_some((number, letter))
}

/// The word itself, its pieces, the parts of a compound and what neighbouring parts make together.
fn found_by(word: &Word) -> Found {
    let joined = word.joined();
    let whole = super::words::key(&joined);
    let is_number = whole.starts_with(|c: char| c.is_ascii_digit());
    if whole.chars().count() < 2 && !is_number {
        return Found::new();
    }
    let mut out = vec![(stem(&whole), true)];
    let mut add = |text: &str| {
        let key = super::words::key(text);
        let term = stem(&key);
        if key.chars().count() > 2 && out.iter().all(|(known, _)| *known != term) {
            out.push((term, false));
        }
    };
    if word.pieces.len() > 1 {
        word.pieces.iter().for_each(|piece| add(piece));
    }
    let parts = compound_parts(&joined);
    // Words of more parts than this are lists, not words.
    if (2..=6).contains(&parts.len()) {
        for from in 0..parts.len() {
            for to in (from..parts.len()).filter(|to| to - from + 1 < parts.len()) {
                let end = parts[to].range.end - parts[to].link;
                if let Some(text) = joined.get(parts[from].range.start..end) {
                    add(text);
                }
            }
        }
    }
    out
}
