//! Looks for "du": readers are adults and are addressed as "Sie".

use super::linter::{Report, RuleDoc, Text};
use crate::diagnostic::{Rule, Severity};

/// The rule.
pub static RULE: RuleDoc = RuleDoc {
    rule: Rule {
        code: "easy/direct-address",
        severity: Severity::Info,
        title: "Leser mit „Sie“ ansprechen.",
        why: "Leichte Sprache ist keine Kinder-Sprache.",
        ..Rule::BASE
    },
    source: "BITV 2.0 Anlage 2 Teil 2 Nummer 2; Netzwerk Leichte Sprache",
    text: "Sprechen Sie erwachsene Leser mit „Sie“ an.",
    help: "Schreiben Sie „Sie“, „Ihr“ und „Ihnen“.",
    blind: "Texte für Kinder dürfen „du“ sagen.",
    wrong: &["Du bekommst Hilfe."],
    right: &["Sie bekommen Hilfe."],
    check,
    ..RuleDoc::BASE
};

fn check(text: &Text<'_>, report: &mut Report<'_>) {
    for s in text.prose() {
        for token in text.of(s) {
            if matches!(text.lower(token), "du" | "dich" | "dir" | "dein" | "deine" | "deinen" | "deinem" | "deiner") {
                let message =
                    format!("„{}“ spricht Leser wie Kinder an. Schreiben Sie: Sie.", text.raw(s.block, token));
                report.at(s.block, token.range(), message);
            }
        }
    }
}
