//! Takes a word, gives its number of spoken syllables. Never hyphenates: a hyphenation dictionary leaves out single
//! letters (`Abend`, `über`) and so counts too few.
//!
//! Method: one syllable per group of vowels, German diphthongs and long vowels as one group, and a short list of places
//! where two vowels are two syllables (`Ko-operation`, `Ide-en`, `be-inhalten`).

/// Vowel pairs that are one sound.
fn one_sound(a: char, b: char) -> bool {
    matches!(
        (a, b),
        ('a', 'i' | 'u' | 'a' | 'y')
            | ('e', 'i' | 'u' | 'e' | 'y')
            | ('ä', 'u')
            | ('i', 'e')
            | ('o', 'o' | 'u' | 'i' | 'y')
    )
}

/// Places where the pair at `at` in `word` is two syllables though `one_sound` says one.
const HIATUS: &[(&str, usize)] = &[
    ("koo", 1),
    ("zoolog", 1),
    ("mikroo", 5),
    ("ideen", 2),
    ("ideell", 2),
    ("seen", 1),
    ("feen", 1),
    ("armeen", 3),
    ("alleen", 3),
    ("museen", 3),
    ("beein", 1),
    ("beend", 1),
    ("beeil", 1),
    ("geeig", 1),
    ("geein", 1),
    ("geehr", 1),
    ("beinhalt", 1),
    ("beirr", 1),
    ("geimpft", 1),
    ("geirrt", 1),
    ("beurteil", 1),
    ("beurlaub", 1),
    ("beurkund", 1),
    ("reell", 1),
    ("kreier", 2),
    ("naiv", 1),
    ("ukrain", 3),
    ("mosai", 3),
    ("egois", 2),
    ("heroi", 3),
    ("prozessual", 8),
    ("geu", 1),
    ("geübt", 1),
    ("museum", 3),
    ("jubiläum", 6),
    ("petroleum", 6),
];

/// Words in which `ie` at the end of a stem is two syllables (`Famili-e`): the ending is unstressed.
const IE_TWO: &[&str] = &[
    "familie",
    "linie",
    "ferien",
    "medien",
    "studie",
    "aktie",
    "serie",
    "prämie",
    "kriterien",
    "materie",
    "italien",
    "spanien",
    "lilie",
];

fn is_vowel(c: char) -> bool {
    matches!(
        c,
        'a' | 'e' | 'i' | 'o' | 'u' | 'y' | 'ä' | 'ö' | 'ü' | 'é' | 'è' | 'à' | 'ê' | 'á' | 'ó' | 'í' | 'ë' | 'ï'
    )
}

/// Syllables of one word (at least 1 for any word with a letter). Words joined by a hyphen are summed.
/// `word` may be in any case; digits and signs count nothing.
pub fn syllables(word: &str) -> u32 {
    let mut buffer = String::with_capacity(word.len());
    for c in word.chars() {
        buffer.extend(c.to_lowercase());
    }
    syllables_lower(&buffer)
}

/// As [`syllables`], for a word already in lower case.
pub fn syllables_lower(word: &str) -> u32 {
    word.split(['-', '\u{b7}', '\u{2010}', '\u{2011}']).map(segment).sum()
}

fn segment(word: &str) -> u32 {
    let mut count = 0u32;
    let mut letters = false;
    let mut previous: Option<char> = None;
    let mut before = ' ';
    for (i, c) in word.char_indices() {
        letters |= c.is_alphabetic();
        // "qu" is a consonant; "y" before a vowel too (Yoga).
        let glide = (c == 'u' && before == 'q')
            || (c == 'y' && word[i + 1..].chars().next().is_some_and(|n| is_vowel(n) && n != 'y'));
        if is_vowel(c) && !glide {
            match previous {
                Some(p) if one_sound(p, c) => {
                    if hiatus(word, i - p.len_utf8()) {
                        count += 1;
                        previous = Some(c);
                    } else {
                        // A third vowel starts anew: "bau-en", "neu-er", "sei-en".
                        previous = Some('\u{0}');
                    }
                }
                _ => {
                    count += 1;
                    previous = Some(c);
                }
            }
        } else {
            previous = None;
        }
        before = c;
    }
    if letters { count.max(1) } else { 0 }
}

fn hiatus(word: &str, at: usize) -> bool {
    let pair_at = |pattern: &str, offset: usize| {
        at.checked_sub(offset).and_then(|s| word.get(s..)).is_some_and(|rest| rest.starts_with(pattern))
    };
    if HIATUS.iter().any(|(p, o)| pair_at(p, *o)) {
        return true;
    }
    IE_TWO.iter().any(|p| p.rfind("ie").is_some_and(|o| pair_at(p, o)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts() {
        for (word, n) in [
            ("über", 2),
            ("Abend", 2),
            ("aber", 2),
            ("oder", 2),
            ("Idee", 2),
            ("einen", 2),
            ("Eingliederungs-Hilfe", 6),
            ("Kooperation", 6),
            ("Ideen", 3),
            ("beinhalten", 4),
            ("koordinieren", 5),
            ("Museum", 3),
            ("Theater", 3),
            ("Nation", 3),
            ("Information", 5),
            ("Bauen", 2),
            ("neuer", 2),
            ("Quelle", 2),
            ("Haus", 1),
            ("hm", 1),
            ("Familie", 4),
            ("Linie", 3),
            ("Knie", 1),
            ("Beispiel", 2),
            ("seien", 2),
            ("beurteilen", 4),
            ("Europa", 3),
            ("Jahr", 1),
            ("Yoga", 2),
            ("System", 2),
            ("Vereinbarung", 4),
            ("Teilhabe", 3),
            ("2021", 0),
            ("Bäume", 2),
            ("beenden", 3),
            ("geehrte", 3),
            ("Zoo", 1),
            ("Tee", 1),
            ("Ferien", 3),
        ] {
            assert_eq!(syllables(word), n, "{word}");
        }
    }
}
