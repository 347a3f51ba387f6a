//! A number of people with a diagnosis in words: "zwei Kinder mit Epilepsie". In a town, those who know one of them know the
//! others. One alone ("eine Person mit Autismus") is anyone and is not meant.

use super::count::{self, SMALL};
use super::gate::{Seen, Words};
use super::{Hit, Kind, Known};
use std::collections::HashSet;
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
/// Words for several people.
pub(super) static PEOPLE: Words = Words::new(&[
    "Person",
    "Mensch",
    "Leistungs",
    "Bewohner",
    "Klient",
    "Kinder",
    "Jugendliche",
    "Schüler",
    "Betroffene",
    "Nutzer",
    "Frauen",
    "Männer",
    "Patient",
    "Heranwachsende",
    "Schulabgänger",
    "Söhne",
    "Töchter",
    "Mädchen",
    "Jungen",
    "Geschwister",
    "Erwachsene",
    "Beschäftigte",
    "Fälle",
]);
/// The same in full: several, in any case.
const SEVERAL: [&str; 50] = [
    "Personen",
    "Menschen",
    "Leistungsberechtigte",
    "Leistungsberechtigten",
    "Leistungs-Berechtigte",
    "Leistungs-Berechtigten",
    "Bewohner",
    "Bewohnern",
    "Bewohnerinnen",
    "Klienten",
    "Klientinnen",
    "Kinder",
    "Kindern",
    "Jugendliche",
    "Jugendlichen",
    "Schüler",
    "Schülern",
    "Schülerinnen",
    "Betroffene",
    "Betroffenen",
    "Nutzer",
    "Nutzern",
    "Nutzerinnen",
    "Frauen",
    "Männer",
    "Männern",
    "Patienten",
    "Patientinnen",
    "Heranwachsende",
    "Heranwachsenden",
    "Schulabgänger",
    "Schulabgängern",
    "Schulabgängerinnen",
    "Söhne",
    "Söhnen",
    "Töchter",
    "Töchtern",
    "Mädchen",
    "Jungen",
    "Geschwister",
    "Geschwistern",
    "Erwachsene",
    "Erwachsenen",
    "Beschäftigte",
    "Beschäftigten",
    "Fälle",
    "Fällen",
    "Einzelfälle",
    "Einzelfällen",
    "Leute",
];
/// What a number of people may be of, without being these people: places, groups, talks.
const OF_THINGS: [&str; 4] = ["für ", "von je ", "je ", "pro "];

/// Diagnoses in a sentence that counts people up to [`SMALL`].
pub fn find(seen: &Seen<'_>, _: &Known, hits: &mut Vec<Hit>) {
    let text = seen.text;
    let mut last: Option<(usize, Range<usize>, bool)> = None;
    let mut told: HashSet<Range<usize>> =
        hits.iter().filter(|h| h.kind == Kind::Health).map(|h| h.range.clone()).collect();
    for place in seen.places(&DIAGNOSIS) {
        let sentence = match &last {
            // A sentence goes on to its end: only what stands between two diagnoses may begin another.
            Some((at, known, _)) if (*at..known.end).contains(&place.start) => {
                begin(text, *at, place.start).unwrap_or(known.start)..known.end
            }
            _ => sentence(text, place.start),
        };
        let counted = match &last {
            Some((_, known, counted)) if *known == sentence => *counted,
            _ => counts_people(seen, &sentence),
        };
        last = Some((place.start, sentence, counted));
        let end =
            text[place.end..].find(|c: char| !c.is_alphanumeric() && c != '-').map_or(text.len(), |n| place.end + n);
        let range = place.start..end;
        if counted && told.insert(range.clone()) {
            hits.push(Hit { kind: Kind::Health, range });
        }
    }
}

/// Whether a sentence has a small number of people in it.
fn counts_people(seen: &Seen<'_>, sentence: &Range<usize>) -> bool {
    seen.places_in(&PEOPLE, sentence).iter().any(|place| {
        let rest = &seen.text[place.start..sentence.end];
        let end = rest.find(|c: char| !c.is_alphabetic() && c != '-').unwrap_or(rest.len());
        SEVERAL.contains(&&rest[..end]) && counted(&seen.text[sentence.start..place.start])
    })
}

/// Whether what stands before a word for people ends in a small number, with at most two words between: "zwei weitere".
fn counted(before: &str) -> bool {
    let mut end = before.trim_end_matches(' ').len();
    for _ in 0..3 {
        let start = before[..end].rfind([' ', '\n']).map_or(0, |n| n + 1);
        let word = before[start..end].trim_start_matches(['(', '„', '–', ':']);
        if count::value(word).is_some_and(|n| (2..=SMALL).contains(&n)) {
            let before = &before[..end - word.len()];
            return !is_share(before)
                && !count::before_is_part(before)
                && !OF_THINGS.iter().any(|w| before.ends_with(w));
        }
        let between = word.starts_with(char::is_lowercase) && ["e", "en", "er"].iter().any(|e| word.ends_with(e));
        if !between || start == 0 {
            return false;
        }
        end = start - 1;
    }
    false
}

/// Whether a number is the whole of a share: "vier von zehn".
fn is_share(before: &str) -> bool {
    let word = before.strip_suffix(" von ").and_then(|b| b.rsplit([' ', '\n']).next()).unwrap_or("");
    count::value(word).is_some_and(|n| n > 1)
}

/// The sentence around a place: to the next full stop before a blank, or the end of the line.
fn sentence(text: &str, at: usize) -> Range<usize> {
    let start = begin(text, 0, at).unwrap_or(0);
    let end = text[at..].find(['\n', ';', '?', '!']).map_or(text.len(), |n| at + n);
    let end = text[at..end].find(". ").map_or(end, |n| at + n);
    start..end
}

/// Where the last sentence begins that begins between two places.
fn begin(text: &str, from: usize, to: usize) -> Option<usize> {
    text[from..to].rfind(['\n', '.', ';', '?', '!']).map(|n| from + n + 1)
}
