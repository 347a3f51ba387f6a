//! Small numbers of people in prose: with a place or a trait beside it, those who know the place know the person.

use super::gate::{Seen, Words};
use super::pattern::{Found, Pattern};
use super::taken::Taken;
use super::{Hit, Kind, Known};
use crate::german::numbers::word_value;
use std::ops::Range;

static FORM: Pattern = Pattern::new(
    r"\b([0-9]{1,2}|[Ee]in(?:e[rmns]?)?|\p{L}{3,18}) (?:\([0-9]{1,2}\) )?(?:(\p{Ll}+) )?(Person(?:en)?|Mensch(?:en)?|Leistungsberechtigte[rn]?|Leistungs-Berechtigte[rn]?|Bewohner(?:in|innen|n)?|Klient(?:in|innen|en)?|Kind(?:er|ern)?|Jugendlichen?|Schüler(?:in|innen|n)?|Betroffenen?|Nutzer(?:in|innen|n)?|Frau(?:en)?|Mann|Männer|Fälle|Einzelfälle|Patient(?:in|innen|en)?|Heranwachsenden?|Schulabgänger(?:innen|n)?)\b(?: ((?:aus|in|im|mit|ohne|über|unter|ab) (?:(?:der|dem|den|einer|einem) )?(?:\p{L}+ )?[\p{L}0-9]*))?",
);
/// A number of a group named before: "davon zwei in Hanau".
static OF_THEM: Pattern = Pattern::new(
    r"(?i)\bdavon (?:(?:waren|sind|leben|wohnen|kommen) )?([0-9]{1,2}|\p{L}{3,18}) (?:(?:leben|wohnen) )?(?:in|aus|im|mit) \p{L}+",
);
pub(super) static PEOPLE: Words = Words::new(&[
    "Person",
    "Mensch",
    "Leistungsberechtigte",
    "Leistungs-Berechtigte",
    "Bewohner",
    "Klient",
    "Kind",
    "Jugendliche",
    "Schüler",
    "Betroffene",
    "Nutzer",
    "Frau",
    "Mann",
    "Männer",
    "Fälle",
    "Einzelfälle",
    "Patient",
    "Heranwachsende",
    "Schulabgänger",
]);
pub(super) static DAVON: Words = Words::of_any_size(&["davon"]);
/// Words for people who get help: their number needs no more to be one.
const CLIENTS: [&str; 9] =
    ["leistung", "bewohner", "klient", "betroffene", "nutzer", "fälle", "einzelfälle", "patient", "schulabgänger"];
/// What narrows a group down besides a place: a trait, an age, a house.
static TRAIT: Pattern = Pattern::new(
    r"(?i)^(?:(?:mit|ohne) (?:\p{L}+ )?\p{L}*(?:behinderung|beeinträchtig|autis|pflege|störung|erkrank|krank|bedarf|epilep|demenz|schwierigkeit|sucht|diagnose|syndrom|lähmung|assistenz|psych|blind|migration|flucht|aufenthalt)|(?:über|unter|ab) [0-9]|im alter|i[mn] (?:dem |der |einem |einer )?(?:haus|heim|wohn|pflege|alten|landkreis|ort\b|gemeinde|stadtteil))",
);

/// What may stand between people and their place: "mit Behinderung aus Hanau", "und ein Mann aus Hanau", "lebt in Hanau".
static AFTER: Pattern = Pattern::new(
    r"^(?: (?:mit|ohne) (?:[A-Za-zÄÖÜäöüß]+ ){0,2}?[A-Za-zÄÖÜäöüß-]+)?(?: (?:und|oder|sowie) (?:[A-Za-zÄÖÜäöüß]+ ){0,2}?[A-ZÄÖÜ][A-Za-zÄÖÜäöüß-]+){0,2}(?: (?:komm(?:t|en)|stamm(?:t|en))(?: [a-zäöüß]+){0,2}? aus|(?: (?:leb(?:t|en|te|ten)|wohn(?:t|en|te|ten)|zieh(?:t|en)|zog(?:en)?)(?: [a-zäöüß]+){0,2}?)? (?:aus|in|nach)) ([A-ZÄÖÜ][A-Za-zÄÖÜäöüß-]+)",
);
/// A place before the number: "aus Hanau kommen", "in Hanau ist es nur".
static BEFORE: Pattern = Pattern::new(
    r"\b(?:[Ii]n|[Aa]us|[Nn]ach) ([A-ZÄÖÜ][A-Za-zÄÖÜäöüß-]+) (?:leb(?:t|en|te|ten)|wohn(?:t|en|te|ten)|komm(?:t|en)|stamm(?:t|en)|zieh(?:t|en)|zog(?:en)?|(?:ist|sind|war|waren|gibt|gab|betrifft) es|betrifft das)(?: [a-zäöüß]+){0,2} $",
);
/// Any place of a sentence. In a report that is enough.
static ANYWHERE: Pattern = Pattern::new(r"\b(?:[Ii]n|[Aa]us|[Ff]ür|[Bb]ei) ([A-ZÄÖÜ][A-Za-zÄÖÜäöüß-]+)");
/// How far a place may stand from a number, in characters.
const FAR: usize = 150;
/// Words that make "one" a number.
const ONLY: [&str; 6] = ["nur", "genau", "lediglich", "bloß", "noch", "insgesamt"];

/// The largest number that is small. Below it a group can be told apart in a town.
pub(super) const SMALL: u32 = 20;

/// Numbers up to [`SMALL`] beside a word for people, where the sentence narrows them down.
pub fn find(seen: &Seen<'_>, _: &Known, hits: &mut Vec<Hit>) {
    of_people(seen, hits);
    for found in OF_THEM.within(seen.text, seen.lines(&DAVON)) {
        if value(found.str(1)).is_some_and(|n| n <= SMALL) {
            hits.push(Hit { kind: Kind::Count, range: found.whole() });
        }
    }
}

/// Whether a small number is among the two words before this place.
fn counted(text: &str, place: usize) -> bool {
    let before = text[..place].rsplit([' ', '\n', '–', '-']).skip(1).take(2);
    before.map(|w| w.trim_matches(|c: char| !c.is_alphanumeric())).any(|w| value(w).is_some_and(|n| n <= SMALL))
}

fn of_people(seen: &Seen<'_>, hits: &mut Vec<Hit>) {
    let text = seen.text;
    let report = is_report(text);
    let earlier = Taken::of(hits);
    let places = seen.places(&PEOPLE).iter().map(|place| place.start).filter(|place| counted(text, *place));
    for found in FORM.within(text, seen.lines_at(places)) {
        let (all, Some(word)) = (found.whole(), found.range(3)) else { continue };
        let Some((count, mut number)) = number(&found) else { continue };
        // "Kinder- und Jugendhilfe", "Frauen-Haus".
        let compound = text[word.end..].starts_with('-');
        if let Some(start) = range_start(&text[..number.start]) {
            number.start = start;
        }
        if compound || before_is_part(&text[..number.start]) {
            continue;
        }
        let lower = found.str(3).to_lowercase();
        let client = CLIENTS.iter().any(|c| lower.starts_with(c));
        let narrowing = found.str(4);
        // "Die einzige Klientin" is one whom everybody there knows.
        let only = client && [1, 2].iter().any(|n| found.str(*n).to_lowercase().starts_with("einzig"));
        // Of one, only a place says more than "anyone who".
        let narrow = match count {
            1 => ["aus ", "in ", "im "].iter().any(|p| narrowing.starts_with(p)) && is_place(narrowing),
            _ => is_place(narrowing) || TRAIT.is_in(narrowing),
        };
        let sentence = sentence(text, &all);
        let placed = || is_placed(&text[sentence.start..number.start], &text[word.end..sentence.end]);
        let reported = || report && (count > 1 || is_one(text, &sentence, number.start));
        if count <= SMALL && (narrow || only || client && count > 1 || placed() || reported()) {
            // A diagnosis in it is a finding of its own.
            let end = if narrow && !earlier.meets(&all) { all.end } else { word.end };
            let length = text[number.start..end].trim_end().len();
            hits.push(Hit { kind: Kind::Count, range: number.start..number.start + length });
        }
    }
}

/// Whether a place stands beside the people, in front of the number or behind them.
fn is_placed(before: &str, after: &str) -> bool {
    let town = |pattern: &Pattern, part| {
        pattern.first(part).and_then(|found| found.get(1)).is_some_and(|town| is_town(town.as_str()))
    };
    town(&AFTER, after) || town(&BEFORE, before)
}

/// Whether "eine Person" in a report is a number: beside a place, or "nur eine".
fn is_one(text: &str, sentence: &Range<usize>, number: usize) -> bool {
    let before = text[sentence.start..number].trim_end().rsplit(' ').next().unwrap_or("").to_lowercase();
    let towns = |found: regex::Captures<'_>| found.get(1).is_some_and(|town| is_town(town.as_str()));
    ONLY.contains(&before.as_str()) || ANYWHERE.all(&text[sentence.clone()]).any(towns)
}

/// The sentence around a number of people, roughly, as far as [`FAR`].
fn sentence(text: &str, all: &Range<usize>) -> Range<usize> {
    let ends = ['\n', '.', ';', '?', '!'];
    let from = text[..all.start].char_indices().rev().nth(FAR).map_or(0, |(at, _)| at);
    let to = text[all.end..].char_indices().nth(FAR).map_or(text.len(), |(at, _)| all.end + at);
    let start = text[from..all.start].rfind(ends).map_or(from, |n| from + n + 1);
    start..text[all.end..to].find(ends).map_or(to, |n| all.end + n)
}

/// Where a range begins whose second number this is: "2–3", "zwei bis drei". Both must be small.
fn range_start(before: &str) -> Option<usize> {
    let first = ["–", "-", " – ", " bis "].iter().find_map(|sign| before.strip_suffix(sign))?;
    let word = first.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or("");
    value(word).filter(|n| *n <= SMALL).map(|_| first.len() - word.len())
}

/// The number before a word for people, and where it begins: "zwei junge", "die beiden".
fn number(found: &Found<'_>) -> Option<(u32, Range<usize>)> {
    let between = found.str(2);
    let first =
        value(found.str(1)).filter(|_| between.is_empty() || ["e", "en", "er"].iter().any(|e| between.ends_with(e)));
    match first {
        Some(count) => Some((count, found.range(1)?)),
        None => Some((value(between)?, found.range(2)?)),
    }
}

/// Whether a page is a report: every number in it is one of those who get help.
fn is_report(text: &str) -> bool {
    let Some(head) = text.strip_prefix("---\n") else { return false };
    let mut kinds = head.lines().take_while(|line| *line != "---").filter_map(|line| line.strip_prefix("art:"));
    kinds.any(|kind| kind.split('#').next().unwrap_or(kind).trim_matches([' ', '\t', '"', '\'']) == "bericht")
}

pub(super) fn value(word: &str) -> Option<u32> {
    let lower = word.to_lowercase();
    match lower.as_str() {
        "beide" | "beiden" | "beider" => return Some(2),
        "einzige" | "einzigen" | "einziger" => return Some(1),
        one if one.starts_with("ein") && one.len() <= 5 => return Some(1),
        _ => {}
    }
    lower.parse().ok().filter(|n| *n > 0).or_else(|| word_value(&lower))
}

/// `1.200 Menschen`, `3,5 Personen`, `20-60 Personen`, `§ 5`: the figure is the end of a larger one, or of a reference.
pub(super) fn before_is_part(before: &str) -> bool {
    let joined = before.ends_with(|c: char| c.is_alphanumeric() || ".,-–/".contains(c));
    joined || REFERENCES.iter().any(|word| before.ends_with(word))
}

/// Words before a number that is none of people.
const REFERENCES: [&str; 9] = ["bis ", "Absatz ", "Abs. ", "Nummer ", "Nr. ", "§ ", "Artikel ", "Satz ", "TOP "];

/// A preposition and then a word with a capital that is no noun of the list: "aus Hanau".
fn is_place(narrowing: &str) -> bool {
    let mut words = narrowing.split_whitespace();
    let (Some("aus" | "in"), Some(next)) = (words.next(), words.next()) else { return false };
    is_town(next)
}

/// A word with a capital that is no noun of the list.
fn is_town(word: &str) -> bool {
    word.starts_with(char::is_uppercase) && !super::names::is_noun(word) && !super::names::is_function_word(word)
}
