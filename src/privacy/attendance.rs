//! Who was present, by name. Organisations are right there (agreement, Nr. 1 and Anlage 1), persons are not.

use super::among::{self, Behind};
use super::gate::{Seen, Words};
use super::pattern::Pattern;
use super::{Hit, Known};

static LABEL: Pattern = Pattern::new(
    r"(?im)(?:^[-#*> ]*|[.;!?)–] )(?:(?:nicht )?anwesende?|anwesend (?:sind|waren)|abwesende?|anwesenheit(?:sliste)?|(?:es )?fehlen(?:d|de)?|es fehlten|teilnehmende|teilnehmer(?:innen)?(?: und teilnehmer(?:innen)?)?|teilnehmer[*:_]innen|teilnehmenden?liste|(?:un)?entschuldigt|entschuldigungen|gäste|verteiler|(?:für das )?protokoll(?:führung|führer(?:in)?|ant|antin)?|(?:sitzungs|gesprächs)?leitung|moderat(?:ion|or|orin)|schriftführ(?:ung|er|erin)|vorsitz(?:ende[rn]?)?|vertretung|referent(?:in|innen|en)?|ansprech(?:partner(?:in|innen)?|person(?:en)?)|zuständig|verantwortlich|bericht(?:erstatter(?:in)?)?|verfasser(?:in)?|erstellt von|unterschrift(?:en)?|gez\.)(?: \([^)\n]{0,40}\))?(?: ?(:) ?|[ ]*$)",
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
    "moderat",
    "sitzungsleitung",
    "gesprächsleitung",
    "gesprÄchsleitung",
    "schriftführ",
    "schriftfÜhr",
]);
/// Beginnings of labels with one person behind: there an everyday word is a surname.
const TASKS: [&str; 7] = ["protokoll", "leitung", "sitzungsl", "gesprächsl", "moderat", "schriftf", "vorsitz"];
/// Ends of sentences before which no name begins anew: shorter words with a full stop are "Dr.", "St.".
const LONG: usize = 4;

/// Items of a list after "Anwesend:" that look like names.
pub fn find(seen: &Seen<'_>, known: &Known, hits: &mut Vec<Hit>) {
    let text = seen.text;
    let begins_line = |at: usize| {
        let before = text[..at].trim_end_matches(['-', '#', '*', '>', ' ']);
        before.is_empty() || before.ends_with('\n')
    };
    let begins =
        |at: usize| begins_line(at) || [". ", "; ", "! ", "? ", ") ", "– "].iter().any(|end| text[..at].ends_with(end));
    let places = seen.places(&LABELS).iter().map(|place| place.start).filter(|at| begins(*at));
    for label in LABEL.within(text, seen.lines_at(places)) {
        let (all, colon) = (label.whole(), label.range(1).is_some());
        // Within a line only the colon makes a label.
        if !colon && label.str(0).starts_with(['.', ';', '!', '?', ')', '–']) {
            continue;
        }
        let mut rest = &text[all.end..];
        let mut at = all.end;
        // A blank before the end of the line: what follows is the next cell of a table.
        if !colon && text[..at].ends_with(' ') && rest.starts_with('\n') {
            (rest, at) = (&rest[1..], at + 1);
        }
        let same_line = &rest[..end_of_sentence(rest)];
        if !same_line.trim().is_empty() {
            let mut items = Vec::new();
            for item in same_line.split_inclusive([',', ';']) {
                items.push(at..at + item.len());
                at += item.len();
            }
            let word = label.str(0).trim_start_matches(|c: char| !c.is_alphabetic()).to_lowercase();
            let task = items.len() == 1 && TASKS.iter().any(|task| word.starts_with(task));
            among::find(text, &items, if task { Behind::Task } else { Behind::Label }, known, hits);
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

/// Where a sentence ends: before a full stop, a blank and a capital, or at the end of the line.
fn end_of_sentence(rest: &str) -> usize {
    let line = rest.find('\n').unwrap_or(rest.len());
    let ends = |(at, _): &(usize, &str)| {
        let word = rest[..*at].rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or("");
        word.chars().count() >= LONG && rest[at + 2..].starts_with(char::is_uppercase)
    };
    rest[..line].match_indices(". ").find(ends).map_or(line, |(at, _)| at)
}
