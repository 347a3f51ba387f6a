//! Postal addresses: street, number, postcode; without a postcode where somebody is said to live. Those of known offices are
//! no finding.

use super::gate::{Seen, Words};
use super::pattern::Pattern;
use super::{Hit, Kind, Known};
use std::ops::Range;

static FORM: Pattern = Pattern::new(
    r"(?:\p{Lu}[\p{L}.’-]*(?:[ -]\p{Lu}?[\p{L}.]+){0,3}?[ -]?(?:[Ss]traße|[Ss]trasse|[Ss]tr\.|[Ww]eg|[Gg]asse|[Pp]latz|[Aa]llee|[Rr]ing|[Uu]fer|[Dd]amm|[Mm]arkt|[Hh]of|[Gg]raben|[Bb]erg|[Pp]fad|[Ss]teig|[Aa]nger|[Gg]arten|[Tt]or|[Ww]all)|(?:Am|An der|An den|Auf der|Auf dem|Im|In der|In den|Zum|Zur|Unter den|Hinter der) \p{Lu}[\p{L}-]+) ?[0-9]{1,4} ?[a-z]?(?: ?[–/-] ?[0-9]{1,4} ?[a-z]?)?(?:[ ,;\n–-]{1,8}| in )(?:D-)?[0-9]{5} \p{Lu}[\p{L}-]+",
);

/// Where somebody lives, and the street with its number: "wohnt in der Musterstraße 3".
static HOME: Pattern = Pattern::new(
    r"\b(?:[Ww]ohn(?:t|en|te|ten|haft)|Wohnanschrift|Privatanschrift|Privatadresse)\b[^.!?\n]{0,60}?\b((?:\p{Lu}[\p{L}-]*(?:straße|strasse|str\.|weg|gasse|platz|allee|ring|ufer|damm|pfad|steig)|\p{Lu}[\p{L}.-]+[ -](?:Straße|Str\.|Weg|Gasse|Platz|Allee|Ring|Ufer|Pfad)) ?[0-9]{1,3} ?[a-z]?)\b",
);
pub(super) static LIVES: Words =
    Words::of_any_size(&["wohnt", "wohnen", "wohnte", "wohnhaft", "wohnanschrift", "privatanschrift", "privatadresse"]);

/// Most lines between the street and the postcode, as far as the form goes.
const ABOVE: usize = 8;

/// Street, number, postcode and place, in one line or in two.
pub fn find(seen: &Seen<'_>, _: &Known, hits: &mut Vec<Hit>) {
    let mut windows: Vec<Range<usize>> = Vec::new();
    for place in &seen.signs.postcodes {
        // The street may stand lines above.
        let mut window = seen.line(*place);
        for _ in 0..ABOVE {
            window.start = window.start.checked_sub(1).map_or(0, |above| seen.line(above).start);
        }
        match windows.last_mut().filter(|last| window.start <= last.end) {
            Some(last) => last.end = window.end,
            None => windows.push(window),
        }
    }
    for found in FORM.within(seen.text, windows) {
        hits.push(Hit { kind: Kind::Address, range: found.whole() });
    }
    for found in HOME.within(seen.text, seen.lines(&LIVES)) {
        hits.extend(found.range(1).map(|range| Hit { kind: Kind::Address, range }));
    }
}
