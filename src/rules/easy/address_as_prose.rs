//! Looks for postal codes in running text.

use super::linter::{Report, RuleDoc, Text};
use crate::diagnostic::{Rule, Severity};
use crate::german::tokens::Kind;

/// The rule.
pub static RULE: RuleDoc = RuleDoc {
    rule: Rule {
        code: "easy/address-as-prose",
        severity: Severity::Warning,
        title: "Adressen in eigenen Zeilen.",
        why: "So erkennt man eine Adresse sofort.",
        ..Rule::BASE
    },
    source: "BITV 2.0 Anlage 2 Teil 2 Nummer 12",
    text: "Schreiben Sie Adressen wie auf einem Brief: Name, Straße und Ort in eigenen Zeilen.",
    help: "Schreiben Sie Name, Straße und Ort untereinander.",
    blind: "Adressen ohne Post-Leit-Zahl sieht die Regel nicht.",
    wrong: &["Das Amt ist am Musterweg 1 in 12345 Musterstadt."],
    right: &["Die Adresse ist:\n\nAmt für Beispiele\nMusterweg 1\n12345 Musterstadt", "Es gibt 12345 Menschen."],
    check,
    ..RuleDoc::BASE
};

/// Words that a number counts: then it is no postal code.
const COUNTED: &[&str] = &[
    "menschen",
    "euro",
    "personen",
    "einwohner",
    "kinder",
    "frauen",
    "männer",
    "tonnen",
    "kilometer",
    "meter",
    "mitglieder",
    "fälle",
];

fn check(text: &Text<'_>, report: &mut Report<'_>) {
    for s in text.prose().filter(|s| s.words > 4) {
        let tokens = text.of(s);
        for (i, token) in tokens.iter().enumerate().filter(|(_, t)| t.kind == Kind::Number) {
            let code = text.lower(token);
            let Some(place) = tokens.get(i + 1).filter(|t| t.capital()) else {
                continue;
            };
            let before = i.checked_sub(1).and_then(|b| tokens.get(b));
            let led = before.is_some_and(|t| t.is(',') || matches!(text.lower(t), "in"));
            if code.len() == 5
                && code.bytes().all(|b| b.is_ascii_digit())
                && led
                && !COUNTED.contains(&text.lower(place))
            {
                let message = "Hier steht eine Adresse im Satz. Schreiben Sie Name, Straße und Ort untereinander.";
                report.at(s.block, token.start as usize..place.end as usize, message);
            }
        }
    }
}
