//! Soft hyphens for long words in headings. Browsers know German hyphenation to different degrees, and an `h1` on a
//! phone tears "Kooperationskonferenz" apart without them. Easy pages never get one (BITV 2.0, Annex 2 part 2 no. 1).

use super::compounds::compound_parts;
use super::kept::kept_together;
use super::lexicon::Hasher;
use hypher::Lang;
use std::cell::RefCell;
use std::collections::HashMap;

/// Words up to this many letters fit on a line of the smallest screen.
const LONG: usize = 14;

/// Words that a thread remembers with their hyphens. Titles come again on many pages, and a word takes long.
const REMEMBERED: usize = 4_096;

thread_local! {
    static SEEN: RefCell<HashMap<Box<str>, Box<str>, Hasher>> = RefCell::default();
}

/// A place where a line may end without a sign. Browsers break no line behind a slash of their own.
const MAY_BREAK: char = '\u{200b}';

/// The text with U+00AD in words of more than 14 letters, and U+200B behind a slash that follows a letter or a hyphen of such a text. Words
/// that hold a hyphen already break there. Numbers stay with their words.
pub fn soft_hyphens(text: &str) -> String {
    let text = kept_together(text);
    if !has_long_word(&text) {
        return text.into_owned();
    }
    let mut out = String::with_capacity(text.len() + 16);
    let mut rest = &*text;
    let mut hyphen = false;
    loop {
        let (word, behind) = rest.split_at(rest.find(|c: char| !c.is_alphabetic()).unwrap_or(rest.len()));
        if word.len() > LONG && word.chars().count() > LONG {
            hyphenate(&mut out, word);
        } else {
            out.push_str(word);
        }
        let Some(c) = behind.chars().next() else { return out };
        out.push(c);
        // Behind "Kooperations-/" too: browsers keep a slash with what stands on both sides of it.
        if c == '/' && (!word.is_empty() || hyphen) {
            out.push(MAY_BREAK);
        }
        hyphen = c == '-';
        rest = &behind[c.len_utf8()..];
    }
}

/// Whether there is a word of more than 14 bytes.
fn has_long_word(text: &str) -> bool {
    // Most texts have none; that many bytes in a row that may be of letters are quickly looked for.
    let mut run = 0;
    let may = text.bytes().any(|byte| {
        run = if byte.is_ascii_alphabetic() || !byte.is_ascii() { run + 1 } else { 0 };
        run > LONG
    });
    may && text.split(|c: char| !c.is_alphabetic()).any(|word| word.len() > LONG)
}

/// A long word with its hyphens, from memory where the thread met it before.
fn hyphenate(out: &mut String, word: &str) {
    SEEN.with_borrow_mut(|seen| {
        if let Some(known) = seen.get(word) {
            return out.push_str(known);
        }
        let start = out.len();
        split(out, word);
        if seen.len() == REMEMBERED {
            seen.clear();
        }
        seen.insert(word.into(), out[start..].into());
    });
}

/// Breaks a long word between its words (`Kooperations|konferenz`); only what is still long breaks between syllables.
fn split(out: &mut String, word: &str) {
    for (n, part) in compound_parts(word).into_iter().enumerate() {
        if n > 0 {
            out.push('\u{ad}');
        }
        let part = &word[part.range];
        if part.chars().count() > LONG {
            push_joined(out, &hypher::hyphenate(part, Lang::German).collect::<Vec<_>>());
        } else {
            out.push_str(part);
        }
    }
}

/// Joins syllables with soft hyphens but leaves no piece under three letters at either end.
fn push_joined(out: &mut String, parts: &[&str]) {
    let mut seen = 0;
    let total: usize = parts.iter().map(|p| p.chars().count()).sum();
    for part in parts {
        if seen >= 3 && total - seen >= 3 {
            out.push('\u{ad}');
        }
        out.push_str(part);
        seen += part.chars().count();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_long_words_get_them() {
        assert_eq!(soft_hyphens("Die Sitzung"), "Die Sitzung");
        for (word, wanted) in [
            ("Kooperationskonferenz (KoK)", "Kooperations|konferenz (KoK)"),
            ("Eingliederungshilfe", "Eingliederungs|hilfe"),
            ("Landeswohlfahrtsverband", "Landes|wohlfahrts|verband"),
            ("Kooperations-Konferenz", "Kooperations-Konferenz"),
            ("Gremien/Qualitätszirkel", "Gremien/_Qualitäts|zirkel"),
            ("Kooperations-/Planungsgremien", "Kooperations-/_Planungs|gremien"),
            ("Qualitätszirkel / Konferenzen", "Qualitäts|zirkel / Konferenzen"),
        ] {
            assert_eq!(soft_hyphens(word).replace('\u{ad}', "|").replace('\u{200b}', "_"), wanted);
        }
    }

    #[test]
    fn what_is_no_compound_breaks_between_syllables() {
        let long = soft_hyphens("Interdisziplinarität");
        assert_eq!(long.replace('\u{ad}', ""), "Interdisziplinarität");
        assert!(long.contains("In\u{ad}ter") || long.contains("Inter\u{ad}"), "{long}");
    }
}
