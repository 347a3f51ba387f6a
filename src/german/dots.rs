//! The hard case of [`super::sentences`]: a dot. Takes the place of a dot among the tokens of a block and where its sentence
//! began, tells whether the sentence ends there, or the dot belongs to a number, a date, an initial or a word cut short.
//! Never cuts itself.

use super::abbreviations;
use super::lexicon::Class;
use super::numbers::is_roman;
use super::sentences::Reader;
use super::tokens::{Kind, Shape};

/// Nouns that follow an ordinal number: "das 19. Jahrhundert", "die 3. Sitzung".
const AFTER_ORDINAL: &[&str] = &[
    "jahrhundert",
    "jahrhunderts",
    "jahrtausend",
    "jahrestag",
    "klasse",
    "etage",
    "stock",
    "obergeschoss",
    "quartal",
    "weltkrieg",
    "platz",
    "lebensjahr",
    "lebensjahres",
    "kapitel",
    "buch",
    "absatz",
    "sitzung",
    "stufe",
    "mal",
    "person",
    "auflage",
    "halbjahr",
    "tag",
    "woche",
    "monat",
    "monats",
    "geburtstag",
    "runde",
    "teil",
    "schritt",
    "reihe",
    "senat",
    "wahlperiode",
    "änderung",
    "version",
    "fassung",
    "punkt",
    "treffen",
    "konferenz",
    "schuljahr",
    "semester",
    "kreis",
    "tagung",
    "bundestag",
];

impl Reader<'_> {
    /// Whether the dot at `i` ends the sentence that began at `first`. `next` is what follows it and all that closes with it;
    /// `quote` says whether a quotation closes there.
    pub(super) fn dot_ends(&self, first: usize, i: usize, next: usize, quote: bool) -> bool {
        let Some(after) = self.all.get(next) else {
            return true;
        };
        if after.is(',') || after.is(';') || after.is(':') {
            return false;
        }
        let new_line = after.shape.has(Shape::LINE);
        if after.small() && !new_line {
            // "gut.aber" without a space is an address or a slip, never two sentences.
            return false;
        }
        if (after.is('–') || after.is('-')) && quote {
            return false;
        }
        let dots = i > 0 && self.all.get(i - 1).is_some_and(|t| t.is('.'));
        if dots {
            return self.starts_sentence(next) || new_line;
        }
        let Some(before) = i.checked_sub(1).filter(|b| *b >= first).and_then(|b| self.all.get(b)) else {
            return true;
        };
        match before.kind {
            Kind::Number => self.number_ends(first, i, next),
            Kind::Word if before.end - before.start <= 2 && self.tokens.lower(before).chars().count() == 1 => {
                if before.shape.has(Shape::DIGIT) {
                    return self.number_ends(first, i, next);
                }
                // An initial ("Frau M. Beispiel") or a letter of a list ("Nr. 8 b. Das").
                let list_letter = i - 1 == first;
                !list_letter && (self.starts_sentence(next) || (new_line && !after.small()))
            }
            Kind::Word if is_roman(self.tokens.lower(before)) && before.shape.has(Shape::ALL_CAPS) => {
                self.starts_sentence(next) || new_line
            }
            // "Hauptstr. 5": the list knows only "Str." of its own.
            Kind::Word if self.tokens.lower(before).ends_with("str") => {
                after.kind != Kind::Number && self.starts_sentence(next)
            }
            Kind::Word if looks_cut(self.tokens.lower(before)) => new_line || self.starts_sentence(next),
            _ => true,
        }
    }

    /// Whether "3." ends a sentence, or is an ordinal, a date or a number of a list.
    fn number_ends(&self, first: usize, i: usize, next: usize) -> bool {
        let (Some(number), Some(after)) = (self.all.get(i - 1), self.all.get(next)) else {
            return true;
        };
        let digits = self.tokens.lower(number);
        let small = digits.parse::<u32>().is_ok_and(|n| n <= 31);
        let previous = i.checked_sub(2).filter(|p| *p >= first).and_then(|p| self.all.get(p));
        if previous.is_none() {
            // "1. Leistungen …": a number that begins the line counts the line.
            return digits.len() > 3;
        }
        if after.kind == Kind::Number || after.shape.has(Shape::DIGIT) {
            // "1. 6. 2021" goes on; "Es sind 5. 3 davon …" ends.
            let day = small && self.all.get(next + 1).is_some_and(|t| t.is('.'));
            let month = small && previous.is_some_and(|t| t.is('.')) && after.end - after.start == 4;
            return !(day || month);
        }
        if matches!(after.kind, Kind::Abbreviation(id) if abbreviations::is_month(id)) {
            return digits.len() > 3;
        }
        if !after.capital() {
            return after.shape.has(Shape::LINE) || !after.small();
        }
        let word = self.tokens.lower(after);
        // "Teil 1. Teil 2 folgt.": the word before counts, not the one behind.
        let counted = previous.is_some_and(|p| self.tokens.lower(p) == word);
        if counted {
            return true;
        }
        if after.class.any(Class::MONTH) || AFTER_ORDINAL.contains(&word) {
            return digits.len() > 3;
        }
        let starts = self.starts_sentence(next);
        if !small {
            return true;
        }
        // "am 3. Kreistag", "der 2. Vorsitzende": an article or a joined preposition asks for an ordinal.
        let asks = previous.is_some_and(|p| {
            matches!(
                self.tokens.lower(p),
                "der"
                    | "die"
                    | "das"
                    | "dem"
                    | "den"
                    | "des"
                    | "am"
                    | "im"
                    | "zum"
                    | "zur"
                    | "vom"
                    | "beim"
                    | "ihr"
                    | "sein"
                    | "ihrem"
                    | "ihren"
                    | "seinem"
                    | "jeder"
                    | "jeden"
                    | "jede"
                    | "ein"
                    | "eine"
                    | "einen"
            )
        });
        starts || !asks
    }
}

/// A short word without a vowel is an abbreviation that no list knows ("bzgl", "Hrsg").
fn looks_cut(lower: &str) -> bool {
    lower.len() <= 5
        && lower.len() >= 2
        && lower.bytes().all(|b| b.is_ascii_alphabetic())
        && !lower.bytes().any(|b| matches!(b, b'a' | b'e' | b'i' | b'o' | b'u' | b'y'))
}
