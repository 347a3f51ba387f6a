//! Looks at split words: a capital after the hyphen, small letters after the Mediopunkt, no cut at an ending, one style.
//! The first place on a page is a warning; further places of the same kind are hints, so one habit is one problem.

use super::linter::options::Profile;
use super::linter::{Report, RuleDoc, Text};
use crate::diagnostic::{Rule, Severity};
use crate::german::nouns::is_known_noun;
use crate::german::tokens::{Kind, Shape};

/// The rule.
pub static RULE: RuleDoc = RuleDoc {
    rule: Rule {
        code: "easy/compound-split-style",
        severity: Severity::Warning,
        title: "Wörter richtig trennen.",
        why: "Gleich getrennte Wörter erkennt man wieder.",
        ..Rule::BASE
    },
    source: "BITV 2.0 Anlage 2 Teil 2 Nummer 4; Siegel „Leichte Sprache BW“; Duden Leichte Sprache",
    text: "Nach dem Binde-Strich kommt ein großer Buchstabe: Eingliederungs-Hilfe. Nach dem Medio-Punkt ein kleiner: Eingliederungs·hilfe. Trennen Sie nur zwischen Wörtern. Nehmen Sie auf einer Seite nur ein Zeichen.",
    help: "Nach dem Binde-Strich kommt ein großer Buchstabe. Nehmen Sie auf einer Seite immer das gleiche Zeichen.",
    blind: "Nur Wörter aus der Wort-Liste prüft die Regel auf den großen Buchstaben.",
    wrong: &[
        "Das ist die Kranken-kasse.",
        "Das ist ein Persönlich-keits-Recht.",
        "Die Eingliederungs·Hilfe kommt.",
        "Die Eingliederungs·hilfe kommt.\nDas Sozial-Amt hilft.",
    ],
    right: &[
        "Das ist die Kranken-Kasse.",
        "Das ist ein Sit-in.",
        "Das Training ist barriere-frei.",
        "Geld- und Sach-Leistungen helfen.",
        "Frau Muster-Beispiel hilft.",
    ],
    check,
    ..RuleDoc::BASE
};

/// Endings and prefixes that are no words; a cut there tears a word.
const TORN_ENDS: &[&str] = &[
    "ung", "ungs", "heit", "heits", "keit", "keits", "schaft", "schafts", "tion", "tions", "lich", "liche", "lichen",
    "igkeit",
];
const TORN_STARTS: &[&str] = &["ge", "be", "ver", "ent"];

#[derive(Debug, Clone, Copy)]
enum Fault {
    SmallAfterHyphen,
    CapitalAfterDot,
    Torn,
    Mixed,
}

fn check(text: &Text<'_>, report: &mut Report<'_>) {
    let mut hyphen = false;
    let mut dot = false;
    for s in text.prose() {
        for token in text.of(s) {
            if token.kind != Kind::Word || !(token.shape.has(Shape::HYPHEN) || token.shape.has(Shape::MIDDOT)) {
                continue;
            }
            let word = text.raw(s.block, token);
            if text.options.is_free(text.lower(token)) {
                continue;
            }
            let is_dot = token.shape.has(Shape::MIDDOT);
            let other = if is_dot { hyphen } else { dot };
            let fault = if let Some(better) = torn(word) {
                Some((Fault::Torn, better))
            } else if is_dot {
                small_after_dot(word).map(|b| (Fault::CapitalAfterDot, b))
            } else {
                capital_after_hyphen(word, token.capital()).map(|b| (Fault::SmallAfterHyphen, b))
            };
            let split_noun = is_split_noun(word);
            let mixed = other && split_noun || is_dot && text.options.profile == Profile::Bitv;
            let fault = fault.or_else(|| mixed.then(|| (Fault::Mixed, other_style(word, text.options.joint()))));
            hyphen |= !is_dot && split_noun;
            dot |= is_dot;
            let Some((kind, better)) = fault else {
                continue;
            };
            let message = match kind {
                Fault::SmallAfterHyphen => {
                    format!("Schreiben Sie „{better}“. Nach dem Binde-Strich kommt ein großer Buchstabe.")
                }
                Fault::CapitalAfterDot => {
                    format!("Schreiben Sie „{better}“. Nach dem Medio-Punkt kommt ein kleiner Buchstabe.")
                }
                Fault::Torn => {
                    format!("Schreiben Sie „{better}“. Trennen Sie nur zwischen 2 Wörtern.")
                }
                Fault::Mixed => {
                    format!("Schreiben Sie „{better}“. Nehmen Sie auf einer Seite immer das gleiche Zeichen.")
                }
            };
            report
                .at(s.block, token.range(), message)
                .fix(better, matches!(kind, Fault::SmallAfterHyphen | Fault::CapitalAfterDot))
                .group(format!("{kind:?}"));
        }
    }
}

/// `Kranken-kasse` → `Kranken-Kasse`, if every small part is a noun of the list.
fn capital_after_hyphen(word: &str, noun: bool) -> Option<String> {
    if !noun {
        return None;
    }
    let parts: Vec<&str> = word.split('-').collect();
    let small = |p: &&str| p.starts_with(char::is_lowercase);
    let last = parts.last()?;
    // "Gewalt-frei", "Sit-in", "Make-up": the head decides whether the word is a noun.
    if !parts.iter().skip(1).any(small) || !is_known_noun(&last.to_lowercase()) || last.chars().count() < 3 {
        return None;
    }
    Some(parts.iter().map(|p| capital(p)).collect::<Vec<_>>().join("-"))
}

fn small_after_dot(word: &str) -> Option<String> {
    let mut parts = word.split('\u{b7}');
    let first = parts.next()?.to_owned();
    let rest: Vec<&str> = parts.collect();
    rest.iter()
        .any(|p| p.starts_with(char::is_uppercase))
        .then(|| rest.iter().fold(first, |w, p| format!("{w}\u{b7}{}", p.to_lowercase())))
}

/// A cut before an ending or after a prefix, mended.
fn torn(word: &str) -> Option<String> {
    let sign = if word.contains('\u{b7}') { '\u{b7}' } else { '-' };
    let parts: Vec<&str> = word.split(sign).collect();
    let mut out = String::new();
    let mut torn = false;
    for (i, part) in parts.iter().enumerate() {
        let ending = i > 0 && TORN_ENDS.contains(part);
        let prefix = i == 1 && parts.first().is_some_and(|p| TORN_STARTS.contains(p));
        torn |= ending || prefix;
        let joined = ending || prefix;
        if i > 0 && !joined {
            out.push(sign);
        }
        // The mended word follows the rule on capitals too.
        if i > 0
            && !joined
            && sign == '-'
            && word.starts_with(char::is_uppercase)
            && is_known_noun(&part.to_lowercase())
        {
            out.push_str(&capital(part));
        } else {
            out.push_str(part);
        }
    }
    torn.then_some(out)
}

fn is_split_noun(word: &str) -> bool {
    let parts: Vec<&str> = word.split('-').collect();
    parts.len() > 1
        && word.starts_with(char::is_uppercase)
        && parts.last().is_some_and(|p| p.chars().count() >= 3 && is_known_noun(&p.to_lowercase()))
}

fn other_style(word: &str, joint: char) -> String {
    let parts = word.split(['-', '\u{b7}']);
    let joined: Vec<String> =
        parts.enumerate().map(|(i, p)| if joint == '-' || i == 0 { capital(p) } else { p.to_lowercase() }).collect();
    joined.join(&joint.to_string())
}

fn capital(part: &str) -> String {
    let mut chars = part.chars();
    chars.next().into_iter().flat_map(char::to_uppercase).chain(chars).collect()
}
