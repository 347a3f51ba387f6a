//! Looks for italic text and makes it bold.

use super::linter::{Report, RuleDoc, Text};
use crate::diagnostic::{Rule, Severity};
use crate::german::doc::MarkKind;

/// The rule.
pub static RULE: RuleDoc = RuleDoc {
    rule: Rule {
        code: "easy/italic",
        severity: Severity::Error,
        title: "Keine schräge Schrift.",
        why: "Schräge Buchstaben kann man schwer lesen.",
        ..Rule::BASE
    },
    source: "Netzwerk Leichte Sprache; Inclusion Europe, Informationen für alle (2009); Duden Leichte Sprache",
    text: "Betonen Sie nur mit fetter Schrift.",
    help: "Schreiben Sie normal. Wichtige Wörter können fett sein.",
    blind: "Schräge Schrift in Bildern sieht die Regel nicht.",
    wrong: &["Das ist *wichtig*.", "Das ist _wichtig_."],
    right: &["Das ist **wichtig**."],
    check,
    ..RuleDoc::BASE
};

fn check(text: &Text<'_>, report: &mut Report<'_>) {
    for (_, block) in text.blocks() {
        for mark in &block.marks {
            let MarkKind::Emphasis { raw } = &mark.kind else {
                continue;
            };
            let entry =
                report.at_source(mark.source.clone(), "Schreiben Sie normal. Wichtige Wörter können fett sein.");
            let inner = raw.get(1..raw.len().saturating_sub(1)).unwrap_or("");
            // Marks inside or around would melt with the new ones.
            let safe = !inner.is_empty() && !inner.contains(['*', '_', '`', '[']);
            entry.fix(format!("**{inner}**"), safe);
        }
    }
}
