//! Looks for words and phrases of law and offices.

use std::sync::LazyLock;

use super::linter::wordlist::WordList;
use super::linter::{Report, RuleDoc, Text};
use crate::diagnostic::{Rule, Severity};
use crate::german::stem;

/// The rule.
pub static RULE: RuleDoc = RuleDoc {
    rule: Rule {
        code: "easy/legal-word",
        severity: Severity::Warning,
        title: "Keine Amts-Sprache.",
        why: "Solche Wörter kennt man nur im Amt.",
        ..Rule::BASE
    },
    source: "Netzwerk Leichte Sprache; BITV 2.0 Anlage 2 Teil 2 Nummer 4",
    text: "Vermeiden Sie Wörter aus Gesetzen: gemäß, hinsichtlich, in Kraft treten.",
    help: "Sagen Sie es so, wie Sie es am Telefon sagen.",
    blind: "Die Regel kennt nur die Wörter der Liste.",
    wrong: &["Gemäß dem Gesetz gibt es Hilfe.", "Das Gesetz ist in Kraft getreten."],
    right: &["Nach dem Gesetz gibt es Hilfe.", "Das Gesetz gilt seit Mai.", "Er hat viel Kraft."],
    check,
    ..RuleDoc::BASE
};

static WORDS: LazyLock<WordList> = LazyLock::new(|| WordList::new(include_str!("words/legal_words.txt")));

fn check(text: &Text<'_>, report: &mut Report<'_>) {
    for s in text.prose() {
        let tokens = text.of(s);
        let mut i = 0;
        while let Some(token) = tokens.get(i) {
            let Some((n, advice)) = WORDS.at(text, tokens, i) else {
                i += 1;
                continue;
            };
            let low = text.lower(token);
            let last = tokens.get(i + n - 1).unwrap_or(token);
            if !(text.options.is_free(low)
                || text.in_link(s.block, token)
                || (n == 1 && token.capital() && text.is_explained(&stem(low))))
            {
                let span = tokens.get(i..i + n).unwrap_or(&[]);
                let message = format!("„{}“ ist Amts-Sprache. Leichter ist: {advice}.", text.slice(s.block, span));
                // The same word again is the same problem.
                report.at(s.block, token.start as usize..last.end as usize, message).group(low);
            }
            i += n;
        }
    }
}
