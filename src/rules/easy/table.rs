//! Looks at the width of tables.

use super::linter::{Report, RuleDoc, Text};
use crate::diagnostic::{Rule, Severity};
use crate::german::doc::BlockKind;

/// The rule.
pub static RULE: RuleDoc = RuleDoc {
    rule: Rule {
        code: "easy/table",
        severity: Severity::Warning,
        title: "Schmale Tabellen.",
        why: "In breiten Tabellen verliert man die Zeile.",
        ..Rule::BASE
    },
    source: "BITV 2.0 Anlage 2 Teil 2 Nummer 13",
    text: "Eine Tabelle hat höchstens 3 Spalten.",
    help: "Machen Sie 2 Tabellen. Oder schreiben Sie eine Liste.",
    blind: "Ob die Tabelle nötig ist, muss ein Mensch sagen.",
    wrong: &["| Tag | Zeit | Ort | Thema |\n|---|---|---|---|\n| Montag | 9 Uhr | Hanau | Arbeit |"],
    right: &["| Tag | Zeit | Ort |\n|---|---|---|\n| Montag | 9 Uhr | Hanau |"],
    check,
    ..RuleDoc::BASE
};

fn check(text: &Text<'_>, report: &mut Report<'_>) {
    for (n, block) in text.blocks() {
        if let BlockKind::TableCell { columns, first: true } = block.kind
            && columns > 3
        {
            let message = format!("Diese Tabelle hat {columns} Spalten. Besser sind höchstens 3.");
            report.at(n, 0..block.text.len(), message);
        }
    }
}
