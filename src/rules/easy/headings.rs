//! Looks at headings: often enough, short, levels in order. Silent on texts without any heading.

use super::linter::{Report, RuleDoc, Text};
use crate::diagnostic::{Rule, Severity};
use crate::german::doc::BlockKind;

/// The rule.
pub static RULE: RuleDoc = RuleDoc {
    rule: Rule {
        code: "easy/headings",
        severity: Severity::Warning,
        title: "Viele kurze Überschriften.",
        why: "Überschriften sagen, was kommt. So findet man sich zurecht.",
        ..Rule::BASE
    },
    source: "BITV 2.0 Anlage 2 Teil 2 Nummer 7; Netzwerk Leichte Sprache; WCAG 2.2, 1.3.1",
    text: "Nach höchstens 12 Sätzen kommt eine Überschrift. Sie hat höchstens 8 Wörter. Die Ebenen folgen ohne Lücke.",
    help: "Teilen Sie den Text mit Überschriften.",
    blind: "Ob die Überschrift zum Text passt, muss ein Mensch sehen.",
    wrong: &[
        "# Hilfe\n\n### Wohnen\n\nDas ist gut.",
        "# Diese Überschrift hat sehr viel mehr Wörter als eine kurze Überschrift\n\nDas ist gut.",
        "# A\n\nDas ist A.\n\nDas ist B.\n\nDas ist C.\n\nDas ist D.\n\nDas ist E.\n\nDas ist F.\n\nDas ist G.\n\nDas ist H.\n\nDas ist I.\n\nDas ist J.\n\nDas ist K.\n\nDas ist L.\n\nDas ist M.",
    ],
    right: &["# Hilfe\n\n## Wohnen\n\nDas ist gut.\n\n### Miete\n\nDas ist gut.\n\n## Arbeit\n\nDas ist gut."],
    check,
    ..RuleDoc::BASE
};

const MOST_SENTENCES: usize = 12;
const MOST_WORDS: usize = 8;

fn check(text: &Text<'_>, report: &mut Report<'_>) {
    if !text.doc.blocks.iter().any(|b| matches!(b.kind, BlockKind::Heading(_))) {
        return;
    }
    let mut level = 0;
    let mut since = 0;
    for (n, block) in text.blocks() {
        let whole = 0..block.text.len();
        let sentences = text.block_sentences(n);
        let BlockKind::Heading(this) = block.kind else {
            if matches!(block.kind, BlockKind::Paragraph | BlockKind::ListItem { .. }) {
                let before = since;
                since += sentences.len();
                if before <= MOST_SENTENCES && since > MOST_SENTENCES {
                    let message = format!(
                        "Hier sind schon mehr als {MOST_SENTENCES} Sätze ohne Überschrift. Machen Sie eine Überschrift."
                    );
                    report.at(n, whole, message);
                }
            }
            continue;
        };
        since = 0;
        let words: usize = sentences.iter().map(|s| s.words).sum();
        if words > MOST_WORDS {
            let message = format!("Diese Überschrift hat {words} Wörter. Besser sind höchstens {MOST_WORDS}.");
            report.at(n, whole.clone(), message);
        }
        if level > 0 && this > level + 1 {
            let message =
                format!("Nach einer Überschrift der Ebene {level} kommt Ebene {}. Hier steht Ebene {this}.", level + 1);
            report.at(n, whole, message);
        }
        level = this;
    }
}
