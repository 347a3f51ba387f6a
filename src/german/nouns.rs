//! What the lists of nouns know: takes letters in lower case, tells whether they are a noun in some form, a first part of a
//! compound and at what price, or may be a part that no list has. Never cuts a word: that is [`super::compounds`].

use std::collections::HashSet;
use std::sync::LazyLock;

use super::lexicon::{Hasher, list};

type Set = HashSet<&'static str, Hasher>;

fn set(text: &'static str) -> Set {
    list(text).collect()
}

static NOUNS: LazyLock<Set> = LazyLock::new(|| set(include_str!("words/nouns.txt")));
static MODIFIERS: LazyLock<Set> = LazyLock::new(|| set(include_str!("words/modifiers.txt")));
/// Beginnings that are prefixes, never an unknown first part.
static PREFIXES: LazyLock<Set> = LazyLock::new(|| set(include_str!("words/prefixes.txt")));
static WHOLE: LazyLock<Set> = LazyLock::new(|| set(include_str!("words/nosplit.txt")));

/// Derivations that take a linking -s whenever something follows.
const WANTS_S: &[&str] = &["ung", "heit", "keit", "schaft", "tät", "ion", "ling"];
/// Linking letters with their price; -s is the commonest.
const LINKS: &[(&str, u32)] = &[("", 0), ("s", 1), ("es", 2), ("n", 2), ("en", 2), ("er", 3), ("e", 3)];
/// Endings of the last part.
const ENDINGS: &[&str] = &["", "s", "es", "e", "en", "n", "er", "ern", "ns", "r", "in", "innen"];

/// Whether a lower-case word is a noun of the list in some form.
pub fn is_known_noun(lower: &str) -> bool {
    ENDINGS.iter().any(|e| {
        lower.strip_suffix(e).is_some_and(|stem| {
            NOUNS.contains(stem) || (!e.is_empty() && plain_vowel(stem).is_some_and(|p| NOUNS.contains(p.as_str())))
        })
    }) || plain_vowel(lower).is_some_and(|p| NOUNS.contains(p.as_str()))
}

/// `häus` → `haus`: the last umlaut made plain.
fn plain_vowel(stem: &str) -> Option<String> {
    let at = stem.rfind(['ä', 'ö', 'ü'])?;
    let plain = match stem.get(at..)?.chars().next()? {
        'ä' => "a",
        'ö' => "o",
        _ => "u",
    };
    Some(format!("{}{}{}", &stem[..at], plain, &stem[at + 2..]))
}

/// Whether a word is never cut: a noun of the list, or one that the list of whole words has.
pub(super) fn is_whole(lower: &str) -> bool {
    is_known_noun(lower) || ENDINGS.iter().any(|e| lower.strip_suffix(e).is_some_and(|stem| WHOLE.contains(stem)))
}

/// The price and linking letters of a known first part.
pub(super) fn modifier(part: &str) -> Option<(u32, usize)> {
    if MODIFIERS.contains(part) {
        return Some((0, usize::from(part.ends_with('s'))));
    }
    LINKS.iter().find_map(|(link, price)| {
        let base = part.strip_suffix(link)?;
        let wants = WANTS_S.iter().any(|w| base.ends_with(w));
        let fits = match *link {
            "s" => true,
            "" => !wants,
            "en" => true,
            // "-n", "-e", "-er", "-es" follow short stems, never a derivation.
            _ => !wants,
        };
        // "ei" + "n" is no way to read "ein-".
        let known = (link.is_empty() || base.len() >= 3) && NOUNS.contains(base)
            || (matches!(*link, "er" | "e" | "en") && plain_vowel(base).is_some_and(|b| NOUNS.contains(b.as_str())));
        (fits && known).then_some((*price, link.len()))
    })
}

/// Whether letters end in a derivation with its linking -s, which shows the joint.
pub(super) fn after_sure_joint(before: &str) -> bool {
    ["ungs", "heits", "keits", "schafts", "täts", "ions"]
        .iter()
        .any(|e| before.len() >= e.len() + 3 && before.ends_with(e))
}

/// Whether unknown letters may be a word: long enough, with a vowel, not beginning like the rest of an ending.
pub(super) fn plausible(part: &str, letters: usize) -> bool {
    part.chars().count() >= letters
        && part.contains(['a', 'e', 'i', 'o', 'u', 'ä', 'ö', 'ü'])
        && part.chars().take(3).any(|c| "aeiouäöüy".contains(c))
        && !["bar", "lich", "los", "haft", "sam"].iter().any(|e| part.starts_with(e))
}

/// "Wiederho-Lungen": the head must not be made of the ending -ungen.
pub(super) fn inside_ending(head: &str) -> bool {
    head.strip_suffix("en").is_some_and(|base| base.ends_with("ung") && !NOUNS.contains(base))
}

/// Whether letters are a prefix, or two of them.
pub(super) fn is_prefix(part: &str) -> bool {
    let two = |at: usize| PREFIXES.contains(&part[..at]) && PREFIXES.contains(&part[at..]);
    PREFIXES.contains(part) || part.char_indices().skip(1).any(|(at, _)| two(at))
}
