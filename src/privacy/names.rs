//! Words that are names, and words that only look like it.

use crate::german::fold;
use crate::german::lexicon::{Class, classes};
use crate::german::nouns::is_known_noun;
use ahash::AHashSet;
use std::sync::LazyLock;

static FIRST: LazyLock<AHashSet<&str>> = LazyLock::new(|| words(include_str!("words/first_names.txt")));
static LAST: LazyLock<AHashSet<&str>> = LazyLock::new(|| words(include_str!("words/surnames.txt")));
static MORE: LazyLock<AHashSet<&str>> = LazyLock::new(|| words(include_str!("words/surnames_more.txt")));
static NEVER: LazyLock<AHashSet<&str>> = LazyLock::new(|| words(include_str!("words/not_names.txt")));
static PLACES: LazyLock<AHashSet<&str>> = LazyLock::new(|| words(include_str!("words/places.txt")));

/// First names and surnames as names of files write them: small, ä as ae.
static FIRST_SLUGS: LazyLock<AHashSet<String>> = LazyLock::new(|| FIRST.iter().map(|n| fold(n)).collect());
static SURNAME_SLUGS: LazyLock<AHashSet<String>> =
    LazyLock::new(|| LAST.iter().chain(&*MORE).map(|n| fold(n)).collect());

fn words(list: &'static str) -> AHashSet<&'static str> {
    list.lines().filter(|l| !l.starts_with('#')).flat_map(str::split_whitespace).collect()
}

/// Endings of nouns and of organisations, never of the common surnames.
const ENDINGS: [&str; 58] = [
    "ung",
    "ungen",
    "heit",
    "keit",
    "keiten",
    "schaft",
    "schaften",
    "tion",
    "tionen",
    "tät",
    "täten",
    "ismus",
    "amt",
    "ämter",
    "dienst",
    "dienste",
    "stelle",
    "stellen",
    "verband",
    "verbände",
    "verbund",
    "hilfe",
    "beirat",
    "beiräte",
    "rat",
    "räte",
    "werk",
    "verein",
    "zentrum",
    "kreis",
    "beratung",
    "gruppe",
    "gruppen",
    "schule",
    "schulen",
    "klinik",
    "kliniken",
    "kasse",
    "kassen",
    "agentur",
    "center",
    "büro",
    "leitung",
    "planung",
    "konferenz",
    "ausschuss",
    "angehörige",
    "personal",
    "anbieter",
    "träger",
    "netzwerk",
    "stiftung",
    "beauftragte",
    "vertretung",
    "versorgung",
    "haus",
    "heim",
    "erinnen",
];

/// Whether a word with a capital is a first name.
pub fn is_first(word: &str) -> bool {
    // Of two first names with a hyphen the first decides.
    FIRST.contains(word.split('-').next().unwrap_or(word))
}

/// Whether a word is a common surname.
pub fn is_last(word: &str) -> bool {
    LAST.contains(word)
}

/// Endings that few words but surnames have.
const OF_SURNAMES: [&str; 22] = [
    "mann", "meier", "maier", "meyer", "mayer", "müller", "mueller", "schmidt", "schmitt", "schulz", "schulze",
    "huber", "weber", "becker", "owski", "ewski", "inski", "czyk", "wicz", "oğlu", "oglu", "vić",
];
/// Words with such an ending that are none.
const NO_SURNAMES: [&str; 9] =
    ["ehemann", "fachmann", "hauptmann", "obmann", "landsmann", "hausmann", "kaufmann", "weihnachtsmann", "jedermann"];

/// Whether a word can be a surname, even if it is an everyday word as well.
pub fn is_surname(word: &str) -> bool {
    LAST.contains(word) || MORE.contains(word) || ends_like_surname(&word.to_lowercase())
}

/// Whether a word is a surname and hardly anything else.
pub fn is_sure_surname(word: &str) -> bool {
    let lower = word.to_lowercase();
    word.starts_with(char::is_uppercase) && is_surname(word) && !is_known_noun(&lower) && !is_function_word(word)
}

/// Whether a word of a file name is a first name.
pub fn is_first_slug(word: &str) -> bool {
    FIRST_SLUGS.contains(&fold(word))
}

/// Whether a word of a file name is a surname.
pub fn is_surname_slug(word: &str) -> bool {
    let folded = fold(word);
    SURNAME_SLUGS.contains(&folded) || ends_like_surname(&folded)
}

/// Whether a word of a file name may be a surname for all that is known of it.
pub fn may_be_surname_slug(word: &str) -> bool {
    let long = word.chars().count() > 3 && word.chars().all(char::is_alphabetic);
    long && !is_known_noun(&word.to_lowercase()) && !is_noun(word) && !is_function_word(word)
}

/// Whether a word ends in one for a street or a house: `marxstrasse`.
pub fn is_compound_place(word: &str) -> bool {
    let lower = word.to_lowercase();
    PLACES.iter().filter(|p| p.len() > 3).any(|p| lower.len() > p.len() && lower.ends_with(p))
}

fn ends_like_surname(lower: &str) -> bool {
    lower.chars().count() > 5 && OF_SURNAMES.iter().any(|e| lower.ends_with(e)) && !NO_SURNAMES.contains(&lower)
}

/// Whether what follows a name makes it a street, a house, a foundation.
pub fn is_place(word: &str) -> bool {
    let lower = word.trim_matches(|c: char| !c.is_alphanumeric() && c != '.').to_lowercase();
    PLACES.contains(lower.as_str()) || PLACES.contains(lower.trim_end_matches('.'))
}

/// Whether a word is an office or another word that follows "Herr" or "Frau" without being a name.
pub fn is_office(word: &str) -> bool {
    NEVER.contains(word)
}

/// Endings of nouns that no surname has.
const ABSTRACT: [&str; 9] = ["ung", "ungen", "heit", "keit", "keiten", "schaft", "tion", "tät", "ismus"];

/// Whether a word with a capital is no name even after "Herr" or "Frau", where nearly all words are one.
pub fn is_abstract(word: &str) -> bool {
    let lower = word.to_lowercase();
    // "Jung", "Hartung" are surnames.
    NEVER.contains(word)
        || !LAST.contains(word) && lower.chars().count() > 7 && ABSTRACT.iter().any(|e| lower.ends_with(e))
}

/// Whether a word with a capital looks like the noun of a thing or of an organisation.
pub fn is_noun(word: &str) -> bool {
    let lower = word.to_lowercase();
    let ends = ENDINGS.iter().any(|e| lower.len() > e.len() && lower.ends_with(e) || lower == *e);
    let is_acronym = word.chars().filter(|c| c.is_uppercase()).count() > 1 && !word.contains('-');
    let last = LAST.contains(word);
    NEVER.contains(word) || ends || is_acronym || !last && is_known_noun(&lower)
}

/// Whether a word does nothing but hold a sentence together. "Kurz", "Schön", "Gut" are none: many are called so.
pub fn is_particle(word: &str) -> bool {
    const PARTICLES: Class = Class::DET
        .or(Class::DET_GEN)
        .or(Class::D_REL)
        .or(Class::WELCH)
        .or(Class::PREP)
        .or(Class::PREP_GEN)
        .or(Class::PERS)
        .or(Class::PRON)
        .or(Class::NEG)
        .or(Class::COORD)
        .or(Class::SUBJ)
        .or(Class::SUBJ_SURE)
        .or(Class::W_WORD)
        .or(Class::WERDEN)
        .or(Class::SEIN)
        .or(Class::HABEN)
        .or(Class::MODAL);
    NEVER.contains(word) || classes(&word.to_lowercase()).any(PARTICLES)
}

/// Whether a word stands in the list of words that are no nouns, e.g. at the beginning of a sentence.
pub fn is_function_word(word: &str) -> bool {
    let found = classes(&word.to_lowercase());
    NEVER.contains(word) || found != Class::NONE && !found.any(Class::GUESS)
}
