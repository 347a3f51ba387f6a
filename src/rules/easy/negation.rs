//! Looks for negations; two in one clause are a warning.

use super::linter::text::clause_start;
use super::linter::{Report, RuleDoc, Text};
use crate::diagnostic::{Rule, Severity};
use crate::german::lexicon::Class;

/// The rule.
pub static RULE: RuleDoc = RuleDoc {
    rule: Rule {
        code: "easy/negation",
        severity: Severity::Info,
        title: "Wenig Verneinung.",
        why: "Das kleine Wort „nicht“ übersieht man leicht.",
        ..Rule::BASE
    },
    source: "BITV 2.0 Anlage 2 Teil 2 Nummer 1; Netzwerk Leichte Sprache; Duden Leichte Sprache (nicht und kein fett)",
    text: "Sagen Sie, was ist, und nicht, was nicht ist. Geht es nur mit „nicht“: Schreiben Sie das Wort fett. 2 Verneinungen in einem Satz sind zu schwer.",
    help: "Geht es auch ohne? Sonst: Schreiben Sie das Wort fett.",
    blind: "Wörter mit „un-“ oder „ohne“ zählt die Regel nicht.",
    wrong: &["Das ist nicht schwer.", "Niemand hat nichts gesagt."],
    right: &["Das ist leicht.", "Das ist **nicht** schwer."],
    check,
    ..RuleDoc::BASE
};

fn check(text: &Text<'_>, report: &mut Report<'_>) {
    for s in text.prose() {
        let tokens = text.of(s);
        for (i, token) in tokens.iter().enumerate() {
            if !token.class.any(Class::NEG) {
                continue;
            }
            let written = text.raw(s.block, token);
            let clause = tokens.get(clause_start(tokens, i)..i).unwrap_or(&[]);
            let joined = clause.iter().any(|t| t.class.any(Class::COORD) || text.lower(t) == "noch");
            let before = clause.iter().any(|t| t.class.any(Class::NEG)) && !joined && text.lower(token) != "weder";
            if before {
                let message = "In diesem Satz-Teil stehen 2 Verneinungen. Sagen Sie, was ist.";
                report.at(s.block, token.range(), message).severity(Severity::Warning);
            } else if !text.is_bold(s.block, token) {
                let message =
                    format!("„{written}“ ist eine Verneinung. Geht es auch ohne? Sonst: Schreiben Sie das Wort fett.");
                report.at(s.block, token.range(), message).fix(format!("**{written}**"), false);
            }
        }
    }
}
