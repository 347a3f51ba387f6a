//! Keeps on one line what belongs together: a number with the word before it ("Raum 1", "§ 5", "Anlage 2") or behind it
//! ("2. Sitzung", "12. März", "10 Uhr"), a clause with its letter ("Nummer 8 c"), and "SGB" with its Roman number. A lone number at the end or at the beginning of a
//! line is hard to read.

use super::dates::month_name;
use chrono::{Datelike, NaiveDate};
use std::borrow::Cow;

/// A blank that no line ends at.
const NO_BREAK: char = '\u{a0}';

/// Whether a number stands behind this word.
#[rustfmt::skip]
fn leads(word: &str) -> bool {
    matches!(
        word,
        "§" | "§§" | "Abs." | "Absatz" | "Anlage" | "Anlagen" | "Art." | "Artikel" | "Auftrag" | "Beschluss" | "Buchstabe" | "ca."
        | "Kapitel" | "Nr." | "Nummer" | "Nummern" | "Punkt" | "Raum" | "Saal" | "Satz" | "Seite" | "Teil" | "TOP" | "SGB" | "Zimmer"
    )
}

/// Whether this word stands behind a number.
fn follows(word: &str) -> bool {
    matches!(word, "Uhr" | "Euro" | "€" | "%" | "KB" | "MB" | "Mal")
}

/// The text with no-break spaces where a number would be torn from its word. Texts without figures are given back as they are.
pub fn kept_together(text: &str) -> Cow<'_, str> {
    let bytes = text.as_bytes();
    if !may_belong(bytes) {
        return Cow::Borrowed(text);
    }
    let mut out = String::new();
    let mut done = 0;
    // Most blanks stand between two words, which one look at their letters tells.
    let near = |at: &usize| {
        let before = at.checked_sub(1).map_or(0, |before| bytes[before]);
        matches!(before, b'.' | b'B' | b'0'..=b'9') || bytes.get(at + 1).is_some_and(u8::is_ascii_digit)
    };
    for at in memchr::memchr_iter(b' ', bytes).filter(near) {
        if belongs(&text[..at], &text[at + 1..]) {
            if done == 0 {
                out.reserve(text.len() + 8);
            }
            out.push_str(&text[done..at]);
            out.push(NO_BREAK);
            done = at + 1;
        }
    }
    if done == 0 {
        return Cow::Borrowed(text);
    }
    out.push_str(&text[done..]);
    Cow::Owned(out)
}

/// "12. März 2026", with the day on the line of its month.
pub fn date_kept_together(date: NaiveDate) -> String {
    let (day, year) = (date.day().to_string(), date.year().to_string());
    [day.as_str(), ".\u{a0}", month_name(date.month()), " ", year.as_str()].concat()
}

/// Whether there is a figure, or "B " as in "SGB IX". Most texts have neither; without an early end the compiler looks at many
/// bytes at once.
fn may_belong(text: &[u8]) -> bool {
    let figure = text.iter().fold(false, |found, byte| found | byte.is_ascii_digit());
    let pairs = text.iter().zip(text.get(1..).unwrap_or_default());
    figure || pairs.fold(false, |found, (byte, next)| found | ((*byte == b'B') & (*next == b' ')))
}

/// Whether what ends before a blank and what begins behind it make one thing.
fn belongs(before: &str, behind: &str) -> bool {
    let digit = |c: Option<u8>| c.is_some_and(|c| c.is_ascii_digit());
    let last_word = || before.rsplit([' ', '\n', '(', NO_BREAK]).next().unwrap_or(before);
    if digit(behind.bytes().next()) {
        return leads(last_word());
    }
    let word = || behind.split([' ', '\n', '.', ',', ';', ':', ')']).next().unwrap_or(behind);
    if digit(before.bytes().last()) {
        let word = word();
        return follows(word) || is_letter(word) && is_clause(before);
    }
    if before.ends_with("SGB") {
        let word = word();
        return !word.is_empty() && word.bytes().all(|b| b"IVX".contains(&b)) && last_word() == "SGB";
    }
    // "2. Sitzung": one or two figures and a full stop before a noun. Behind "im Jahr 2026." a sentence begins.
    let ordinal = before.strip_suffix('.').map(|b| b.len() - b.trim_end_matches(|c: char| c.is_ascii_digit()).len());
    ordinal.is_some_and(|figures| (1..=2).contains(&figures)) && behind.starts_with(char::is_uppercase)
}

/// "c" of "Nummer 8 c".
fn is_letter(word: &str) -> bool {
    word.len() == 1 && word.bytes().all(|b| b.is_ascii_lowercase())
}

/// Whether a text ends with a clause: "nach Nummer 8".
fn is_clause(text: &str) -> bool {
    let name = text.trim_end_matches(|c: char| c.is_ascii_digit()).strip_suffix([' ', NO_BREAK]);
    name.and_then(|name| name.rsplit([' ', '\n', '(', NO_BREAK]).next()).is_some_and(leads)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::german::date_in_words;

    #[test]
    fn dates_stay_with_their_month() {
        for date in NaiveDate::from_ymd_opt(2025, 12, 1).unwrap().iter_days().take(400) {
            assert_eq!(date_kept_together(date), kept_together(&date_in_words(date)));
        }
    }

    #[test]
    fn numbers_stay_with_their_words() {
        for (text, wanted) in [
            ("Raum 1", "Raum~1"),
            ("Kooperationskonferenz: 2. Sitzung 2026", "Kooperationskonferenz: 2.~Sitzung 2026"),
            ("am 12. März 2026, 10 Uhr bis 12:30 Uhr", "am 12.~März 2026, 10~Uhr bis 12:30~Uhr"),
            ("nach § 5 HAG (Nr. 8), Anlage 2", "nach §~5 HAG (Nr.~8), Anlage~2"),
            ("seit 2021. Die Partner", "seit 2021. Die Partner"),
            ("3 Partner, 15 Nummern", "3 Partner, 15 Nummern"),
            ("Ausführungsgesetz zum SGB IX (HAG)", "Ausführungsgesetz zum SGB~IX (HAG)"),
            ("das SGB Im Wortlaut", "das SGB Im Wortlaut"),
            ("Nummer 8 c gilt bis zum 31. März", "Nummer~8~c gilt bis zum 31.~März"),
            ("(Nr. 8 a), 8 a, Nummer 8 ab", "(Nr.~8~a), 8 a, Nummer~8 ab"),
            ("Baum 1", "Baum 1"),
            ("1. Teil 2 Uhr 3. Satz 4 5 Mal §", "1.~Teil~2~Uhr 3.~Satz~4 5~Mal §"),
            (" 1", " 1"),
            ("ü1", "ü1"),
            ("ohne Zahl", "ohne Zahl"),
            ("Raum\n1", "Raum\n1"),
        ] {
            assert_eq!(kept_together(text), wanted.replace('~', "\u{a0}"), "{text}");
        }
    }
}
