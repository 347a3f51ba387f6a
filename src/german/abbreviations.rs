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
    /// Whether it is one only beside a number or a word of time ("12. Jan.", "im Jan.", but "Es kommt Jan."): a first name
    /// reads the same.
    pub name_too: bool,
    /// Whether the long form says the same in every sentence.
    pub safe: bool,
}

static LIST: LazyLock<Vec<Abbreviation>> = LazyLock::new(|| {
    include_str!("words/abbreviations.txt")
        .lines()
        .filter(|l| !l.starts_with('#'))
        .filter_map(|line| {
            let (short, long) = line.split_once(" = ")?;
            let bare = short.trim_start_matches(['~', '!', '^', '%']);
            let signs = &short[..short.len() - bare.len()];
            Some(Abbreviation {
                short: bare,
                long: (long != "-").then_some(long),
                may_end: signs.contains('!'),
                before_number: signs.contains('^'),
                name_too: signs.contains('%'),
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

/// Whether the abbreviation number `id` stands for a month.
pub fn is_month(id: u16) -> bool {
    get(id).and_then(|a| a.long).is_some_and(|long| super::MONTHS.contains(&long))
}

/// Words before the name of a month; a first name follows none of them.
const BEFORE_MONTH: &[&str] = &["im", "Im", "Anfang", "Mitte", "Ende", "ab", "Ab", "seit", "Seit", "bis", "Bis"];

/// The abbreviation that begins with the word `first` at the place `at` of `text`, and its length in bytes.
/// `first` is the word before the first dot; the caller has seen that a dot follows.
pub fn at(text: &str, at: usize, first: &str) -> Option<(u16, usize)> {
    let (before, text) = (text.get(..at)?, text.get(at..)?);
    // A sentence may begin with one: "Z. B." and "Ggf.".
    let small = || lower_first(first).and_then(|f| BY_FIRST.get(f.as_str()));
    let (places, written) = match BY_FIRST.get(first) {
        Some(places) => (places, true),
        None => (small()?, false),
    };
    places.iter().find_map(|id| {
        let a = get(*id)?;
        let n = matched(text, a.short)?;
        let number = text[n..].trim_start().starts_with(|c: char| c.is_ascii_digit());
        // "Es kommt Max. 5 Kinder warten.": a capital inside a sentence makes it a name.
        let fits = if a.before_number {
            number && (written || begins_sentence(before))
        } else {
            !a.name_too || number || is_of_time(before)
        };
        fits.then_some((*id, n))
    })
}

/// Whether nothing stands before it, or what ends a sentence or a cell.
fn begins_sentence(before: &str) -> bool {
    let end = before.trim_end_matches([' ', '\u{a0}', '\u{202f}']).chars().next_back();
    end.is_none_or(|c| !c.is_alphanumeric() && c != ',')
}

/// Whether a number or a word of time stands before it.
fn is_of_time(before: &str) -> bool {
    let words = before.trim_end_matches([' ', '\u{a0}', '\u{202f}', '.']);
    let word = words.rsplit([' ', '\u{a0}', '\u{202f}', '\n', '(']).next().unwrap_or("");
    words.ends_with(|c: char| c.is_ascii_digit()) || before.ends_with([' ', '\u{a0}']) && BEFORE_MONTH.contains(&word)
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
            let (id, len) = at(text, 0, first).unwrap();
            assert_eq!((get(id).unwrap().short, len), (short, n), "{text}");
        }
        assert_eq!(at("Haus. Das", 0, "Haus"), None);
        assert_eq!(at("Art. Das", 0, "Art"), None);
    }

    #[test]
    fn names_are_no_months_and_no_limits() {
        // `|` marks the place that is looked at.
        for (marked, first, found) in [
            ("Es kommt |Jan. Er bleibt.", "Jan", false),
            ("|Jan. Das ist er.", "Jan", false),
            ("Am 12. |Jan. kommt er.", "Jan", true),
            ("Seit |Jan. 2024 gilt das.", "Jan", true),
            ("Im |Jan. ist es kalt.", "Jan", true),
            ("Ende\u{a0}|Jan. wird es warm.", "Jan", true),
            ("Es kommt |Feb. und März.", "Feb", true),
            ("Es kommt |Max. 5 Kinder warten.", "Max", false),
            ("Das ist gut. |Max. 5 Kinder warten.", "Max", true),
            ("Es kommen |max. 5 Kinder.", "max", true),
        ] {
            let place = marked.find('|').unwrap();
            assert_eq!(at(&marked.replace('|', ""), place, first).is_some(), found, "{marked}");
        }
    }
}
