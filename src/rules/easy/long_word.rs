//! Looks for long words without a joint, and suggests where to split them.

use std::collections::HashMap;

use super::linter::{Report, RuleDoc, Text};
use crate::diagnostic::{Rule, Severity};
use crate::german::split_for_reading;
use crate::german::syllables::syllables_lower;
use crate::german::tokens::{Kind, Shape, Token};

/// The rule.
pub static RULE: RuleDoc = RuleDoc {
    rule: Rule {
        code: "easy/long-word",
        severity: Severity::Warning,
        title: "Kurze Wörter.",
        why: "Lange Wörter kann man schwer lesen. Mit einem Binde-Strich sieht man die Teile.",
        ..Rule::BASE
    },
    source: "Netzwerk Leichte Sprache; BITV 2.0 Anlage 2 Teil 2 Nummer 4; LanguageTool (ab 14 Buchstaben)",
    text: "Ein Wort ohne Binde-Strich hat höchstens 13 Buchstaben. Ein Teil von einem getrennten Wort hat höchstens 15. Die Mehrzahl-Endung zählt nicht. Ein zusammengesetztes Wort mit 5 oder mehr Silben braucht auch einen Binde-Strich.",
    help: "Trennen Sie das Wort mit einem Binde-Strich. Oder nehmen Sie ein kürzeres Wort.",
    blind: "Namen kennt die Regel nur aus der Namen-Liste. Nicht jeder Trenn-Vorschlag ist schön.",
    wrong: &["Das ist die Eingliederungshilfe.", "Das ist eine Kooperationsvereinbarung."],
    right: &["Das ist die Eingliederungs-Hilfe.", "Das ist eine Vereinbarung.", "Wir geben Informationen."],
    check,
    ..RuleDoc::BASE
};

fn check(text: &Text<'_>, report: &mut Report<'_>) {
    let options = text.options;
    let mut seen: HashMap<&str, Option<String>> = HashMap::new();
    for s in text.prose() {
        for (i, token) in text.of(s).iter().enumerate() {
            // Bytes are never fewer than letters: short words are done with at once.
            if token.kind != Kind::Word || token.end - token.start <= 10 {
                continue;
            }
            let lower = text.lower(token);
            let split = token.shape.has(Shape::HYPHEN) || token.shape.has(Shape::MIDDOT);
            let longest = longest_segment(lower, !split);
            let limit = if split { options.max_segment_letters } else { options.max_word_letters };
            let by_letters = longest > limit;
            let by_syllables = !split && longest >= 12 && syllables_lower(lower) >= 5 && token.capital();
            if !(by_letters || by_syllables) || options.is_free(lower) || text.in_name(s, i) {
                continue;
            }
            let word = text.raw(s.block, token);
            let suggestion = seen.entry(lower).or_insert_with(|| suggestion(text, token, word));
            if !by_letters && suggestion.is_none() {
                continue;
            }
            let message = match suggestion {
                Some(split) => {
                    format!("„{word}“ ist ein langes Wort. Trennen Sie es: {split}. Oder nehmen Sie ein kürzeres Wort.")
                }
                None => format!(
                    "„{word}“ ist ein langes Wort. Nehmen Sie ein kürzeres Wort. Oder sagen Sie es mit mehr Wörtern."
                ),
            };
            // The same word again is the same problem.
            let mut entry = report.at(s.block, token.range(), message).group(lower);
            if longest >= 20 {
                entry = entry.severity(Severity::Error);
            }
            if let Some(split) = suggestion {
                entry.fix(split.as_str(), false);
            }
        }
    }
}

/// Letters of the longest segment. The ending of a plural does not make a word hard ("Gemeinschaften"), nor does the
/// linking -s before a joint ("Diskriminierungs-Verbot").
fn longest_segment(lower: &str, single: bool) -> usize {
    let count = |s: &str| s.chars().filter(|c| c.is_alphabetic()).count();
    if single {
        let plural = ["ungen", "heiten", "keiten", "schaften", "ionen", "täten"].iter().any(|e| lower.ends_with(e));
        return count(lower) - if plural { 2 } else { 0 };
    }
    let last = lower.split(['-', '\u{b7}']).count() - 1;
    let segments = lower.split(['-', '\u{b7}']).enumerate();
    segments.map(|(i, s)| count(if i < last { s.strip_suffix('s').unwrap_or(s) } else { s })).max().unwrap_or(0)
}

fn suggestion(text: &Text<'_>, token: &Token, word: &str) -> Option<String> {
    if let Some(split) = text.options.segments.get(text.lower(token)) {
        return Some(split.clone());
    }
    if !token.capital() {
        return None;
    }
    split_for_reading(&word.replace('\u{ad}', ""), text.options.joint())
}
