//! Takes words, gives what the index calls them: without case, dots and endings, `ae` written as `a`. The script of the
//! search page does the same to what a reader types; `tests/search/vectors.json` holds both to it. Never a linguistic root.

use crate::german::collate_key;

/// What a text asks for: units that must all be found; each has alternatives; each of these needs all its terms.
pub type Units = Vec<Vec<Vec<String>>>;

/// Words before the number of a clause.
const CLAUSE: &[&str] = &["nr", "nummer", "ziffer"];

/// A written word: its pieces between hyphens, as they stand in the text but in one spelling of joints.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Word {
    /// Pieces between hyphens, in small letters, without soft hyphens and middle dots.
    pub pieces: Vec<String>,
}

impl Word {
    /// The pieces as one word.
    pub fn joined(&self) -> String {
        self.pieces.concat()
    }
}

/// The word without case, dots, hyphens; `ae`, `oe`, `ue` written as `a`, `o`, `u`, so that all spellings of an umlaut meet.
/// `ue` stays after a, e and q: `Frauen`, `neue`, `Quelle` hold no umlaut.
pub fn key(word: &str) -> String {
    let plain = collate_key(word);
    let mut out = String::with_capacity(plain.len());
    let (mut before, mut last) = (' ', ' ');
    for c in plain.chars() {
        let umlaut = c == 'e' && (matches!(last, 'a' | 'o') || last == 'u' && !matches!(before, 'a' | 'e' | 'q'));
        if !umlaut {
            out.push(c);
        }
        (before, last) = (last, c);
    }
    out
}

/// A key without the endings of German inflection, cut again and again, so that all forms of a word end up the same. At
/// least three letters stay.
pub fn stem(key: &str) -> String {
    let mut left = key.chars().count();
    let mut s = key;
    loop {
        let cut = if left >= 7 && s.ends_with("erin") || left >= 5 && (s.ends_with("er") || s.ends_with("em")) {
            2
        } else if left >= 5 && (s.ends_with("gt") || s.ends_with("bt")) || left >= 4 && s.ends_with(['e', 's', 'n']) {
            1
        } else {
            return s.to_owned();
        };
        left -= cut;
        s = &s[..s.len() - cut];
    }
}

/// The term of a written word.
pub fn term(word: &str) -> String {
    stem(&key(word))
}

/// The words of a text, in order.
pub fn words(text: &str) -> Vec<Word> {
    let mut out: Vec<Word> = Vec::new();
    let mut piece = String::new();
    // Whether the piece goes on the word before: only a hyphen between two letters joins.
    let (mut joins, mut hyphen) = (false, false);
    let mut close = |piece: &mut String, joins: bool| {
        if piece.is_empty() {
            return;
        }
        let piece = std::mem::take(piece);
        match out.last_mut().filter(|_| joins) {
            Some(word) => word.pieces.push(piece),
            None => out.push(Word { pieces: vec![piece] }),
        }
    };
    for c in text.chars() {
        if c.is_alphanumeric() || ('\u{300}'..'\u{370}').contains(&c) {
            if hyphen {
                close(&mut piece, joins);
                (joins, hyphen) = (true, false);
            }
            piece.extend(c.to_lowercase());
        } else if matches!(c, '\u{ad}' | '\u{200b}' | '\u{b7}') {
            // Signs that only part a word for reading.
        } else if matches!(c, '-' | '\u{2010}' | '\u{2011}') && !piece.is_empty() && !hyphen {
            hyphen = true;
        } else {
            close(&mut piece, joins);
            (joins, hyphen) = (false, false);
        }
    }
    close(&mut piece, joins);
    out
}

/// The numbers of clauses that a text names: `Nr. 8 b` gives `8` and `8b`, with the place of the last word of each.
pub fn clauses(words: &[Word]) -> Vec<(usize, String)> {
    let mut out = Vec::new();
    for (at, word) in words.iter().enumerate() {
        if !CLAUSE.contains(&word.joined().as_str()) {
            continue;
        }
        let Some(number) = words.get(at + 1).map(Word::joined).filter(|n| is_clause(n)) else { continue };
        let mut next = at + 2;
        if words.get(next).is_some_and(|w| w.joined() == "buchstabe") {
            next += 1;
        }
        let letter = words.get(next).map(Word::joined).filter(|l| l.len() == 1 && l.as_bytes()[0].is_ascii_lowercase());
        match letter.filter(|_| number.ends_with(|c: char| c.is_ascii_digit())) {
            Some(letter) => out.push((next, format!("{number}{letter}"))),
            None => out.push((at + 1, number)),
        }
    }
    out
}

/// `8` or `8b`.
fn is_clause(text: &str) -> bool {
    let digits = text.trim_end_matches(|c: char| c.is_ascii_lowercase());
    let number = !digits.is_empty() && digits.len() < 4 && digits.bytes().all(|b| b.is_ascii_digit());
    number && text.len() - digits.len() < 2
}

/// What a query asks for. Words of `stop` do not count where there are others.
pub fn units(text: &str, stop: &dyn Fn(&str) -> bool) -> Units {
    let words = words(text);
    let numbers = clauses(&words);
    let (mut out, mut stopped) = (Units::new(), Units::new());
    let mut at = 0;
    while at < words.len() {
        let word = &words[at];
        if let Some((last, clause)) = numbers.iter().find(|(last, _)| *last > at && *last <= at + 3)
            && CLAUSE.contains(&word.joined().as_str())
        {
            out.push(vec![vec![format!("nr{clause}")]]);
            at = last + 1;
            continue;
        }
        at += 1;
        let key = key(&word.joined());
        if key.chars().count() < 2 && !key.starts_with(|c: char| c.is_ascii_digit()) {
            continue;
        }
        let mut unit = vec![vec![stem(&key)]];
        if word.pieces.len() > 1 {
            unit.push(word.pieces.iter().map(|p| term(p)).collect());
        }
        if stop(&key) { stopped.push(unit) } else { out.push(unit) }
    }
    if out.is_empty() { stopped } else { out }
}
