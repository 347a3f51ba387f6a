//! Looks for Roman numbers and gives the figure.

use super::linter::{Report, RuleDoc, Text};
use crate::diagnostic::{Rule, Severity};
use crate::german::numbers::is_roman;
use crate::german::numbers::roman;
use crate::german::tokens::{Kind, Shape};

/// The rule.
pub static RULE: RuleDoc = RuleDoc {
    rule: Rule {
        code: "easy/roman-numeral",
        severity: Severity::Error,
        title: "Keine römischen Zahlen.",
        why: "Viele Menschen kennen römische Zahlen nicht.",
        ..Rule::BASE
    },
    source: "Netzwerk Leichte Sprache",
    text: "Schreiben Sie 9 und nicht IX.",
    help: "Schreiben Sie die Zahl mit Ziffern.",
    blind: "Ein I, V oder X allein prüft die Regel nur nach „Teil“, „Kapitel“ und ähnlichen Wörtern.",
    wrong: &["Das steht im SGB IX.", "Das ist Kapitel V."],
    right: &["Das steht im SGB 9.", "Vitamin C ist gesund.", "Die CD ist neu.", "Das ist Herr X."],
    check,
    ..RuleDoc::BASE
};

fn check(text: &Text<'_>, report: &mut Report<'_>) {
    for s in text.prose() {
        let tokens = text.of(s);
        for (i, token) in tokens.iter().enumerate() {
            if token.kind != Kind::Word || !token.capital() || token.end - token.start > 6 {
                continue;
            }
            let low = text.lower(token);
            if !is_roman(low) {
                continue;
            }
            let single = !token.shape.has(Shape::ALL_CAPS);
            let counted = i.checked_sub(1).and_then(|b| tokens.get(b)).is_some_and(|t| {
                matches!(
                    text.lower(t),
                    "teil"
                        | "kapitel"
                        | "band"
                        | "artikel"
                        | "abschnitt"
                        | "buch"
                        | "stufe"
                        | "sgb"
                        | "hartz"
                        | "anlage"
                )
            });
            if single && !counted {
                continue;
            }
            let Some(value) = roman(low) else { continue };
            let written = text.raw(s.block, token);
            let message = format!("„{written}“ ist eine römische Zahl. Schreiben Sie: {value}.");
            report.at(s.block, token.range(), message).fix(value.to_string(), false);
        }
    }
}
