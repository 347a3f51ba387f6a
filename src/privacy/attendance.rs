//! Who was present, by name. Organisations are right there (agreement, Nr. 1 and Anlage 1), persons are not.

use super::gate::Words;
use super::pattern::Pattern;
use super::{Hit, Kind, Known, names};

static LABEL: Pattern = Pattern::new(
    r"(?im)^[-#*> ]*(?:anwesende?|anwesend (?:sind|waren)|teilnehmende|teilnehmer(?:innen)?(?: und teilnehmer(?:innen)?)?|teilnehmer\*innen|teilnehmenden?liste|entschuldigt|gäste|verteiler|protokoll(?:führung|ant|antin)?|leitung|moderation|sitzungsleitung|schriftführung)(?: \([^)\n]{0,40}\))?(?: ?(:) ?|[ ]*$)",
);
static LABELS: Words = Words::of_any_size(&[
    "anwesend",
    "teilnehme",
    "entschuldigt",
    "gäste",
    "gÄste",
    "verteiler",
    "protokoll",
    "leitung",
    "moderation",
    "sitzungsleitung",
    "schriftführung",
    "schriftfÜhrung",
]);
/// One or two words with capitals, maybe with an organisation behind.
static ITEM: Pattern = Pattern::new(
    r"^((?:\p{Lu}\. ?)?\p{Lu}[\p{Ll}ß]+(?:-\p{Lu}\p{Ll}+)?(?:,? \p{Lu}[\p{Ll}ß]+(?:-\p{Lu}\p{Ll}+)?)?)(?: ?\([^)]{1,60}\)| ?[–-] .{1,60}|, \p{Lu}{2,}.*)?$",
);

/// Items of a list after "Anwesend:" that look like names.
pub fn find(text: &str, known: &Known, hits: &mut Vec<Hit>) {
    let begins_line = |at: usize| {
        let line = text[..at].rfind('\n').map_or(0, |n| n + 1);
        text[line..at].bytes().all(|b| b"-#*> ".contains(&b))
    };
    if !LABELS.places(text).any(|place| begins_line(place.start)) {
        return;
    }
    for label in LABEL.all(text) {
        let (Some(all), colon) = (label.get(0), label.get(1).is_some()) else { continue };
        let rest = &text[all.end()..];
        let same_line = rest.find('\n').map_or(rest, |end| &rest[..end]);
        let mut at = all.end();
        if !same_line.trim().is_empty() {
            for item in same_line.split_inclusive([',', ';']) {
                check(text, at, item, known, hits);
                at += item.len();
            }
            continue;
        }
        // A list below the label; a heading needs one, or every heading would be a label.
        for line in rest.split_inclusive('\n') {
            let plain = line.trim();
            let listed = plain.starts_with(['-', '*', '+']);
            if !plain.is_empty() && !listed && (!colon || plain.starts_with('#') || plain.split(' ').count() > 8) {
                break;
            }
            check(text, at, line, known, hits);
            at += line.len();
        }
    }
}

fn check(text: &str, at: usize, item: &str, known: &Known, hits: &mut Vec<Hit>) {
    let body = item.trim_start_matches(|c: char| !c.is_alphabetic());
    let start = at + item.len() - body.len();
    let body = body.trim_end_matches(|c: char| c.is_whitespace() || ",;.".contains(c));
    let Some(name) = ITEM.first(body).and_then(|c| c.get(1)) else { return };
    let words: Vec<&str> = name.as_str().split([' ', ',']).filter(|w| !w.is_empty()).collect();
    let is_name = match words[..] {
        [one] => names::is_last(one) || names::is_first(one) && name.end() < body.len(),
        [one, two] => {
            names::is_first(one) && !names::is_place(two)
                || name.as_str().contains(',') && (names::is_first(two) || names::is_last(one))
                || one.ends_with('.') && !names::is_noun(two)
        }
        _ => false,
    };
    let range = start..start + name.end();
    if is_name && !known.is_organisation(name.as_str()) && text.is_char_boundary(range.end) {
        hits.push(Hit { kind: Kind::Attendance, range });
    }
}
