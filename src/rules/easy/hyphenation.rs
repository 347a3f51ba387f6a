//! Looks for words divided at the end of a line and for soft hyphens.

use super::linter::{Report, RuleDoc, Text};
use crate::diagnostic::{Rule, Severity};
use crate::german::tokens::{Kind, Shape};

/// The rule.
pub static RULE: RuleDoc = RuleDoc {
    rule: Rule {
        code: "easy/hyphenation",
        severity: Severity::Error,
        title: "Keine Wort-Trennung am Zeilen-Ende.",
        why: "Ein zerteiltes Wort kann man schwer lesen.",
        ..Rule::BASE
    },
    source: "BITV 2.0 Anlage 2 Teil 2 Nummer 1; Netzwerk Leichte Sprache",
    text: "Ein Wort steht immer ganz in einer Zeile.",
    help: "Schreiben Sie das ganze Wort in eine Zeile.",
    blind: "Was der Browser trennt, regelt die Gestaltung der Seite.",
    wrong: &["Das ist die Ge\u{ad}meinde.", "Das ist die Gemein-\nde in Hessen."],
    right: &["Das ist die Gemeinde.", "Das sind Geld-\nund Sach-Leistungen."],
    check,
    ..RuleDoc::BASE
};

fn check(text: &Text<'_>, report: &mut Report<'_>) {
    for s in text.sentences() {
        let tokens = text.of(s);
        for (i, token) in tokens.iter().enumerate() {
            let written = text.raw(s.block, token);
            if token.kind == Kind::Word && token.shape.has(Shape::SOFT) {
                let whole = written.replace('\u{ad}', "");
                let message =
                    format!("In „{whole}“ steht ein unsichtbares Trenn-Zeichen. Schreiben Sie das Wort ohne.");
                report.at(s.block, token.range(), message).fix(whole, true);
            }
            let dash = tokens.get(i + 1).is_some_and(|t| t.is('-') && t.shape.has(Shape::GLUED));
            let rest = tokens.get(i + 2).filter(|t| t.shape.has(Shape::LINE) && t.small());
            if let (true, Some(rest)) = (dash && token.kind == Kind::Word, rest)
                && !matches!(text.lower(rest), "und" | "oder" | "bis" | "sowie" | "bzw")
            {
                let message = format!(
                    "„{written}-“ ist am Ende von der Zeile getrennt. Schreiben Sie das ganze Wort in eine Zeile."
                );
                report.at(s.block, token.start as usize..rest.end as usize, message);
            }
        }
    }
}
