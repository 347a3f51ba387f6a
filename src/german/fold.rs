//! Folded forms: how German words are compared, sorted and put into addresses.

use unicode_normalization::UnicodeNormalization;

/// Lower case with ä, ö, ü, ß written as ae, oe, ue, ss and all other marks dropped.
pub fn fold(text: &str) -> String {
    // Compose first, so that a letter with a separate mark (a + ¨, as macOS writes file names) is the German letter.
    // Marks begin at U+0300: most texts hold none, and need not be composed.
    if text.chars().all(|c| c < '\u{300}') { fold_composed(text.chars()) } else { fold_composed(text.nfc()) }
}

fn fold_composed(text: impl Iterator<Item = char>) -> String {
    let mut out = String::with_capacity(text.size_hint().1.unwrap_or_default() + 4);
    for c in text {
        if c.is_ascii() {
            out.push(c.to_ascii_lowercase());
            continue;
        }
        for c in c.to_lowercase() {
            match c {
                'ä' => out.push_str("ae"),
                'ö' => out.push_str("oe"),
                'ü' => out.push_str("ue"),
                'ß' => out.push_str("ss"),
                c if c.is_ascii() => out.push(c),
                c => {
                    out.extend(
                        std::iter::once(c).nfd().filter(|c| !unicode_normalization::char::is_combining_mark(*c)),
                    );
                }
            }
        }
    }
    out
}

/// Sort key after DIN 5007-1 (dictionaries): ä like a, ß like ss, case and punctuation do not count.
pub fn collate_key(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.nfd().flat_map(char::to_lowercase) {
        match c {
            'ß' => out.push_str("ss"),
            c if c.is_alphanumeric() => out.push(c),
            _ => {}
        }
    }
    out
}

/// The letter that a title is listed under in an alphabet: `ä` under `a`, all that begins with no letter under `0`.
pub fn initial(title: &str) -> char {
    collate_key(title).chars().next().filter(char::is_ascii_alphabetic).unwrap_or('0')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folds_german_and_foreign_letters() {
        assert_eq!(fold("Übergänge"), "uebergaenge");
        assert_eq!(fold("a\u{308}"), "ae");
        assert_eq!(fold("Café ẞ"), "cafe ss");
    }

    #[test]
    fn sorts_as_dictionaries_do() {
        let mut words = ["Zuverdienst", "Öffentlich", "Ofen", "Ö", "SGB IX"];
        words.sort_by_key(|w| collate_key(w));
        assert_eq!(words, ["Ö", "Ofen", "Öffentlich", "SGB IX", "Zuverdienst"]);
    }
}
