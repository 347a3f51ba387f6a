//! Takes texts of a section, each with what it is there, gives how much each term counts.

use super::dates::{Date, Figure, date, is_sign};
use super::words::{Word, clauses, is_before_clause, key, spans, stem};
use crate::german::compound_parts;
use ahash::AHashMap;
use std::collections::{HashMap, HashSet};

/// What a text is for its section. Titles and headings of few words say more about each of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Field {
    /// Title of the page, or its short name.
    Title,
    /// Heading, or another form of a word.
    Heading,
    /// Everyday words for the page, which it need not print.
    Everyday,
    /// The day that it is about, in words.
    Day,
    /// Anything else.
    Text,
}

/// A part of a page with an address of its own.
#[derive(Debug, Clone, Default, Hash)]
pub struct Section {
    /// Anchor; empty for the page itself.
    pub anchor: String,
    /// Its heading; empty for the page itself.
    pub title: String,
    /// What stands in it.
    pub texts: Vec<(Field, String)>,
}

/// Weight of the clause that a query names by its number, and of the day that a page is about.
const CLAUSE: u8 = 24;
/// Least weight of a word that stands in a text again and again.
const OFTEN: u8 = 6;

impl Field {
    fn weight(self, words: usize) -> u8 {
        match (self, words) {
            (Field::Title, 0..=1) => 40,
            (Field::Title, 2) => 32,
            (Field::Title, 3..=4) => 26,
            (Field::Title, _) => 20,
            (Field::Heading, 0..=2) => 18,
            (Field::Heading, _) => 14,
            (Field::Everyday, _) => 30,
            (Field::Day, _) => 18,
            (Field::Text, _) => 4,
        }
    }
}

/// A term that a word is found by.
#[derive(Clone, Copy)]
struct Finds {
    term: u32,
    whole: bool,
    /// A number of one or two digits: in a text it says nothing.
    short_number: bool,
}

/// A word as it was written once, and all that is to be known of it.
struct Spelling {
    /// It is found by these: a part of `Reader::finds`.
    finds: (u32, u32),
    /// Whether it does not count in a title.
    stop: bool,
    /// Whether the number of a clause may follow.
    before_clause: bool,
    /// Whether it may be the month or the year of a date.
    of_date: bool,
    /// It without case and hyphens.
    joined: Box<str>,
    /// The same without dots on its letters.
    key: Box<str>,
}

/// Reads sections. Remembers each spelling of a word and what it is found by: a site uses the same ones again and again.
pub struct Reader<'a> {
    stop: &'a HashSet<String>,
    numbers: AHashMap<Box<str>, u32>,
    spellings: Vec<Spelling>,
    finds: Vec<Finds>,
    term_numbers: HashMap<String, u32>,
    /// The terms, by their numbers: no text is copied for each place where a term stands.
    pub terms: Vec<String>,
    /// Of the section that is read: how much each term counts, how often it stands in its text, which of them are not zero.
    weights: Vec<u8>,
    often: Vec<u32>,
    touched: Vec<u32>,
    /// Numbers of the spellings of one text.
    text: Vec<u32>,
}

impl<'a> Reader<'a> {
    /// Knows no word yet but those that do not count.
    pub fn new(stop: &'a HashSet<String>) -> Reader<'a> {
        Reader {
            stop,
            numbers: AHashMap::new(),
            spellings: Vec::new(),
            finds: Vec::new(),
            term_numbers: HashMap::new(),
            terms: Vec::new(),
            weights: Vec::new(),
            often: Vec::new(),
            touched: Vec::new(),
            text: Vec::new(),
        }
    }

    /// Gives `take` each term of a section, by its number, with how much it counts there. In no order.
    pub fn read(&mut self, section: &Section, mut take: impl FnMut(u32, u8)) {
        for (field, text) in &section.texts {
            self.read_text(*field, text);
        }
        for at in 0..self.touched.len() {
            let term = self.touched[at] as usize;
            if self.often[term] > 2 {
                self.weights[term] = self.weights[term].max(OFTEN);
            }
        }
        if let Some((number, letter)) = clause_of(&section.anchor) {
            self.set(format!("nr{number}{letter}"), CLAUSE);
            self.set(format!("{number}{letter}"), CLAUSE);
            if !letter.is_empty() {
                self.set(format!("nr{number}"), CLAUSE / 2);
            }
        }
        for term in self.touched.drain(..) {
            take(term, self.weights[term as usize]);
            (self.weights[term as usize], self.often[term as usize]) = (0, 0);
        }
    }

    fn read_text(&mut self, field: Field, text: &str) {
        let mut words = std::mem::take(&mut self.text);
        words.extend(spans(text).map(|span| self.spelling(span)));
        let weight = match field {
            Field::Text => field.weight(0),
            _ => field.weight(words.iter().filter(|w| !self.spellings[**w as usize].stop).count()),
        };
        let (mut names_clauses, mut names_dates) = (false, false);
        for word in &words {
            let spelling = &self.spellings[*word as usize];
            names_clauses |= spelling.before_clause;
            names_dates |= spelling.of_date;
            for at in spelling.finds.0..spelling.finds.1 {
                let finds = self.finds[at as usize];
                if matches!(field, Field::Text | Field::Day) && finds.short_number {
                    continue;
                }
                self.count(finds.term, if finds.whole { weight } else { weight / 2 });
                if finds.whole && field == Field::Text {
                    self.often[finds.term as usize] += 1;
                }
            }
        }
        if names_clauses {
            self.read_clauses(&words, weight);
        }
        if names_dates {
            self.read_dates(&words, if field == Field::Day { CLAUSE } else { weight });
        }
        words.clear();
        self.text = words;
    }

    /// Who names a lettered paragraph, names its clause too.
    fn read_clauses(&mut self, words: &[u32], weight: u8) {
        let joined: Vec<&str> = words.iter().map(|w| &*self.spellings[*w as usize].joined).collect();
        for (_, clause) in clauses(&joined) {
            let number = clause.trim_end_matches(|c: char| c.is_ascii_alphabetic());
            let whole = self.term(format!("nr{number}"));
            self.count(whole, if number == clause { weight } else { weight / 2 });
            let clause = self.term(format!("nr{clause}"));
            self.count(clause, weight);
        }
    }

    /// Who names a day of a year, names the day of any year too. Months and years are words.
    fn read_dates(&mut self, words: &[u32], weight: u8) {
        let key = |word: &u32| Figure { key: &self.spellings[*word as usize].key, dotted: false };
        let figures: Vec<Figure<'_>> = words.iter().map(key).collect();
        let dates: Vec<Date> = (0..figures.len()).filter_map(|at| Some(date(&figures[at..])?.0)).collect();
        for found in dates {
            let of_any_year = match found {
                Date::Full(_, month, day) => Some(Date::Day(month, day)),
                Date::Day(..) => None,
                Date::Month(..) => continue,
            };
            for day in [Some(found), of_any_year].into_iter().flatten() {
                let term = self.term(day.terms().concat());
                self.count(term, weight);
            }
        }
    }

    fn count(&mut self, term: u32, weight: u8) {
        let known = &mut self.weights[term as usize];
        if *known == 0 {
            self.touched.push(term);
        }
        *known = weight.max(*known);
    }

    fn set(&mut self, term: String, weight: u8) {
        let term = self.term(term);
        self.count(term, weight);
        self.weights[term as usize] = weight;
    }

    /// The number of a term.
    fn term(&mut self, term: String) -> u32 {
        if let Some(number) = self.term_numbers.get(&term) {
            return *number;
        }
        let number = self.terms.len() as u32;
        self.terms.push(term.clone());
        self.weights.push(0);
        self.often.push(0);
        self.term_numbers.insert(term, number);
        number
    }

    /// The number of a word as it is written.
    fn spelling(&mut self, span: &str) -> u32 {
        if let Some(number) = self.numbers.get(span) {
            return *number;
        }
        let word = Word::of(span);
        let first = self.finds.len() as u32;
        for (term, whole) in found_by(&word) {
            let short_number = term.len() < 3 && term.bytes().all(|b| b.is_ascii_digit());
            let term = self.term(term);
            self.finds.push(Finds { term, whole, short_number });
        }
        let joined = word.joined();
        let whole = key(&joined);
        let number = self.spellings.len() as u32;
        self.spellings.push(Spelling {
            finds: (first, self.finds.len() as u32),
            stop: self.stop.contains(&whole),
            before_clause: is_before_clause(&joined),
            of_date: is_sign(&whole),
            joined: joined.into(),
            key: whole.into(),
        });
        self.numbers.insert(span.into(), number);
        number
    }
}

/// `nr-8-b` → (8, b), `nr-8` → (8, ).
fn clause_of(anchor: &str) -> Option<(&str, &str)> {
    let rest = anchor.strip_prefix("nr-")?;
    let (number, letter) = rest.split_once('-').unwrap_or((rest, ""));
    (number.bytes().all(|b| b.is_ascii_digit()) && letter.len() < 2).then_some((number, letter))
}

/// What a word is found by, and whether that is the whole word: the word itself, its pieces, the parts of a compound and what
/// neighbouring parts make together.
fn found_by(word: &Word) -> Vec<(String, bool)> {
    let joined = word.joined();
    let whole = key(&joined);
    let is_number = whole.starts_with(|c: char| c.is_ascii_digit());
    if whole.chars().count() < 2 && !is_number {
        return Vec::new();
    }
    let mut out = vec![(stem(&whole), true)];
    let mut add = |text: &str| {
        let key = key(text);
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
