//! Takes words, gives what the index calls them: without case, dots and endings, `ae` written as `a`. The script of the
//! search page does the same to what a reader types; `tests/search/vectors.json` holds both to it. Never a linguistic root.

use crate::german::collate_key;

/// Words before the number of a clause.
const CLAUSE: &[&str] = &["nr", "nummer", "ziffer"];
/// Words before its letter.
const LETTER: &[&str] = &["buchstabe", "buchst", "lit"];

/// A written word: its pieces between hyphens, as they stand in the text but in one spelling of joints.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Word {
    /// Pieces between hyphens, in small letters, without soft hyphens and middle dots.
    pub pieces: Vec<String>,
}

impl Word {
    /// The word that a span is.
    pub fn of(span: &str) -> Word {
        let small = |piece: &str| piece.chars().filter(|c| !is_soft(*c)).flat_map(char::to_lowercase).collect();
        Word { pieces: span.split(is_hyphen).map(small).collect() }
    }

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
    // The month has the letters that are left of the river Main.
    if key == "mai" {
        return "maimonat".to_owned();
    }
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
    spans(text).map(Word::of).collect()
}

/// The words of a text as they stand there, each from its first letter to its last.
pub fn spans(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let (start, end) = span(rest)?;
        let (word, after) = (&rest[start..end], &rest[end..]);
        rest = after;
        Some(word)
    })
}

/// Where the first word of a text begins and ends.
fn span(text: &str) -> Option<(usize, usize)> {
    let bytes = text.as_bytes();
    let (mut start, mut end) = (None, 0);
    // Only one hyphen between two letters joins; signs that part a word for reading change nothing.
    let (mut at, mut hyphen) = (0, false);
    while let Some(byte) = bytes.get(at) {
        // Most letters are ASCII and stand in runs.
        if byte.is_ascii_alphanumeric() {
            start.get_or_insert(at);
            at += bytes[at..].iter().position(|b| !b.is_ascii_alphanumeric()).unwrap_or(bytes.len() - at);
            (end, hyphen) = (at, false);
            continue;
        }
        // A blank ends a word and begins none.
        if *byte == b' ' {
            if start.is_some() {
                break;
            }
            at += 1;
            continue;
        }
        let c = if byte.is_ascii() { char::from(*byte) } else { text[at..].chars().next()? };
        if is_letter(c) {
            start.get_or_insert(at);
            (end, hyphen) = (at + c.len_utf8(), false);
        } else if start.is_some() && !is_soft(c) {
            if !is_hyphen(c) || hyphen {
                break;
            }
            hyphen = true;
        }
        at += c.len_utf8();
    }
    start.map(|start| (start, end))
}

fn is_letter(c: char) -> bool {
    c.is_alphanumeric() || ('\u{300}'..'\u{370}').contains(&c)
}

/// Signs that only part a word for reading.
fn is_soft(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}' | '\u{b7}')
}

fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '\u{2010}' | '\u{2011}')
}

/// Whether a text, as one word, comes before the number of a clause.
pub fn is_before_clause(joined: &str) -> bool {
    CLAUSE.contains(&joined)
}

/// Whether a text, as one word, comes before the letter of a clause.
pub fn is_letter_word(joined: &str) -> bool {
    LETTER.contains(&joined)
}

/// The numbers of clauses that a text names, given its words, each as one: `Nr. 8 b` gives `8` and `8b`, with the place of the
/// last word of each.
pub fn clauses(words: &[&str]) -> Vec<(usize, String)> {
    let mut out = Vec::new();
    for at in (0..words.len()).filter(|at| is_before_clause(words[*at])) {
        let Some(number) = words.get(at + 1).filter(|n| is_clause(n)) else { continue };
        let mut next = at + 2;
        if words.get(next).is_some_and(|w| is_letter_word(w)) {
            next += 1;
        }
        let letter = words.get(next).filter(|l| l.len() == 1 && l.as_bytes()[0].is_ascii_lowercase());
        match letter.filter(|_| number.ends_with(|c: char| c.is_ascii_digit())) {
            Some(letter) => out.push((next, format!("{number}{letter}"))),
            None => out.push((at + 1, (*number).to_owned())),
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
