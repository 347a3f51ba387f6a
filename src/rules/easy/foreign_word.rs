//! Looks for foreign words of a list that the page does not explain.

use std::sync::LazyLock;

use super::linter::wordlist::WordList;
use super::linter::{Report, RuleDoc, Text};
use crate::diagnostic::{Rule, Severity};
use crate::german::stem;

/// The rule.
pub static RULE: RuleDoc = RuleDoc {
    rule: Rule {
        code: "easy/foreign-word",
        severity: Severity::Warning,
        title: "Keine Fremd-Wörter.",
        why: "Fremd-Wörter kennen viele nicht.",
        ..Rule::BASE
    },
    source: "BITV 2.0 Anlage 2 Teil 2 Nummer 4; Netzwerk Leichte Sprache",
    text: "Nehmen Sie bekannte Wörter. Oder erklären Sie das Fremd-Wort.",
    help: "Nehmen Sie ein leichtes Wort. Oder erklären Sie das Wort.",
    blind: "Die Regel kennt nur die Wörter der Liste. Die Liste können Sie erweitern.",
    wrong: &["Wir evaluieren die Hilfe.", "Die Regeln sind komplex."],
    right: &["Wir prüfen die Hilfe.", "Partizipation heißt: mitmachen.", "Das Musik-Instrument ist neu."],
    check,
    ..RuleDoc::BASE
};

static WORDS: LazyLock<WordList> = LazyLock::new(|| WordList::new(include_str!("words/foreign_words.txt")));

fn check(text: &Text<'_>, report: &mut Report<'_>) {
    for s in text.prose() {
        let tokens = text.of(s);
        for (i, token) in tokens.iter().enumerate() {
            let low = text.lower(token);
            let own = text.options.hard_words.get(low).map(|a| (1, a.as_str()));
            let Some((_, advice)) = own.or_else(|| WORDS.at(text, tokens, i)) else {
                continue;
            };
            if text.options.is_free(low) || text.in_link(s.block, token) || text.is_explained(&stem(low)) {
                continue;
            }
            let message = format!("„{}“ ist ein Fremd-Wort. Leichter ist: {advice}.", text.raw(s.block, token));
            // The same word again is the same problem.
            report.at(s.block, token.range(), message).group(low);
        }
    }
}
