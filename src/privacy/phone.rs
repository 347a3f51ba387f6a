//! Telephone numbers: the forms of DIN 5008 and those that are common beside it.

use super::gate::{Seen, Words};
use super::pattern::{Pattern, digits};
use super::{Hit, Kind, Known};

/// A number with its area code, as far as it goes.
static FORM: Pattern =
    Pattern::new(r"(?:\+ ?49|\b0049|\(0 ?[1-9][0-9 ]{1,6}\)|\b0[1-9])(?:[ ]?[/–-]?[ ]?\(?[0-9]\)?){4,13}\b");
/// Any number that is called one. The colon and the digits after it decide.
static LABELLED: Pattern = Pattern::new(
    r"(?i)\b(?:tel|telefon|telefonnummer|telefon-nummer|fon|fax|mobil|handy|mobilnummer|durchwahl|rufnummer)(?:\.:|\.|:| unter| nr\.?| lautet:?)? ?-?((?:[0-9][ /–-]{0,2}){2,12}[0-9])\b",
);
pub(super) static LABELS: Words =
    Words::of_any_size(&["tel", "fon", "fax", "mobil", "handy", "durchwahl", "rufnummer"]);
/// Numbers of everybody: emergency, authorities, and those of Europe that begin with 116.
const PUBLIC: [&[u32]; 3] = [&[1, 1, 0], &[1, 1, 2], &[1, 1, 5]];
const EUROPEAN: [u32; 3] = [1, 1, 6];

/// Words before a number that begins with 0 and is none of a telephone.
static OTHER: Pattern = Pattern::new(
    r"(?i)(?:schlüssel|ags|ars|isbn|issn|gnd|nr\.|nummer|konto|aktenzeichen|az\.|drucksache|version|id)(?: lautet| ist| war| bleibt)?[ :]*$",
);

/// Numbers of at least seven digits with an area code, and those that follow "Telefon".
pub fn find(seen: &Seen<'_>, _: &Known, hits: &mut Vec<Hit>) {
    let text = seen.text;
    for found in FORM.within(text, seen.lines_at(seen.signs.phones.iter().copied())) {
        let range = found.whole();
        let before = &text[..range.start];
        let number = found.str(0);
        let count = digits(number).len();
        let parted = number.contains([' ', '/', '-', '–', '+', '(']);
        let inside = before.ends_with(|c: char| c.is_alphanumeric() || ".,-/_".contains(c));
        let date = number.starts_with('0') && is_date_like(number);
        let short = before.char_indices().rev().nth(24).map_or(before, |(at, _)| &before[at..]);
        let labelled = LABELLED.is_in(&text[before.len() - short.len()..range.end]);
        if count < if parted { 7 } else { 9 } || inside || date || !labelled && OTHER.is_in(short) {
            continue;
        }
        hits.push(Hit { kind: Kind::Phone, range });
    }
    for found in LABELLED.within(text, seen.lines(&LABELS)) {
        let (Some(range), number) = (found.range(1), digits(found.str(1))) else { continue };
        let public = PUBLIC.contains(&&number[..]) || number.len() == 6 && number.starts_with(&EUROPEAN);
        // "Hessen mobil 100" is a plan; a number of a mobile telephone is never so short.
        let plan = number.len() < 4 && found.str(0).to_lowercase().starts_with(['m', 'h']);
        if public || plan {
            continue;
        }
        if !hits.iter().any(|h| h.range.start < range.end && range.start < h.range.end) {
            hits.push(Hit { kind: Kind::Phone, range });
        }
    }
}

/// `01-02-2026`, `01/02/2026`: two, two, four digits.
fn is_date_like(number: &str) -> bool {
    let parts: Vec<usize> = number.split(['-', '/', ' ', '–']).filter(|p| !p.is_empty()).map(str::len).collect();
    parts.starts_with(&[2, 2, 4])
}
