//! Who was present, by name. Organisations are right there (agreement, Nr. 1 and Anlage 1), persons are not.

use super::among::{self, Behind};
use super::gate::Words;
use super::pattern::Pattern;
use super::{Hit, Known};

static LABEL: Pattern = Pattern::new(
    r"(?i)^[-#*> ]*(?:(?:nicht )?anwesende?|anwesend (?:sind|waren)|abwesende?|anwesenheit(?:sliste)?|(?:es )?fehlen(?:d|de)?|es fehlten|teilnehmende|teilnehmer(?:innen)?(?: und teilnehmer(?:innen)?)?|teilnehmer[*:_]innen|teilnehmenden?liste|(?:un)?entschuldigt|entschuldigungen|gäste|verteiler|(?:für das )?protokoll(?:führung|ant|antin)?|leitung|moderation|sitzungsleitung|schriftführung|vorsitz|vertretung|referent(?:in|innen|en)?|ansprech(?:partner(?:in|innen)?|person(?:en)?)|zuständig|verantwortlich|bericht(?:erstatter(?:in)?)?|verfasser(?:in)?|erstellt von|unterschrift(?:en)?|gez\.)(?: \([^)\n]{0,40}\))?(?: ?(:) ?|[ ]*$)",
);
static LABELS: Words = Words::of_any_size(&[
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
pub fn find(text: &str, known: &Known, hits: &mut Vec<Hit>) {
    let mut done = 0;
    for place in LABELS.places(text) {
        let start = text[..place.start].rfind('\n').map_or(0, |n| n + 1);
        if start < done || !text[start..place.start].bytes().all(|b| b"-#*> ".contains(&b)) {
            continue;
        }
        let end = text[place.start..].find('\n').map_or(text.len(), |n| place.start + n);
        done = end;
        // The label alone is looked for, not in the whole text.
        let Some(label) = LABEL.first(&text[start..end]) else { continue };
        let (Some(all), colon) = (label.get(0), label.get(1).is_some()) else { continue };
        let all = start + all.start()..start + all.end();
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
