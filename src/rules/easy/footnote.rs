//! Looks for footnotes.

use super::linter::{Report, RuleDoc, Text};
use crate::diagnostic::{Rule, Severity};
use crate::german::doc::MarkKind;

/// The rule.
pub static RULE: RuleDoc = RuleDoc {
    rule: Rule {
        code: "easy/footnote",
        severity: Severity::Error,
        title: "Keine Fuß-Noten.",
        why: "Bei einer Fuß-Note muss man hin und her springen.",
        ..Rule::BASE
    },
    source: "Netzwerk Leichte Sprache",
    text: "Erklären Sie alles im Text.",
    help: "Schreiben Sie die Erklärung in den Text.",
    blind: "Fuß-Noten mit hochgestellten Ziffern sieht die Regel nicht.",
    wrong: &["Das ist neu.[^1]\n\n[^1]: Seit Mai."],
    right: &["Das ist neu seit Mai."],
    check,
    ..RuleDoc::BASE
};

fn check(text: &Text<'_>, report: &mut Report<'_>) {
    for (_, block) in text.blocks() {
        for mark in block.marks.iter().filter(|m| m.kind == MarkKind::Footnote) {
            report.at_source(mark.source.clone(), "Hier ist eine Fuß-Note. Schreiben Sie die Erklärung in den Text.");
        }
    }
}
