//! Names written for machines: `petra-mueller.md`, `#petra-mueller`, `/bilder/petra_mueller.jpg`, `id: petra-mueller`. What is
//! called after a person (a school, a street, a house) is none.

use super::gate::Seen;
use super::{Hit, Kind, Known, names};
use std::ops::Range;

/// First name and surname with a sign between, in either order, or a form of address and a surname.
pub fn find(seen: &Seen<'_>, known: &Known, hits: &mut Vec<Hit>) {
    let text = seen.text;
    let bytes = text.as_bytes();
    let mut done = 0;
    for at in memchr::memchr2_iter(b'-', b'_', bytes) {
        // Everyday German has a capital after its hyphen; names for machines are small.
        let small = at > 0
            && at >= done
            && text[..at].ends_with(char::is_alphabetic)
            && text[at + 1..].starts_with(|c: char| c.is_lowercase());
        if !small {
            continue;
        }
        let token = token(text, at);
        done = token.end;
        let found = name(text, token).filter(|range| !known.is_organisation(&text[range.clone()]));
        hits.extend(found.map(|range| Hit { kind: Kind::Person, range }));
    }
}

/// The whole of what stands around this place without a blank or a sign that ends a name for machines.
fn token(text: &str, at: usize) -> Range<usize> {
    let inside = |c: char| c.is_alphanumeric() || c == '-' || c == '_';
    let start = text[..at].char_indices().rev().take_while(|(_, c)| inside(*c)).last().map_or(at, |(n, _)| n);
    let end = text[at..].find(|c| !inside(c)).map_or(text.len(), |n| at + n);
    start..end
}

/// The name in a token.
fn name(text: &str, token: Range<usize>) -> Option<Range<usize>> {
    let mut parts: Vec<Range<usize>> = Vec::new();
    let mut start = token.start;
    for part in text[token.clone()].split(['-', '_']) {
        parts.push(start..start + part.len());
        start += part.len() + 1;
    }
    let word = |k: usize| parts.get(k).map_or("", |r| &text[r.clone()]);
    // In a name of a file a surname may be rare; in a sentence "max-width" is none.
    let addressed = is_address(text, &token);
    (0..parts.len().saturating_sub(1)).find_map(|k| {
        let (a, b) = (word(k), word(k + 1));
        // Short first names are words of programs too: "max-…", "tim-…".
        let rare = addressed && a.len() > 3 && !a.eq_ignore_ascii_case("roman");
        let last = |w: &str| names::is_surname_slug(w) || rare && names::may_be_surname_slug(w);
        let full = names::is_first_slug(a) && last(b) || names::is_surname_slug(a) && names::is_first_slug(b);
        let form = ["herr", "herrn", "frau", "familie", "fam"].contains(&a.to_lowercase().as_str())
            && names::is_surname_slug(b);
        // "anne-frank-schule", "karl-marx-strasse-12".
        let thing = names::is_place(word(k + 2)) || names::is_compound_place(b);
        ((full || form) && !thing).then(|| parts[k].start..parts[k + 1].end)
    })
}

/// Whether a token is a name of a file, a part of an address, an anchor, or an id.
fn is_address(text: &str, token: &Range<usize>) -> bool {
    let before = text[..token.start].chars().next_back().unwrap_or(' ');
    let ending = text[token.end..].strip_prefix('.').is_some_and(|rest| rest.starts_with(|c: char| c.is_lowercase()));
    "/#(".contains(before) || ending || text[..token.start].ends_with("id: ")
}
