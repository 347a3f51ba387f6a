//! Data of health (Art. 9 DSGVO) within a sentence about one person.

use super::gate::{Seen, Words};
use super::pattern::Pattern;
use super::signs::Signs;
use super::{Hit, Kind, Known};
use std::ops::Range;

static DATUM: Pattern = Pattern::new(
    r"\b(?:(?:GdB|G\.d\.B\.|Grad der Behinderung)(?: von| ist|:)? ?[1-9]0|(?:Pflegegrad|PG|Pflegestufe)(?: von|:)? ?[1-5]|Merkzeichen:? „?(?:aG|TBl|Bl|Gl|RF|G|H|B)|(?:ICD-?10:? ?)?[A-TV-Z][0-9]{2}\.[0-9]{1,2}|(?:ICD-?10|Diagnosen?):? ?[A-TV-Z][0-9]{2})\b",
);
pub(super) static WORDS: Words = Words::new(&[
    "GdB",
    "G.d.B",
    "Grad der Behinderung",
    "Pflegegrad",
    "PG",
    "Pflegestufe",
    "Merkzeichen",
    "ICD",
    "Diagnose",
]);
/// One person, by a word. "Eine Person" is anyone and is not meant.
static ONE: Pattern = Pattern::new(
    r"\b(?:(?:[Dd](?:er|ie|es|em|en)|[Ee]in(?:e[rmns]?)?|[Uu]nser(?:e[rmn]?)?|[Ii]hr(?:e[rmn]?)?|[Ss]ein(?:e[rmn]?)?) (?:Klient(?:in|en)?|Bewohner(?:in|s)?|Patient(?:in|en)?|Betreute[rn]?|Antragsteller(?:in|s)?|Sohn(?:es)?|Tochter|Mutter|Vater|Bruder|Schwester|Ehefrau|Ehemann|Junge|Mädchen)|Herrn?|Frau)\b",
);
/// A word for someone who gets help or lives with them, in any form.
static CLIENT: Pattern = Pattern::new(
    r"\b(?:Kind(?:es|er|ern)?|Klient(?:in|innen|en)?|Bewohner(?:in|innen|n|s)?|Patient(?:in|innen|en)?|Betreute[rn]?|Leistungsberechtigte[rn]?|Leistungs-Berechtigte[rn]?|Jugendliche[rn]?|Schüler(?:in|innen|n|s)?|Sohn(?:es)?|Söhne|Tochter|Töchter|Enkel(?:in)?|Bruder|Schwester|Mutter|Vater|Ehefrau|Ehemann|Junge|Mädchen|Antragsteller(?:in|s)?|Nutzer(?:in|innen|n|s)?|Werkstattbeschäftigte[rn]?|Schulabgänger(?:in|innen|n|s)?|Säugling|Baby|Betroffene[rn]?)\b",
);
/// The same for one person and no other.
static SINGULAR: Pattern = Pattern::new(
    r"\b(?:Kind(?:es)?|Klientin|Bewohnerin|Patientin|Betreuter|Schülerin|Sohn(?:es)?|Tochter|Enkel(?:in)?|Bruder|Schwester|Mutter|Vater|Ehefrau|Ehemann|Junge|Mädchen|Antragstellerin|Nutzerin|Säugling|Baby|Jugendlicher)\b",
);
/// A man, a tenant: one who lives there, unless a condition makes it anyone.
static SOMEONE: Pattern = Pattern::new(
    r"\b(?:[Dd](?:er|ie|em|en|es)|[Dd]iese[rmns]?|[Ee]in(?:e[rmns]?)?|[Uu]nser(?:e[rmns]?)?) (?:[a-zäöüß]+ )?(?:Mann(?:es)?|Teilnehmer(?:in|s)?|Mieter(?:in|s)?|Nachbar(?:in|n|s)?|Kollege|Kollegin|Rentner(?:in|s)?|Besucher(?:in|s)?|Beschäftigte[rn]?|Dame)\b",
);
/// "Eine Person", "der Mensch": someone, unless the sentence says what all may or must.
static ANYONE: Pattern = Pattern::new(
    r"\b(?:[Dd](?:er|ie|em|en)|[Dd]iese[rmn]?|[Ee]in(?:e[rmn]?)?) (?:[a-zäöüß]+ )?(?:Person|Mensch|Erwachsene[rn]?)\b",
);
/// What all may or must: with it, "eine Person" is anyone.
static MAY: Pattern = Pattern::new(
    r"\b(?:kann|können|darf|dürfen|muss|müssen|soll|sollen|gilt|gelten|bekommt|bekommen|erhält|erhalten|braucht|brauchen|zahlt|zahlen|haben|sind|fährt|fahren|Anspruch|berechtigt|Beispiel|bedeutet|heißt)\b",
);
/// "Sie hat", "er bekam", and few words, right before a datum.
static PRONOUN: Pattern = Pattern::new(
    r"\b(?:[Ee]r|[Ss]ie) (?:hat|hatte|bekam|erhielt|bekommt|erhält)(?: (?:jetzt|seit|nun|aber|auch|den|die|das|ein|eine|einen|[0-9]{4}|[A-Za-zÄÖÜäöüß]+ [0-9]{4}))*[ („]+$",
);
/// A rule with a condition, or about each or none.
static CONDITION: Pattern = Pattern::new(
    r"(?:\b[Ww]enn\b|\b[Ff]alls\b|\b[Ss]obald\b|^[ >*-]*(?:Hat|Haben|Ist|Sind|Hätte|Braucht) |\b[Jj]ede[rsmn]?\b|\b[Kk]eine?[rnms]?\b)",
);
/// A sentence about all of a group.
static GROUP: Pattern = Pattern::new(
    r"(?:\b[Aa]lle[rn]?\b|\b[Vv]iele[rn]?\b|\b[Mm]anche[rn]?\b|\b[Mm]eisten?\b|\b(?:haben|erhalten|bekommen|können|zahlen|brauchen|müssen|sollen|dürfen|fahren|gelten|gilt|nutzen)\b)",
);
/// Words before a degree that make it a limit.
const LIMITS: [&str; 8] = ["ab", "mindestens", "bis", "unter", "über", "höchstens", "zwischen", "von"];

/// How far a pronoun may stand from a datum, in characters.
const FAR: usize = 300;

/// ICD-10 codes, GdB, Pflegegrad and Merkzeichen in one sentence with a person.
pub fn find(seen: &Seen<'_>, _: &Known, hits: &mut Vec<Hit>) {
    let text = seen.text;
    let mut places: Vec<usize> = seen.places(&WORDS).iter().map(|place| place.start).collect();
    places.extend(&seen.signs.codes);
    places.sort_unstable();
    let mut found = Vec::new();
    let mut last: Option<Sentence<'_>> = None;
    for datum in DATUM.within(text, seen.lines_at(places.into_iter())) {
        let place = datum.whole();
        let code = datum.str(0).starts_with("ICD") || !Signs::of(datum.str(0)).codes.is_empty();
        let mut sentence = last
            .take()
            .filter(|sentence| sentence.range.contains(&place.start))
            .unwrap_or_else(|| Sentence::new(text, sentence(text, place.start, place.end), hits));
        if sentence.is_of_one(&text[sentence.range.start..place.start], code) {
            found.push(Hit { kind: Kind::Health, range: place });
        }
        last = Some(sentence);
    }
    hits.extend(found);
}

/// A sentence with a datum, and what is known of it: of many data in one sentence, each would ask the same.
struct Sentence<'t> {
    range: Range<usize>,
    text: &'t str,
    /// Whether a person is named in it.
    named: bool,
    answers: Vec<(&'static Pattern, bool)>,
}

impl<'t> Sentence<'t> {
    fn new(text: &'t str, range: Range<usize>, hits: &[Hit]) -> Sentence<'t> {
        let named = hits
            .iter()
            .any(|h| matches!(h.kind, Kind::Person | Kind::Attendance | Kind::Birth) && range.contains(&h.range.start));
        Sentence { text: &text[range.clone()], range, named, answers: Vec::new() }
    }

    /// Whether a pattern is anywhere in it.
    fn has(&mut self, pattern: &'static Pattern) -> bool {
        if let Some((_, answer)) = self.answers.iter().find(|(known, _)| std::ptr::eq(*known, pattern)) {
            return *answer;
        }
        let answer = pattern.is_in(self.text);
        self.answers.push((pattern, answer));
        answer
    }

    /// Whether a datum is that of one person. `before` is the sentence up to it; `code` says that it is one of ICD-10.
    fn is_of_one(&mut self, before: &str, code: bool) -> bool {
        if self.named || self.has(&ONE) || self.has(&CLIENT) && (code || !self.is_rule(before)) {
            return true;
        }
        let someone = self.has(&SOMEONE) || PRONOUN.is_in(near(before)) || self.has(&ANYONE) && !self.has(&MAY);
        someone && !is_limit(before) && !self.has(&CONDITION)
    }

    /// Whether a degree is that of anyone: a limit, or in a sentence about all of a group.
    fn is_rule(&mut self, before: &str) -> bool {
        is_limit(before) || self.has(&CONDITION) || self.has(&GROUP) && !self.has(&SINGULAR)
    }
}

/// The last words before a datum, as far as a pronoun may stand from it.
fn near(before: &str) -> &str {
    match before.char_indices().rev().nth(FAR) {
        Some((at, _)) => before[at..].find(' ').map_or("", |n| &before[at + n..]),
        None => before,
    }
}

/// Whether a degree is a limit: "ab Pflegegrad 2". `before` is the sentence up to it.
fn is_limit(before: &str) -> bool {
    LIMITS.contains(&before.trim_end().rsplit(' ').next().unwrap_or(""))
}

/// The sentence around a place, roughly: to the next full stop before a space and a capital, or the end of the line.
fn sentence(text: &str, start: usize, end: usize) -> Range<usize> {
    let ends = |at: usize| {
        let mut rest = text[at..].chars();
        rest.next().is_some_and(|c| c == '\n')
            || text[at..].starts_with(". ") && rest.nth(1).is_some_and(char::is_uppercase) && !abbreviated(&text[..at])
    };
    let first = text[..start].char_indices().rev().find(|(at, _)| ends(*at)).map_or(0, |(at, _)| at + 1);
    let last = text[end..].char_indices().find(|(at, _)| ends(end + at)).map_or(text.len(), |(at, _)| end + at);
    first..last
}

/// Whether a full stop here ends no sentence: "Fr.", "Dr.", "Hr.", "M.".
fn abbreviated(before: &str) -> bool {
    let word = before.rsplit([' ', '\n']).next().unwrap_or("");
    word.chars().count() <= 3 && word.starts_with(char::is_uppercase)
}
