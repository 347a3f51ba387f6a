//! Looks for "man". "Das nennt man:" is the usual way to explain a word and is never reported.

use super::linter::{Report, RuleDoc, Text};
use crate::diagnostic::{Rule, Severity};

/// The rule.
pub static RULE: RuleDoc = RuleDoc {
    rule: Rule {
        code: "easy/man",
        severity: Severity::Info,
        title: "Personen statt „man“.",
        why: "Bei „man“ weiß niemand, wer gemeint ist.",
        ..Rule::BASE
    },
    source: "Duden Leichte Sprache",
    text: "Sprechen Sie die Leser an: Sie. Oder sagen Sie, wer etwas macht.",
    help: "Schreiben Sie „Sie“. Oder sagen Sie, wer etwas macht.",
    blind: "Manchmal sind wirklich alle gemeint.",
    wrong: &["Man muss einen Antrag stellen."],
    right: &["Sie müssen einen Antrag stellen.", "Das nennt man: Assistenz.", "Dazu sagt man auch: Amt."],
    check,
    ..RuleDoc::BASE
};

fn check(text: &Text<'_>, report: &mut Report<'_>) {
    for s in text.prose() {
        let tokens = text.of(s);
        for (i, token) in tokens.iter().enumerate() {
            if text.lower(token) != "man" {
                continue;
            }
            let around = [i.checked_sub(1), Some(i + 1)].into_iter().flatten().filter_map(|n| tokens.get(n));
            if around.into_iter().any(|t| matches!(text.lower(t), "nennt" | "sagt" | "spricht" | "schreibt")) {
                continue;
            }
            report.at(s.block, token.range(), "Wer ist „man“? Schreiben Sie: Sie. Oder sagen Sie, wer etwas macht.");
        }
    }
}
