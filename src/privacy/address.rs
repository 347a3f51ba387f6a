//! Postal addresses: street, number, postcode. Those of known offices are no finding.

use super::gate::has_postcode;
use super::pattern::Pattern;
use super::{Hit, Kind, Known};

static FORM: Pattern = Pattern::new(
    r"(?:\p{Lu}[\p{L}.’-]*(?:[ -]\p{Lu}?[\p{L}.]+){0,3}?[ -]?(?:[Ss]traße|[Ss]trasse|[Ss]tr\.|[Ww]eg|[Gg]asse|[Pp]latz|[Aa]llee|[Rr]ing|[Uu]fer|[Dd]amm|[Mm]arkt|[Hh]of|[Gg]raben|[Bb]erg|[Pp]fad|[Ss]teig|[Aa]nger|[Gg]arten|[Tt]or|[Ww]all)|(?:Am|An der|An den|Auf der|Auf dem|Im|In der|In den|Zum|Zur|Unter den|Hinter der) \p{Lu}[\p{L}-]+) ?[0-9]{1,4} ?[a-z]?(?: ?[–/-] ?[0-9]{1,4} ?[a-z]?)?[ ,;\n–-]{1,8}(?:D-)?[0-9]{5} \p{Lu}[\p{L}-]+",
);

/// Street, number, postcode and place, in one line or in two.
pub fn find(text: &str, _: &Known, hits: &mut Vec<Hit>) {
    if !has_postcode(text) {
        return;
    }
    for found in FORM.all(text).filter_map(|c| c.get(0)) {
        hits.push(Hit { kind: Kind::Address, range: found.range() });
    }
}
