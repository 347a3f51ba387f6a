//! File references that lead to a single case.

use super::gate::{Seen, Words};
use super::pattern::Pattern;
use super::{Hit, Kind, Known};
use std::ops::Range;

/// After "Unser Zeichen" only the colon makes a reference: the words have other meanings.
static FORM: Pattern = Pattern::new(
    r"(?i)(?:\b(?:az|aktenzeichen|akten-zeichen|gesch(?:äfts)?\.?-?(?:z|zeichen)|geschäftszeichen|kundennummer|kunden-nr|kd\.-nr|fallnummer|fall-nr|aktennummer|vorgangsnummer|kassenzeichen|versichertennummer|mitgliedsnummer|bg-nummer|bg-nr|bedarfsgemeinschaft)\b\.?:? ?(?:nr\.? ?|nummer ?|lautet ?|ist ?)?|\b(?:unser|ihr|mein|dortiges|hiesiges) zeichen: ?)((?:[\p{L}0-9]{1,12}[ ./_-]{1,3}){0,5}[\p{L}]{0,4}[0-9][\p{L}0-9./_-]*[\p{L}0-9])",
);
pub(super) static LABELS: Words = Words::of_any_size(&[
    "az",
    "aktenzeichen",
    "akten-zeichen",
    "gesch.",
    "gesch-z",
    "geschz",
    "geschäfts-z",
    "geschäftsz",
    "geschäfts.",
    "geschÄfts",
    "kundennummer",
    "kunden-nr",
    "kd.-nr",
    "fallnummer",
    "fall-nr",
    "aktennummer",
    "vorgangsnummer",
    "kassenzeichen",
    "versichertennummer",
    "mitgliedsnummer",
    "bg-nummer",
    "bg-nr",
    "bedarfsgemeinschaft",
    "unser zeichen",
    "ihr zeichen",
    "mein zeichen",
    "dortiges zeichen",
    "hiesiges zeichen",
]);
/// Judgements are published under their file reference.
static COURT: Pattern = Pattern::new(
    r"\b(?:Urteil|Beschluss|Entscheidung|BSG|BVerwG|BVerfG|BGH|BAG|EuGH|LSG|VGH|OVG|OLG|SG|VG)\b[^.\n]{0,60}(?:[0-9.]+[^.\n]{0,20})*[,;(–-]? ?$",
);

/// "Az.", "Aktenzeichen" and their like with what follows.
pub fn find(seen: &Seen<'_>, _: &Known, hits: &mut Vec<Hit>) {
    let text = seen.text;
    let named = |place: &&Range<usize>| {
        let word = &text[(*place).clone()];
        // "Aze…" is another word.
        !word.eq_ignore_ascii_case("az") || !text[place.end..].starts_with(char::is_alphanumeric)
    };
    let places = seen.places(&LABELS).iter().filter(named).map(|place| place.start);
    for found in FORM.within(text, seen.lines_at(places)) {
        let Some(number) = found.range(1) else { continue };
        let before = &text[..found.whole().start];
        let before = before.char_indices().rev().nth(80).map_or(before, |(at, _)| &before[at..]);
        if !COURT.is_in(before) {
            hits.push(Hit { kind: Kind::CaseFile, range: number });
        }
    }
}
