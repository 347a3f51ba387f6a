//! Takes a place in a text, gives the abbreviation that stands there with its long form. The list is
//! `words/abbreviations.txt`; spaces inside (`z. B.`) may be missing, plain or protected.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::lexicon::Hasher;

/// One abbreviation of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Abbreviation {
    /// As written in the list, with spaces.
    pub short: &'static str,
    /// What to write instead; `None` for titles and names.
    pub long: Option<&'static str>,
    /// Whether a sentence may end with it.
    pub may_end: bool,
    /// Whether it is one only before a number ("Art. 3", but "auf diese Art.").
    pub before_number: bool,
    /// Whether the long form says the same in every sentence.
    pub safe: bool,
}

static LIST: LazyLock<Vec<Abbreviation>> = LazyLock::new(|| {
    include_str!("words/abbreviations.txt")
        .lines()
        .filter(|l| !l.starts_with('#'))
        .filter_map(|line| {
            let (short, long) = line.split_once(" = ")?;
            let bare = short.trim_start_matches(['~', '!', '^']);
            let signs = &short[..short.len() - bare.len()];
            Some(Abbreviation {
                short: bare,
                long: (long != "-").then_some(long),
                may_end: signs.contains('!'),
                before_number: signs.contains('^'),
                safe: !signs.contains('~') && long != "-",
            })
        })
        .collect()
});

/// For each first part ("z.", "Nr."): the places in the list, longest abbreviation first.
static BY_FIRST: LazyLock<HashMap<&'static str, Vec<u16>, Hasher>> = LazyLock::new(|| {
    let mut map: HashMap<&'static str, Vec<u16>, Hasher> = HashMap::with_hasher(Hasher);
    for (i, a) in LIST.iter().enumerate() {
        if let Some(first) = a.short.split('.').next() {
            map.entry(first).or_default().push(i as u16);
        }
    }
    for places in map.values_mut() {
        places.sort_by_key(|i| std::cmp::Reverse(LIST.get(usize::from(*i)).map_or(0, |a| a.short.len())));
    }
    map
});

/// The abbreviation number `id`, as [`at`] gave it.
pub fn get(id: u16) -> Option<&'static Abbreviation> {
    LIST.get(usize::from(id))
}

/// The abbreviation that begins with the word `first` at the start of `text`, and its length in bytes.
/// `first` is the word before the first dot; the caller has seen that a dot follows.
pub fn at(text: &str, first: &str) -> Option<(u16, usize)> {
    // A sentence may begin with one: "Z. B." and "Ggf.".
    let places = BY_FIRST.get(first).or_else(|| lower_first(first).and_then(|f| BY_FIRST.get(f.as_str())))?;
    places.iter().find_map(|id| {
        let a = get(*id)?;
        let n = matched(text, a.short)?;
        let number = || text[n..].trim_start().starts_with(|c: char| c.is_ascii_digit());
        (!a.before_number || number()).then_some((*id, n))
    })
}

fn lower_first(word: &str) -> Option<String> {
    let mut chars = word.chars();
    let first = chars.next().filter(|c| c.is_uppercase())?;
    if chars.as_str().is_empty() && word != "Z" && word != "D" && word != "I" {
        // "Frau M." is an initial, not "mit".
        return None;
    }
    Some(first.to_lowercase().chain(chars).collect())
}

fn matched(text: &str, short: &str) -> Option<usize> {
    let mut rest = text;
    for (i, part) in short.split(' ').enumerate() {
        if i > 0 {
            rest = rest.trim_start_matches([' ', '\u{a0}', '\u{202f}']);
        }
        rest = match rest.strip_prefix(part) {
            Some(r) => r,
            None if i == 0 => {
                let mut chars = rest.chars();
                let first = chars.next()?;
                let want = part.chars().next()?;
                if first.to_lowercase().next() != Some(want) {
                    return None;
                }
                chars.as_str().strip_prefix(&part[want.len_utf8()..])?
            }
            None => return None,
        };
    }
    Some(text.len() - rest.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_the_longest() {
        for (text, first, short, n) in [
            ("z. B. Hilfe", "z", "z. B.", 5),
            ("z.B. Hilfe", "z", "z. B.", 4),
            ("z.\u{a0}B. Hilfe", "z", "z. B.", 6),
            ("Z. B. Hilfe", "Z", "z. B.", 5),
            ("Nr. 8", "Nr", "Nr.", 3),
            ("i. d. R. ja", "i", "i. d. R.", 8),
            ("u. a. m. ja", "u", "u. a. m.", 8),
            ("Art. 3", "Art", "Art.", 4),
        ] {
            let (id, len) = at(text, first).unwrap();
            assert_eq!((get(id).unwrap().short, len), (short, n), "{text}");
        }
        assert_eq!(at("Haus. Das", "Haus"), None);
        assert_eq!(at("Art. Das", "Art"), None);
    }
}
