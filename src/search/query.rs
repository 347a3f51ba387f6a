//! Takes what a reader types, gives what is asked for: words, clauses, days, books of a law, abbreviations. The script does the
//! same; `tests/search/vectors.json` holds both to it. Never looks anything up.

use super::dates::{Figure, date};
use super::words::{Word, clauses, is_before_clause, is_letter_word, key, spans, stem, term};

/// What a text asks for: units that must all be found; each has alternatives; each of these needs all its terms.
pub type Units = Vec<Vec<Vec<String>>>;

/// Most units of a query: who pastes a page asks for its first words.
const MOST: usize = 40;
/// Words before a number, as people call clauses; in laws they say another thing, so texts are not read that way.
const PARAGRAPH: &[&str] = &["paragraf", "paragraph"];
/// Numbers of the books of the Sozialgesetzbuch.
const ROMAN: &[&str] = &["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv"];

/// What a query asks for. Words of `stop` do not count where there are others; where there are none, one of them asks for
/// nothing, and several ask for a section that has all of them. What is asked for twice counts once.
pub fn units(text: &str, stop: &dyn Fn(&str) -> bool) -> Units {
    let texts: Vec<&str> = spans(text).collect();
    let words: Vec<Word> = texts.iter().map(|span| Word::of(span)).collect();
    let joined: Vec<String> = words.iter().map(Word::joined).collect();
    let joined: Vec<&str> = joined.iter().map(String::as_str).collect();
    let keys: Vec<String> = joined.iter().map(|w| key(w)).collect();
    let dotted = |span: &str| {
        let end = span.as_ptr() as usize + span.len() - text.as_ptr() as usize;
        text.get(end..).is_some_and(|rest| rest.starts_with('.'))
    };
    let figures: Vec<Figure<'_>> =
        keys.iter().zip(&texts).map(|(key, span)| Figure { key, dotted: dotted(span) }).collect();
    let numbers = clauses(&joined);
    let (mut out, mut stopped) = (Units::new(), Vec::new());
    let mut at = 0;
    while at < words.len() {
        let rest = &joined[at..];
        if let Some((last, clause)) = numbers.iter().find(|(last, _)| *last > at && *last <= at + 3)
            && is_before_clause(joined[at])
        {
            out.push(vec![vec![format!("nr{clause}")]]);
            at = last + 1;
        } else if PARAGRAPH.contains(&&*keys[at]) && rest.get(1).is_some_and(|w| starts_with_digit(w)) {
            at += 1;
        } else if let Some((date, length)) = date(&figures[at..]) {
            out.push(vec![date.terms()]);
            at += length;
        } else if let Some((book, length)) = book(rest) {
            out.extend([vec![vec!["sgb".to_owned()]], vec![vec![book.to_owned()]]]);
            at += length;
        } else if let Some((clause, length)) = lettered(rest) {
            out.push(vec![vec![clause]]);
            at += length;
        } else {
            let short = abbreviation(&figures[at..]);
            if short > 1 {
                out.push(vec![vec![keys[at..at + short].concat()]]);
                at += short;
                continue;
            }
            let (word, key) = (&words[at], &keys[at]);
            at += 1;
            if key.chars().count() < 2 && !starts_with_digit(key) {
                continue;
            }
            let mut unit = vec![vec![stem(key)]];
            if stop(key) {
                stopped.append(&mut unit[0]);
                continue;
            }
            if word.pieces.len() > 1 {
                unit.push(word.pieces.iter().map(|p| term(p)).collect());
            }
            out.push(unit);
        }
    }
    if out.is_empty() && stopped.len() > 1 {
        out.push(vec![stopped]);
    }
    let mut once = Units::new();
    for unit in out {
        if once.len() < MOST && !once.contains(&unit) {
            once.push(unit);
        }
    }
    once
}

fn starts_with_digit(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_digit())
}

/// `8 b` or `8 Buchstabe b`, with how many words it takes.
fn lettered(words: &[&str]) -> Option<(String, usize)> {
    let number = words.first().filter(|n| n.len() < 4 && n.bytes().all(|b| b.is_ascii_digit()))?;
    let at = if words.get(1).is_some_and(|w| is_letter_word(w)) { 2 } else { 1 };
    let letter = words.get(at).filter(|l| l.len() == 1 && l.as_bytes()[0].is_ascii_lowercase())?;
    Some((format!("{number}{letter}"), at + 1))
}

/// A book of the Sozialgesetzbuch: `SGB 9`, `SGB9`, `SGBIX`; its number as it is printed, and how many words it takes.
fn book(words: &[&str]) -> Option<(&'static str, usize)> {
    let glued = words.first()?.strip_prefix("sgb")?;
    let (number, length) = if glued.is_empty() { (*words.get(1)?, 2) } else { (glued, 1) };
    let figure: Option<usize> = number.parse().ok();
    let at = figure.map_or_else(|| ROMAN.iter().position(|r| *r == number), |n| n.checked_sub(1))?;
    ROMAN.get(at).map(|roman| (*roman, length))
}

/// How many words make an abbreviation: letters with a dot between them (`z. B.`).
fn abbreviation(words: &[Figure<'_>]) -> usize {
    let letter = |w: &Figure<'_>| w.key.len() == 1 && w.key.as_bytes()[0].is_ascii_lowercase();
    let letters = words.iter().take_while(|w| letter(w)).count();
    let dots = words.iter().take(letters).take_while(|w| w.dotted).count();
    letters.min(dots + 1)
}
