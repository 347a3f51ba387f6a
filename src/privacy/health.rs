//! Data of health (Art. 9 DSGVO) within a sentence about one person.

use super::gate::{Words, has_code};
use super::pattern::Pattern;
use super::{Hit, Kind, Known};

static DATUM: Pattern = Pattern::new(
    r"\b(?:(?:GdB|Grad der Behinderung)(?: von)? ?[1-9]0|(?:Pflegegrad|PG|Pflegestufe) ?[1-5]|Merkzeichen:? (?:aG|TBl|Bl|Gl|RF|G|H|B)|(?:ICD-?10:? ?)?[A-TV-Z][0-9]{2}\.[0-9]{1,2}|(?:ICD-?10|Diagnose):? ?[A-TV-Z][0-9]{2})\b",
);
static WORDS: Words =
    Words::new(&["GdB", "Grad der Behinderung", "Pflegegrad", "PG", "Pflegestufe", "Merkzeichen", "ICD", "Diagnose"]);
/// One person, by a word. "Eine Person" is anyone and is not meant.
static ONE: Pattern = Pattern::new(
    r"\b(?:(?:[Dd](?:er|ie|es|em|en)|[Ee]in(?:e[rmns]?)?|[Uu]nser(?:e[rmn]?)?|[Ii]hr(?:e[rmn]?)?|[Ss]ein(?:e[rmn]?)?) (?:Klient(?:in|en)?|Bewohner(?:in|s)?|Patient(?:in|en)?|Betreute[rn]?|Antragsteller(?:in|s)?|Sohn(?:es)?|Tochter|Mutter|Vater|Bruder|Schwester|Ehefrau|Ehemann|Junge|Mädchen)|Herrn?|Frau)\b",
);

/// ICD-10 codes, GdB, Pflegegrad and Merkzeichen in one sentence with a person.
pub fn find(text: &str, _: &Known, hits: &mut Vec<Hit>) {
    if !WORDS.are_in(text) && !has_code(text) {
        return;
    }
    let mut found = Vec::new();
    for datum in DATUM.all(text).filter_map(|c| c.get(0)) {
        let sentence = sentence(text, datum.start(), datum.end());
        let named = hits.iter().any(|h| {
            matches!(h.kind, Kind::Person | Kind::Attendance | Kind::Birth) && sentence.contains(&h.range.start)
        });
        if named || ONE.is_in(&text[sentence]) {
            found.push(Hit { kind: Kind::Health, range: datum.range() });
        }
    }
    hits.extend(found);
}

/// The sentence around a place, roughly: to the next full stop before a space and a capital, or the end of the line.
fn sentence(text: &str, start: usize, end: usize) -> std::ops::Range<usize> {
    let ends = |at: usize| {
        let mut rest = text[at..].chars();
        rest.next().is_some_and(|c| c == '\n')
            || text[at..].starts_with(". ") && rest.nth(1).is_some_and(char::is_uppercase) && !abbreviated(&text[..at])
    };
    let first = text[..start].char_indices().rev().find(|(at, _)| ends(*at)).map_or(0, |(at, _)| at + 1);
    let last = text[end..].char_indices().find(|(at, _)| ends(end + at)).map_or(text.len(), |(at, _)| end + at);
    first..last
}

/// Whether a full stop here ends no sentence: "Fr.", "Dr.", "Hr.", "M.".
fn abbreviated(before: &str) -> bool {
    let word = before.rsplit([' ', '\n']).next().unwrap_or("");
    word.chars().count() <= 3 && word.starts_with(char::is_uppercase)
}
