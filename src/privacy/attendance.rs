//! Who was present, by name. Organisations are right there (agreement, Nr. 1 and Anlage 1), persons are not.

use super::among::{self, Behind};
use super::gate::{Seen, Words};
use super::pattern::Pattern;
use super::{Hit, Known};

static LABEL: Pattern = Pattern::new(
    r"(?im)^[-#*> ]*(?:(?:nicht )?anwesende?|anwesend (?:sind|waren)|abwesende?|anwesenheit(?:sliste)?|(?:es )?fehlen(?:d|de)?|es fehlten|teilnehmende|teilnehmer(?:innen)?(?: und teilnehmer(?:innen)?)?|teilnehmer[*:_]innen|teilnehmenden?liste|(?:un)?entschuldigt|entschuldigungen|gäste|verteiler|(?:für das )?protokoll(?:führung|ant|antin)?|leitung|moderation|sitzungsleitung|schriftführung|vorsitz|vertretung|referent(?:in|innen|en)?|ansprech(?:partner(?:in|innen)?|person(?:en)?)|zuständig|verantwortlich|bericht(?:erstatter(?:in)?)?|verfasser(?:in)?|erstellt von|unterschrift(?:en)?|gez\.)(?: \([^)\n]{0,40}\))?(?: ?(:) ?|[ ]*$)",
);
pub(super) static LABELS: Words = Words::of_any_size(&[
    "anwesen",
    "nicht anwesend",
    "abwesend",
    "fehlen",
    "es fehl",
    "teilnehme",
    "entschuldig",
    "unentschuldigt",
    "gäste",
    "gÄste",
    "verteiler",
    "verfasser",
    "vertretung",
    "verantwortlich",
    "vorsitz",
    "für das p",
    "fÜr das p",
    "referent",
    "ansprech",
    "zuständig",
    "zustÄndig",
    "bericht",
    "erstellt von",
    "unterschrift",
    "gez.",
    "protokoll",
    "leitung",
    "moderation",
    "sitzungsleitung",
    "schriftführung",
    "schriftfÜhrung",
]);
/// Items of a list after "Anwesend:" that look like names.
pub fn find(seen: &Seen<'_>, known: &Known, hits: &mut Vec<Hit>) {
    let text = seen.text;
    let begins_line = |at: usize| {
        let line = text[..at].rfind('\n').map_or(0, |n| n + 1);
        text[line..at].bytes().all(|b| b"-#*> ".contains(&b))
    };
    let places = seen.places(&LABELS).iter().map(|place| place.start).filter(|at| begins_line(*at));
    for label in LABEL.within(text, seen.lines_at(places)) {
        let (all, colon) = (label.whole(), label.range(1).is_some());
        let rest = &text[all.end..];
        let same_line = rest.find('\n').map_or(rest, |end| &rest[..end]);
        let mut at = all.end;
        if !same_line.trim().is_empty() {
            let mut items = Vec::new();
            for item in same_line.split_inclusive([',', ';']) {
                items.push(at..at + item.len());
                at += item.len();
            }
            among::find(text, &items, Behind::Label, known, hits);
            continue;
        }
        // A list below the label; a heading needs one, or every heading would be a label.
        let mut items = Vec::new();
        for line in rest.split_inclusive('\n') {
            let plain = line.trim();
            let listed = plain.starts_with(['-', '*', '+']);
            if !plain.is_empty() && !listed && (!colon || plain.starts_with('#') || plain.split(' ').count() > 8) {
                break;
            }
            items.push(at..at + line.len());
            at += line.len();
        }
        among::find(text, &items, Behind::Label, known, hits);
    }
}
