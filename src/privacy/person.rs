//! Persons: a form of address with a name or an initial, a first name with a surname, a client with initials.

use super::gate::{Seen, Words};
use super::pattern::Pattern;
use super::{Hit, Kind, Known, names};
use std::ops::Range;

/// A form of address, titles and offices between, and up to four words with a capital or initials.
static ADDRESSED: Pattern = Pattern::new(
    r"\b(Herrn?|Frau|Hr\b\.?|Fr\.|Familie|Fam\.|Eheleute|Dr\.|Prof\.) ?((?:(?:Dr\.|Prof\.|Dipl\.-\p{L}+\.?|med\.|jur\.|phil\.|h\. ?c\.|von|van|der|de|zu) ?)*)((?:\p{Lu}[\p{L}’'-]*\.?(?:-\p{Lu}\.)?(?: |\b|$)(?:von |van |zu |de )?){1,4})",
);
/// First name and surname at this place, with initials between.
static FULL: Pattern = Pattern::new(
    r"^(\p{Lu}[\p{Ll}é]+(?:-\p{Lu}\p{Ll}+)?) (?:\p{Lu}\. ?)?(?:von (?:der |dem |den )?|vom |van (?:der |den )?|zu |de )?(\p{Lu}[\p{Ll}ß]+(?:-\p{Lu}\p{Ll}+)?)\b",
);
/// First name and initial at this place: "Emma K.".
static SHORT: Pattern = Pattern::new(r"^(\p{Lu}[\p{Ll}é]+(?:-\p{Lu}\p{Ll}+)?) \p{Lu}\.");
/// First name and surname in capitals at this place.
static CAPITALS: Pattern = Pattern::new(r"^(\p{Lu}{3,}(?:-\p{Lu}{2,})?) (?:\p{Lu}\. ?)?(\p{Lu}{3,}(?:-\p{Lu}{3,})?)\b");
/// A word for someone who gets help, with a name or initials in the singular.
static CLIENT: Pattern = Pattern::new(
    r"\b(?:Klient(?:in)?|Leistungsberechtigte[rn]?|Bewohner(?:in)?|Patient(?:in)?|Betreute[rn]?|Antragsteller(?:in)?|Schüler(?:in)?|Kind|Sohn|Tochter|Mutter|Vater|Ehefrau|Ehemann|Person)s? ((?:\p{Lu}\. ?){1,2}|\p{Lu}\p{Ll}+ \p{Lu}\.|\p{Lu}[\p{Ll}]+(?: \p{Lu}\p{Ll}+)?)(?:[ ,;:)]|$)",
);

pub(super) static FORMS: Words =
    Words::new(&["Herr", "Frau", "Hr", "Fr.", "Familie", "Fam.", "Eheleute", "Dr.", "Prof."]);
pub(super) static CLIENTS: Words = Words::new(&[
    "Klient",
    "Leistungsberechtigte",
    "Bewohner",
    "Patient",
    "Betreute",
    "Antragsteller",
    "Schüler",
    "Kind",
    "Sohn",
    "Tochter",
    "Mutter",
    "Vater",
    "Ehefrau",
    "Ehemann",
    "Person",
]);

/// Names and initials.
pub fn find(seen: &Seen<'_>, known: &Known, hits: &mut Vec<Hit>) {
    addressed(seen, hits);
    full(seen.text, known, hits);
    clients(seen, hits);
}

fn full(text: &str, known: &Known, hits: &mut Vec<Hit>) {
    let mut from = 0;
    while let Some(start) = next_first_name(text, from) {
        let Some(found) = FULL.first(&text[start..]) else {
            from = word_end(text, start);
            if let Some(last) = surname_before(text, start) {
                hits.push(Hit { kind: Kind::Person, range: last..from });
                continue;
            }
            if let Some(range) = in_capitals(text, start) {
                from = range.end;
                hits.push(Hit { kind: Kind::Person, range });
                continue;
            }
            if let Some(short) = SHORT.first(&text[start..]).and_then(|c| c.get(0)) {
                hits.push(Hit { kind: Kind::Person, range: start..start + short.end() });
            }
            continue;
        };
        let place = |n| found.get(n).map(|m| start + m.start()..start + m.end());
        let (Some(all), Some(first), Some(last)) = (place(0), place(1), place(2)) else { break };
        // "Landrätin Claudia Muster": the second word may begin a name.
        from = last.start;
        let after = word_after(&text[all.end..]);
        let (whole, first, last) = (&text[all.clone()], &text[first], &text[last]);
        let thing = text[all.end..].starts_with('-') || names::is_place(after) || names::is_place(last);
        if names::is_first(first)
            && !thing
            && (names::is_surname(last) || !names::is_noun(last) && !names::is_function_word(last))
            && !known.is_organisation(whole)
        {
            from = all.end;
            hits.push(Hit { kind: Kind::Person, range: all });
        }
    }
}

fn clients(seen: &Seen<'_>, hits: &mut Vec<Hit>) {
    let text = seen.text;
    let named = |place: &&Range<usize>| {
        let mut rest = text[place.end..].trim_start_matches(char::is_alphabetic).chars();
        rest.next() == Some(' ') && rest.next().is_some_and(char::is_uppercase)
    };
    let places = seen.places(&CLIENTS).iter().filter(named).map(|place| place.start);
    for found in CLIENT.within(text, seen.lines_at(places)) {
        let Some(name) = found.range(1) else { continue };
        let words: Vec<&str> = found.str(1).split_whitespace().collect();
        let initials = words.iter().all(|w| w.ends_with('.'));
        let named = words.iter().any(|w| names::is_first(w) || names::is_last(w));
        // "Der Klient Mandy K.": of a first name that no list knows.
        let short = matches!(words[..], [first, last] if last.ends_with('.') && !first.ends_with('.')
            && !names::is_noun(first) && !names::is_function_word(first));
        if short || initials && !ends_sentence(text, name.clone()) || named {
            hits.push(Hit { kind: Kind::Person, range: name.start..name.start + found.str(1).trim_end().len() });
        }
    }
}

/// Where the next word stands that is a first name.
fn next_first_name(text: &str, from: usize) -> Option<usize> {
    let mut at = from;
    // Inside a word nothing begins.
    if text[..at].ends_with(char::is_alphanumeric) {
        at = word_end(text, at);
    }
    loop {
        let first = *text.as_bytes().get(at)?;
        let end = word_end(text, at);
        if end == at {
            at += text[at..].chars().next()?.len_utf8();
            continue;
        }
        // Names have a capital; nearly all other words are passed over by their first byte.
        if first.is_ascii_uppercase() || !first.is_ascii() {
            let word = &text[at..end];
            if names::is_first(word)
                || word.as_bytes().get(1).is_some_and(u8::is_ascii_uppercase) && names::is_first(&small(word))
            {
                return Some(at);
            }
        }
        at = end;
    }
}

/// A word in capitals as names are written: "PETRA" → "Petra".
fn small(word: &str) -> String {
    let mut chars = word.chars();
    chars.next().into_iter().chain(chars.flat_map(char::to_lowercase)).collect()
}

/// "PETRA MÜLLER" at this place.
fn in_capitals(text: &str, start: usize) -> Option<Range<usize>> {
    let found = CAPITALS.first(&text[start..])?;
    let (whole, first, last) = (found.get(0)?, small(found.get(1)?.as_str()), small(found.get(2)?.as_str()));
    let name = names::is_first(&first) && names::is_surname(&last);
    (name && !names::is_place(word_after(&text[start + whole.end()..]))).then(|| start..start + whole.end())
}

/// Where the surname begins in "Müller, Petra", if that is what stands before a first name at this place.
fn surname_before(text: &str, first: usize) -> Option<usize> {
    let before = text[..first].strip_suffix(", ")?;
    let start = before
        .rfind(|c: char| !c.is_alphabetic() && c != '-')
        .map_or(0, |at| at + before[at..].chars().next().map_or(1, char::len_utf8));
    // "Koch, Rosa" may be a list of other things, "Koch, Petra" is none.
    let last = &before[start..];
    let plain = !names::is_noun(&text[first..word_end(text, first)]);
    (names::is_sure_surname(last) || plain && names::is_surname(last)).then_some(start)
}

/// Where the word at this place ends; a hyphen is no part of it.
fn word_end(text: &str, mut at: usize) -> usize {
    while let Some(byte) = text.as_bytes().get(at) {
        if byte.is_ascii() {
            if !byte.is_ascii_alphanumeric() && *byte != b'_' {
                break;
            }
            at += 1;
            continue;
        }
        match text[at..].chars().next().filter(|c| c.is_alphanumeric()) {
            Some(c) => at += c.len_utf8(),
            None => break,
        }
    }
    at
}

fn addressed(seen: &Seen<'_>, hits: &mut Vec<Hit>) {
    let text = seen.text;
    for found in ADDRESSED.within(text, seen.lines(&FORMS)) {
        let (Some(form), Some(name)) = (found.range(1), found.range(3)) else { continue };
        let (form_text, name_text) = (found.str(1), found.str(3));
        // "Mo. bis Fr." is a day.
        let before = text[..form.start].trim_end();
        let day = ["bis", "Mo", "Mo.", "Di.", "Mi.", "Do.", "–", "-", "und", ","];
        if form_text == "Fr." && day.iter().any(|d| before.ends_with(d)) {
            continue;
        }
        let title = form_text.starts_with(['D', 'P']);
        let family = form_text.starts_with("Fam") || form_text == "Eheleute";
        // The first word after "Herr" or "Frau" is a name; of a second one nobody knows.
        let addressed = form_text.starts_with(['H', 'E']) || form_text.starts_with("Fr");
        let mut start = None;
        let mut end = name.start;
        let mut after_first = false;
        for word in name_text.split_inclusive(' ') {
            let bare = word.trim_end();
            let plain = bare.trim_end_matches(['.', ',']);
            let initial = plain.chars().count() == 1 && bare.ends_with('.');
            let at = end;
            end += word.len();
            if names::is_office(plain) && start.is_none() && !family {
                continue;
            }
            let sure = addressed && start.is_none();
            // "Herr der Verfahren": what stands between may be an article.
            let next = sure && found.str(2).is_empty();
            let is_name = initial
                || names::is_first(plain)
                || names::is_last(plain)
                || after_first && names::is_surname(plain)
                || plain.chars().count() > 1
                    && !names::is_office(plain)
                    && !(if sure {
                        names::is_abstract(plain)
                            || names::is_particle(plain)
                            || !next && names::is_function_word(plain)
                    } else {
                        names::is_noun(plain) || names::is_function_word(plain)
                    });
            if !is_name {
                break;
            }
            after_first = names::is_first(plain);
            start.get_or_insert(at);
            // The full stop of a sentence is no part of a name.
            let length = if initial { bare.len() } else { plain.len() };
            let mut range = start.unwrap_or(at)..at + length;
            // An initial alone is little; with the form of address it is the whole.
            if text[range.clone()].chars().filter(|c| c.is_alphabetic()).count() == 1 {
                range.start = form.start;
                start = Some(form.start);
            }
            match hits.last_mut() {
                Some(last) if last.kind == Kind::Person && last.range.start == range.start => last.range = range,
                _ => hits.push(Hit { kind: Kind::Person, range }),
            }
        }
        let after = word_after(&text[end..]);
        let street = hits.last().is_some_and(|h| {
            Some(h.range.start) == start
                && (text[h.range.end..].starts_with('-') || names::is_place(after) || named_place(text, h.range.end))
        });
        if street && (title || family) {
            hits.pop();
        }
    }
}

/// Whether the word after this place makes a name a house or a foundation.
fn named_place(text: &str, end: usize) -> bool {
    names::is_place(word_after(&text[end..]))
}

/// The word that goes on with a name, as in "Martin Luther Haus". What stands behind a bracket, in small letters or is a
/// name of a file is another matter: "[Petra Muster](haus.md)".
fn word_after(rest: &str) -> &str {
    let rest = rest.trim_start_matches([' ', '-']);
    let end = rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len());
    let word = if rest[end..].starts_with('.') { &rest[..=end] } else { &rest[..end] };
    let file = rest[word.len()..].starts_with(char::is_lowercase);
    if word.starts_with(char::is_uppercase) && !file { word } else { "" }
}

/// Whether what looks like initials is the last letter of a sentence: "Haus A. Die Sitzung …".
fn ends_sentence(text: &str, range: std::ops::Range<usize>) -> bool {
    let letters = text[range.clone()].chars().filter(|c| c.is_alphabetic()).count();
    let next = text[range.end..].trim_start().chars().next();
    letters == 1 && next.is_none_or(char::is_uppercase)
}
