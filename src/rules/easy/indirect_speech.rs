//! Looks for reported speech: a verb of saying with ", dass", ", ob" or a question word.

use super::linter::{Report, RuleDoc, Text};
use crate::diagnostic::{Rule, Severity};
use crate::german::lexicon::Class;

/// The rule.
pub static RULE: RuleDoc = RuleDoc {
    rule: Rule {
        code: "easy/indirect-speech",
        severity: Severity::Info,
        title: "Wörtliche Rede.",
        why: "So weiß man, wer spricht.",
        ..Rule::BASE
    },
    source: "Siegel „Leichte Sprache BW“; LanguageTool",
    text: "Schreiben Sie, was jemand sagt, nach einem Doppel-Punkt.",
    help: "Schreiben Sie: Sie sagt: Das ist gut.",
    blind: "Rede ohne Verb des Sagens sieht die Regel nicht.",
    wrong: &["Sie sagt, dass das gut ist.", "Er fragt, ob Sie kommen."],
    right: &["Sie sagt: Das ist gut.", "Das ist gut, weil es hilft."],
    check,
    ..RuleDoc::BASE
};

fn check(text: &Text<'_>, report: &mut Report<'_>) {
    for s in text.prose() {
        let tokens = text.of(s);
        for (i, token) in tokens.iter().enumerate().filter(|(_, t)| t.is(',')) {
            let near = tokens.get(i.saturating_sub(3)..i).unwrap_or(&[]);
            let says = near.iter().any(|t| t.small() && t.class.any(Class::REPORTING));
            let Some(next) =
                tokens.get(i + 1).filter(|n| n.class.any(Class::W_WORD) || matches!(text.lower(n), "dass" | "ob"))
            else {
                continue;
            };
            if says {
                let message = "Hier steht, was jemand sagt. Schreiben Sie es nach einem Doppel-Punkt.";
                report.at(s.block, token.start as usize..next.end as usize, message);
            }
        }
    }
}
