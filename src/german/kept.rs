//! Keeps on one line what belongs together: a number with the word before it ("Raum 1", "§ 5", "Anlage 2") or behind it
//! ("2. Sitzung", "12. März", "10 Uhr"). A lone number at the end or at the beginning of a line is hard to read.

use std::borrow::Cow;

/// A blank that no line ends at.
const NO_BREAK: char = '\u{a0}';

/// Words that a number stands behind.
const BEFORE: [&str; 25] = [
    "§",
    "§§",
    "Abs.",
    "Absatz",
    "Anlage",
    "Anlagen",
    "Art.",
    "Artikel",
    "Auftrag",
    "Beschluss",
    "Buchstabe",
    "ca.",
    "Kapitel",
    "Nr.",
    "Nummer",
    "Nummern",
    "Punkt",
    "Raum",
    "Saal",
    "Satz",
    "Seite",
    "Teil",
    "TOP",
    "SGB",
    "Zimmer",
];

/// Words that stand behind a number.
const BEHIND: [&str; 7] = ["Uhr", "Euro", "€", "%", "KB", "MB", "Mal"];

/// The text with no-break spaces where a number would be torn from its word. Texts without figures are given back as they are.
pub fn kept_together(text: &str) -> Cow<'_, str> {
    let bytes = text.as_bytes();
    let mut out = String::new();
    let (mut done, mut at) = (0, 0);
    while let Some(first) = bytes[at..].iter().position(u8::is_ascii_digit).map(|p| at + p) {
        let end = first + bytes[first..].iter().take_while(|b| b.is_ascii_digit()).count();
        for blank in [first.checked_sub(1).filter(|b| is_torn_before(text, *b)), torn_behind(text, first, end)] {
            // One blank between two numbers is looked at twice.
            if let Some(blank) = blank.filter(|b| *b >= done) {
                out.push_str(&text[done..blank]);
                out.push(NO_BREAK);
                done = blank + 1;
            }
        }
        at = end;
    }
    if done == 0 {
        return Cow::Borrowed(text);
    }
    out.push_str(&text[done..]);
    Cow::Owned(out)
}

/// Whether a number that begins behind this byte would be torn from the word before it.
fn is_torn_before(text: &str, blank: usize) -> bool {
    text.as_bytes()[blank] == b' ' && {
        let before = &text[..blank];
        BEFORE.contains(&before.rsplit([' ', '\n', '(', NO_BREAK]).next().unwrap_or(before))
    }
}

/// The blank where the number that stands from `first` to `end` would be torn from the word behind it.
fn torn_behind(text: &str, first: usize, end: usize) -> Option<usize> {
    let behind = &text[end..];
    if let Some(behind) = behind.strip_prefix(' ') {
        let word = behind.split([' ', '\n', '.', ',', ';', ':', ')']).next().unwrap_or(behind);
        return BEHIND.contains(&word).then_some(end);
    }
    // "2. Sitzung": one or two figures and a full stop before a noun. Behind "im Jahr 2026." a sentence begins.
    let behind = behind.strip_prefix(". ").filter(|_| end - first < 3)?;
    behind.starts_with(char::is_uppercase).then_some(end + 1)
}

#[cfg(test)]
mod tests {
    use super::kept_together;

    #[test]
    fn numbers_stay_with_their_words() {
        for (text, wanted) in [
            ("Raum 1", "Raum~1"),
            ("Kooperationskonferenz: 2. Sitzung 2026", "Kooperationskonferenz: 2.~Sitzung 2026"),
            ("am 12. März 2026, 10 Uhr bis 12:30 Uhr", "am 12.~März 2026, 10~Uhr bis 12:30~Uhr"),
            ("nach § 5 HAG (Nr. 8), Anlage 2", "nach §~5 HAG (Nr.~8), Anlage~2"),
            ("seit 2021. Die Partner", "seit 2021. Die Partner"),
            ("3 Partner, 15 Nummern", "3 Partner, 15 Nummern"),
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
