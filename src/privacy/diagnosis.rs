//! A number of people with a diagnosis in words: "zwei Kinder mit Epilepsie". In a town, those who know one of them know the
//! others. One alone ("eine Person mit Autismus") is anyone and is not meant.

use super::count::{self, SMALL};
use super::gate::{Seen, Words};
use super::pattern::Pattern;
use super::{Hit, Kind, Known};
use std::ops::Range;

/// Words for diagnoses and disabilities, by how they begin.
pub(super) static DIAGNOSIS: Words = Words::of_any_size(&[
    "adhs",
    "ads-",
    "aids",
    "alkoholkrank",
    "alzheimer",
    "angststör",
    "angststÖr",
    "aphasie",
    "asperger",
    "autis",
    "bipolar",
    "blindheit",
    "borderline",
    "depress",
    "demen",
    "diabet",
    "down-syndrom",
    "epilep",
    "essstör",
    "essstÖr",
    "fasd",
    "gehörlos",
    "gehÖrlos",
    "hirnschäd",
    "hirnschÄd",
    "hiv",
    "krebs",
    "lähmung",
    "lÄhmung",
    "lernbehinder",
    "magersucht",
    "multiple sklerose",
    "multipler sklerose",
    "muskeldystrophie",
    "parkinson",
    "persönlichkeitsstör",
    "persÖnlichkeitsstör",
    "posttraumat",
    "psychose",
    "querschnitt",
    "rett-syndrom",
    "schizophren",
    "schlaganfall",
    "schädel-hirn",
    "schÄdel-hirn",
    "sehbehinder",
    "spasti",
    "spina bifida",
    "suchtkrank",
    "suizid",
    "taubblind",
    "tetraplegie",
    "tourette",
    "trauma",
    "trisomie",
    "wachkoma",
    "zerebralparese",
    "zwangsstör",
    "zwangsstÖr",
]);
/// A number, maybe a word between, and a word for people.
static PEOPLE: Pattern = Pattern::new(
    r"\b([0-9]{1,2}|\p{L}{3,12}) (?:(?:(?:weitere|neue|junge|ältere|andere)[nr]? )?\p{Ll}+(?:e|en|er) )?(?:Personen|Menschen|Leistungsberechtigten?|Leistungs-Berechtigten?|Bewohner(?:innen|n)?|Klient(?:innen|en)|Kindern?|Jugendlichen?|Schüler(?:innen|n)?|Betroffenen?|Nutzer(?:innen|n)?|Frauen|Männern?|Patient(?:innen|en)|Heranwachsenden?|Schulabgänger(?:innen|n)?|Söhnen?|Töchtern?|Mädchen|Jungen|Geschwistern?|Erwachsenen?|Beschäftigten?|Fällen?)\b",
);
/// What a number of people may be of, without being these people: places, groups, talks.
const OF_THINGS: [&str; 4] = ["für ", "von je ", "je ", "pro "];

/// Diagnoses in a sentence that counts people up to [`SMALL`].
pub fn find(seen: &Seen<'_>, _: &Known, hits: &mut Vec<Hit>) {
    let text = seen.text;
    let mut last: Option<(Range<usize>, bool)> = None;
    for place in seen.places(&DIAGNOSIS) {
        let sentence = sentence(text, place.start);
        let counted = match &last {
            Some((known, counted)) if *known == sentence => *counted,
            _ => counts_people(text, sentence.clone()),
        };
        last = Some((sentence, counted));
        let end =
            text[place.end..].find(|c: char| !c.is_alphanumeric() && c != '-').map_or(text.len(), |n| place.end + n);
        let range = place.start..end;
        if counted && !hits.iter().any(|h| h.kind == Kind::Health && h.range == range) {
            hits.push(Hit { kind: Kind::Health, range });
        }
    }
}

/// Whether a sentence has a small number of people in it.
fn counts_people(text: &str, sentence: Range<usize>) -> bool {
    PEOPLE.all(&text[sentence.clone()]).any(|found| {
        let Some(number) = found.get(1) else { return false };
        let before = &text[..sentence.start + number.start()];
        let both = number.as_str().to_lowercase().starts_with("beide");
        let many = both || count::value(number.as_str()).is_some_and(|n| (2..=SMALL).contains(&n));
        many && !is_share(before) && !count::before_is_part(before) && !OF_THINGS.iter().any(|w| before.ends_with(w))
    })
}

/// Whether a number is the whole of a share: "vier von zehn".
fn is_share(before: &str) -> bool {
    let word = before.strip_suffix(" von ").and_then(|b| b.rsplit([' ', '\n']).next()).unwrap_or("");
    count::value(word).is_some_and(|n| n > 1)
}

/// The sentence around a place: to the next full stop before a blank, or the end of the line.
fn sentence(text: &str, at: usize) -> Range<usize> {
    let start = text[..at].rfind(['\n', '.', ';', '?', '!']).map_or(0, |n| n + 1);
    let end = text[at..].find(['\n', ';', '?', '!']).map_or(text.len(), |n| at + n);
    let end = text[at..end].find(". ").map_or(end, |n| at + n);
    start..end
}
