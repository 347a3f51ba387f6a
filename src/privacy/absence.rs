//! Who was there, was not, or wrote the minutes, in a sentence: "Entschuldigt fehlten Meier, Schmidt". Organisations are
//! right there, persons are not.

use super::among::{self, Behind, parts};
use super::gate::{Seen, Words};
use super::pattern::Pattern;
use super::{Hit, Known, names};
use std::ops::Range;

/// Words before the names.
static BEFORE: Pattern = Pattern::new(
    r"(?i)\b(?:entschuldigt (?:fehl(?:t|te|ten|en)|war|waren|sind|ist)|unentschuldigt fehl(?:t|te|ten|en)|entschuldigt (?:hat|haben) sich|(?:hat|haben) sich entschuldigt|es fehl(?:te|ten|en|t)(?: (?:un)?entschuldigt)?|(?:nicht )?anwesend (?:war|waren|sind|ist)|abwesend (?:war|waren|sind|ist)|teilgenommen (?:hat|haben)|(?:nahm|nahmen|nimmt|nehmen)(?: \p{L}+){0,2}? teil|für (?:das|die) (?:protokoll|niederschrift|richtigkeit)|(?:protokoll|niederschrift)(?: \p{L}+)? (?:führte|führt|führten|führen|schrieb|schreibt)|gezeichnet|gez\.|i\. ?[av]\.|im auftrag|in vertretung|sitzungsleitung|schriftführung|protokollführung)[: ]{1,2}",
);
/// Words after the names.
static AFTER: Pattern = Pattern::new(
    r"(?m)(?:^|[.:;(] ?|\n)[-*> ]*((?:\p{Lu}[\p{L}-]+(?:, | und | sowie )){0,6}\p{Lu}[\p{L}-]+)(?: \([^)\n]{1,30}\))? (?:(?:war|waren|ist|sind) (?:heute |leider )?(?:nicht |ebenfalls |auch )?(?:entschuldigt|abwesend|anwesend|verhindert|krank)|(?:fehlt|fehlte|fehlten|fehlen)\b|(?:hat|haben) sich entschuldigt|(?:führt|führte|führen|schreibt|schrieb) (?:das |die )?(?:Protokoll|Niederschrift)|(?:leitet|leitete|moderiert|moderierte) (?:die )?(?:Sitzung|Konferenz)|entschuldig(?:t|te|en|ten) sich)",
);
/// Names within the words.
static BETWEEN: Pattern = Pattern::new(
    r"\b(?:nahm|nahmen|nimmt|nehmen) (?:(?:für|vom|von) [^.,\n]{1,40}? )?((?:\p{Lu}[\p{L}-]+(?:, | und | sowie )){0,6}\p{Lu}[\p{L}-]+)(?: \([^)\n]{1,30}\))?(?: (?:für|vom|von|an|als) [^.,\n]{1,40}?)? teil\b",
);
pub(super) static GATE: Words = Words::of_any_size(&[
    "entschuldig",
    "unentschuldigt",
    "fehl",
    "anwesend",
    "abwesend",
    "verhindert",
    "teilgenommen",
    "nahm",
    "nimmt",
    "nehmen",
    "protokoll",
    "niederschrift",
    "richtigkeit",
    "gezeichnet",
    "gez.",
    "i. a",
    "i. v",
    "i.a",
    "i.v",
    "im auftrag",
    "in vertretung",
    "sitzungsleitung",
    "schriftf",
    "leitet",
    "moderiert",
]);

/// Surnames beside words for those present and absent.
pub fn find(seen: &Seen<'_>, known: &Known, hits: &mut Vec<Hit>) {
    let text = seen.text;
    // Most lines name nobody; then the patterns need not be asked.
    let lines: Vec<Range<usize>> = seen.lines(&GATE).into_iter().filter(|line| may_name(&text[line.clone()])).collect();
    let behind = |words: &str| {
        let excuse = ["schuldigt", "abwesend", "verhindert", "krank"].iter().any(|w| words.contains(w));
        if excuse { Behind::Excuse } else { Behind::Words }
    };
    for found in BEFORE.within(text, lines.clone()) {
        among::find(text, &items(text, found.whole().end), behind(found.str(0)), known, hits);
    }
    for found in AFTER.within(text, lines.clone()).chain(BETWEEN.within(text, lines)) {
        let Some(names) = found.range(1) else { continue };
        among::find(text, &parts(text, names), behind(found.str(0)), known, hits);
    }
}

/// Whether a line holds what may be a surname, or an initial.
fn may_name(line: &str) -> bool {
    let mut words = line.split(|c: char| !c.is_alphabetic() && c != '-').filter(|w| w.starts_with(char::is_uppercase));
    let initial = || line.as_bytes().windows(3).any(|w| w[0].is_ascii_uppercase() && w[1] == b'.' && w[2] == b' ');
    words.any(names::is_surname) || initial()
}

/// The items that follow, to the end of the sentence.
fn items(text: &str, from: usize) -> Vec<Range<usize>> {
    let rest = &text[from..];
    let ends = |(at, c): (usize, char)| {
        let initial = rest[..at].chars().next_back().is_some_and(char::is_uppercase);
        (c == '\n' || c == ';' || c == '.' && !initial).then_some(from + at)
    };
    let end = rest.char_indices().find_map(ends).unwrap_or(text.len());
    parts(text, from..end)
}
