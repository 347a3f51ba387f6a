//! Looks for idioms of a list.

use std::sync::LazyLock;

use super::linter::wordlist::WordList;
use super::linter::{Report, RuleDoc, Text};
use crate::diagnostic::{Rule, Severity};

/// The rule.
pub static RULE: RuleDoc = RuleDoc {
    rule: Rule {
        code: "easy/figurative",
        severity: Severity::Info,
        title: "Keine Rede-Wendungen.",
        why: "Manche Menschen verstehen solche Bilder wörtlich.",
        ..Rule::BASE
    },
    source: "Netzwerk Leichte Sprache; Inclusion Europe, Informationen für alle (2009)",
    text: "Sagen Sie, was Sie meinen. Vermeiden Sie Bilder wie „unter die Arme greifen“.",
    help: "Sagen Sie es ohne Bild.",
    blind: "Die Regel kennt nur die Rede-Wendungen der Liste. Manchmal ist das Bild wörtlich gemeint.",
    wrong: &["Wir wollen Ihnen unter die Arme greifen.", "Das Fest ist ins Wasser gefallen."],
    right: &["Wir wollen Ihnen helfen.", "Das Wasser ist kalt."],
    check,
    ..RuleDoc::BASE
};

static WORDS: LazyLock<WordList> = LazyLock::new(|| WordList::new(include_str!("words/figurative.txt")));

fn check(text: &Text<'_>, report: &mut Report<'_>) {
    for s in text.prose() {
        let tokens = text.of(s);
        for i in 0..tokens.len() {
            let Some((n, advice)) = WORDS.at(text, tokens, i) else {
                continue;
            };
            let span = tokens.get(i..i + n).unwrap_or(&[]);
            let (Some(first), Some(last)) = (span.first(), span.last()) else {
                continue;
            };
            let message =
                format!("„{}“ ist ein Bild aus Worten. Sagen Sie es direkt: {advice}.", text.slice(s.block, span));
            report.at(s.block, first.start as usize..last.end as usize, message);
        }
    }
}
