//! Takes a word, gives a light stem: the word without endings of declension, without umlaut. Never a linguistic root:
//! it is made only so that `Träger`, `Trägers` and `Trägern` meet in a search or a glossary.

use super::fold::collate_key;

/// Endings of nouns and adjectives, longest first. Only one is cut, and never below four letters.
const ENDINGS: &[&str] = &["innen", "erinnen", "ern", "nen", "en", "er", "es", "em", "in", "e", "n", "s"];

/// The light stem of one word, folded ([`collate_key`]: small letters without dots and hyphens) and cut.
pub fn stem(word: &str) -> String {
    let mut s = collate_key(word);
    // "Leistungen" and "Leistung" meet at the derivational suffix; nothing is cut behind it.
    for suffix in ["ungen", "heiten", "keiten", "schaften", "taten", "ionen"] {
        if s.len() > suffix.len() + 2 && s.ends_with(suffix) {
            s.truncate(s.len() - 2);
            return s;
        }
    }
    if ["ung", "heit", "keit", "schaft", "tion"].iter().any(|e| s.ends_with(e)) {
        return s;
    }
    for _ in 0..2 {
        let cut = ENDINGS.iter().find(|e| s.ends_with(**e) && s.len() >= e.len() + 4).map(|e| e.len());
        match cut {
            Some(n) => s.truncate(s.len() - n),
            None => break,
        }
        // A second round only takes what the first left of "-er" + "-n" and the like.
        if !s.ends_with("er") {
            break;
        }
    }
    s
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_one_word_meet() {
        for forms in [
            &["Träger", "Trägers", "Trägern"][..],
            &["Leistung", "Leistungen"],
            &["Vertrag", "Vertrages", "Vertrags", "Verträge", "Verträgen"],
            &["Teilhabe"],
            &["Sitzung", "Sitzungen"],
            &["Kind", "Kinder", "Kindern", "Kindes"],
            &["Partner", "Partnern", "Partners"],
        ] {
            for f in forms {
                assert_eq!(stem(f), stem(forms[0]), "{f}");
            }
        }
    }

    #[test]
    fn different_words_stay_apart() {
        assert_ne!(stem("Amt"), stem("Ampel"));
        assert_ne!(stem("Hilfe"), stem("Hitze"));
        assert_eq!(stem("Rat"), "rat");
    }
}
