//! Counts the sentences of each paragraph. Silent on texts without visible structure.

use super::linter::{Report, RuleDoc, Text};
use crate::diagnostic::{Rule, Severity};
use crate::german::doc::BlockKind;

/// The rule.
pub static RULE: RuleDoc = RuleDoc {
    rule: Rule {
        code: "easy/paragraph-length",
        severity: Severity::Warning,
        title: "Kurze Absätze.",
        why: "Kurze Absätze machen eine Seite übersichtlich.",
        ..Rule::BASE
    },
    source: "BITV 2.0 Anlage 2 Teil 2 Nummer 7; Netzwerk Leichte Sprache",
    text: "Ein Absatz hat höchstens 6 Sätze.",
    help: "Machen Sie nach höchstens 6 Sätzen eine Leer-Zeile.",
    blind: "Ob der Absatz an der richtigen Stelle endet, muss ein Mensch sehen.",
    wrong: &["# Hilfe\n\nDas ist A.\nDas ist B.\nDas ist C.\nDas ist D.\nDas ist E.\nDas ist F.\nDas ist G."],
    right: &["# Hilfe\n\nDas ist A.\nDas ist B.\nDas ist C.\nDas ist D.\n\nDas ist E.\nDas ist F.\nDas ist G."],
    check,
    ..RuleDoc::BASE
};

const MOST: usize = 6;

fn check(text: &Text<'_>, report: &mut Report<'_>) {
    if !text.doc.structured {
        return;
    }
    for (n, block) in text.blocks() {
        let sentences = text.block_sentences(n);
        if block.kind != BlockKind::Paragraph || sentences.len() <= MOST {
            continue;
        }
        let Some((first, last)) =
            sentences.get(MOST).and_then(|s| text.of(s).first()).zip(sentences.last().and_then(|s| text.of(s).last()))
        else {
            continue;
        };
        let message = format!(
            "Dieser Absatz hat {} Sätze. Besser sind höchstens {MOST}. Machen Sie hier eine Leer-Zeile.",
            sentences.len()
        );
        report.at(n, first.start as usize..last.end as usize, message);
    }
}
