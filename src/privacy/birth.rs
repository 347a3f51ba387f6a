//! Days and years of birth: called so, or a day of a life near a name.

use super::gate::{Seen, Words};
use super::pattern::Pattern;
use super::taken::Taken;
use super::{Hit, Kind, Known};
use chrono::{Datelike, NaiveDate};

static CALLED: Pattern = Pattern::new(
    r"(?i)(?:\b(?:geb\.|geboren(?:e[rsnm]?)?|geburtsdatum|geburtstag|geburtsjahr|geb\.-dat(?:um|\.)|jahrgang|\*))(?:[: ]|\bam\b|\bim jahr\b|\bim\b|\bist\b|\bder\b){0,6}((?:(?:[0-9]{1,2}\. ?)?(?:Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember) |[0-9]{1,2}\. ?[0-9]{1,2}\. ?|[0-9]{1,2}\. ?\p{L}{3,9} ?)?(?:19|20)[0-9]{2}|[0-9]{1,2}(?:\.[0-9]{1,2}\.|/[0-9]{1,2}/|-[0-9]{1,2}-)(?:(?:19|20)?[0-9]{2})|(?:19|20)[0-9]{2}-[0-9]{2}-[0-9]{2})\b",
);
pub(super) static CALLS: Words = Words::of_any_size(&["geb.", "gebore", "geburts", "jahrgang", "welt"]);
/// "am 4. Mai 1988 geboren", "kam am 4. Mai 1988 zur Welt".
static AFTER: Pattern = Pattern::new(
    r"((?:[0-9]{1,2}\. ?(?:[0-9]{1,2}\.|\p{L}{3,9}) ?|(?:Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember) )(?:19|20)[0-9]{2}) (?:(?:in|im) [^.,\n]{1,30} )?(?:geboren|zur Welt)\b",
);
static STAR: Pattern =
    Pattern::new(r"(?:^|[ (,])\* ?([0-9]{1,2}\. ?(?:[0-9]{1,2}\.|\p{L}{3,9}) ?(?:19|20)[0-9]{2}|19[0-9]{2})\b");
static DATE: Pattern = Pattern::new(
    r"\b(?:([0-9]{1,2})\. ?([0-9]{1,2}\.|\p{Lu}\p{L}{2,8}) ?((?:19|20)[0-9]{2})|((?:19|20)[0-9]{2})-[0-9]{2}-[0-9]{2})\b",
);
/// Who or what may be born in a certain year without being a person.
static THING: Pattern =
    Pattern::new(r"(?i)\b(?:idee|projekt|verein|konzept|angebot|bericht|ausgabe|heft|band)\b[^.\n]{0,30}$");

/// A younger year alone in its line is that of a class or a magazine, in years.
const GROWN: i32 = 18;
/// How many words may stand between a name and a day.
const NEAR: usize = 6;
/// A younger day is one of the minutes, not of a life, in years.
const YOUNGEST: i32 = 3;

/// "geb.", "geboren am", "*", "Jahrgang" with a day or year; and a day of 1900 or later near a name.
pub fn find(seen: &Seen<'_>, known: &Known, hits: &mut Vec<Hit>) {
    let text = seen.text;
    let someone = hits.iter().any(|h| h.kind == Kind::Person);
    let stars = seen.lines_at(seen.signs.stars.iter().copied());
    // A star may stand among the words of the first form as well.
    for (pattern, lines) in
        [(&CALLED, seen.lines(&CALLS)), (&AFTER, seen.lines(&CALLS)), (&CALLED, stars.clone()), (&STAR, stars)]
    {
        for found in pattern.within(text, lines) {
            let Some(date) = found.range(1) else { continue };
            let start = found.whole().start;
            // At the beginning of a line a star makes an item of a list.
            if start > 0 && found.str(0).starts_with('*') && text[..start].ends_with('\n') {
                continue;
            }
            let before = &text[..start];
            let before = before.char_indices().rev().nth(40).map_or(before, |(at, _)| &before[at..]);
            // "Jahrgang 2010" is a class or a volume, unless someone is named.
            let of_someone = ["ist ", "war ", "bin "].iter().any(|word| before.ends_with(word));
            let named = of_someone || someone;
            let alone = is_alone(text, &found.whole()) && known.today.is_none_or(|today| grown(found.str(1), today));
            let volume = found.str(0).to_lowercase().starts_with("jahrgang") && !named && !alone;
            if !volume && !THING.is_in(before) {
                hits.push(Hit { kind: Kind::Birth, range: date });
            }
        }
    }
    let mut persons: Vec<usize> = hits.iter().filter(|h| h.kind == Kind::Person).map(|h| h.range.end).collect();
    persons.sort_unstable();
    let taken = Taken::of(hits);
    for found in DATE.within(text, seen.lines_at(persons.iter().copied())) {
        let all = found.whole();
        let year = [found.str(3), found.str(4)].concat().parse::<i32>().unwrap_or(0);
        // Between a farther name and the day stands at least what stands between the nearest and it.
        let nearest = persons[..persons.partition_point(|end| *end <= all.start)].last();
        let near = nearest.and_then(|end| text.get(*end..all.start)).is_some_and(|between| {
            between.split_whitespace().take(NEAR + 1).count() <= NEAR && !between.contains(['\n', '.', ';', ':'])
        });
        let old = known.today.is_none_or(|today: NaiveDate| year <= today.year() - YOUNGEST);
        if near && old && year >= 1900 && !taken.meets(&all) {
            hits.push(Hit { kind: Kind::Birth, range: all });
        }
    }
}

/// Whether nothing else stands in the line or the cell.
fn is_alone(text: &str, all: &std::ops::Range<usize>) -> bool {
    let before = text[..all.start].trim_end_matches([' ', '-', '*', '•', '>']);
    let after = text[all.end..].trim_start_matches([' ', '.', ',', ';']);
    (before.is_empty() || before.ends_with('\n')) && (after.is_empty() || after.starts_with('\n'))
}

/// Whether who was born in this year is grown up.
fn grown(year: &str, today: NaiveDate) -> bool {
    year.parse::<i32>().is_ok_and(|year| year <= today.year() - GROWN)
}
