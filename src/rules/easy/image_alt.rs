//! Looks at the alternative text of images.

use super::linter::{Report, RuleDoc, Text};
use crate::diagnostic::{Rule, Severity};
use crate::german::doc::MarkKind;

/// The rule.
pub static RULE: RuleDoc = RuleDoc {
    rule: Rule {
        code: "easy/image-alt",
        severity: Severity::Error,
        title: "Bilder haben eine Beschreibung.",
        why: "Blinde Menschen hören die Beschreibung.",
        ..Rule::BASE
    },
    source: "WCAG 2.2, 1.1.1; BITV 2.0 Anlage 2 Teil 2 Nummer 11",
    text: "Jedes Bild hat eine kurze Beschreibung in leichten Worten.",
    help: "Schreiben Sie in die eckigen Klammern, was auf dem Bild ist.",
    blind: "Ob die Beschreibung stimmt, muss ein Mensch sehen.",
    wrong: &["![](bild.png)", "![bild.png](bild.png)"],
    right: &["![Eine Frau sitzt am Tisch.](bild.png)"],
    check,
    ..RuleDoc::BASE
};

fn check(text: &Text<'_>, report: &mut Report<'_>) {
    for (_, block) in text.blocks() {
        for mark in &block.marks {
            let MarkKind::Image { alt } = &mark.kind else {
                continue;
            };
            let file_name = [".png", ".jpg", ".jpeg", ".svg", ".webp"].iter().any(|e| alt.trim().ends_with(e));
            if alt.trim().is_empty() || file_name {
                let message = "Das Bild hat keine Beschreibung. Schreiben Sie, was auf dem Bild ist.";
                report.at_source(mark.source.clone(), message);
            }
        }
    }
}
