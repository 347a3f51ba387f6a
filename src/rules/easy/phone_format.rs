//! Looks for phone numbers without spaces between groups.

use super::linter::{Report, RuleDoc, Text};
use crate::diagnostic::{Rule, Severity};
use crate::german::tokens::{Kind, Shape, Token};

/// The rule.
pub static RULE: RuleDoc = RuleDoc {
    rule: Rule {
        code: "easy/phone-format",
        severity: Severity::Warning,
        title: "Telefon-Nummern mit Lücken.",
        why: "Kurze Gruppen von Ziffern kann man besser lesen und wählen.",
        ..Rule::BASE
    },
    source: "Netzwerk Leichte Sprache",
    text: "Schreiben Sie Telefon-Nummern mit Lücken: 0 61 81 12 34 56.",
    help: "Machen Sie Lücken. Nehmen Sie keine Striche.",
    blind: "Nur Nummern mit einer 0 am Anfang erkennt die Regel.",
    wrong: &["Rufen Sie an: 06181123456.", "Telefon: 06181/123456"],
    right: &["Rufen Sie an: 0 61 81 12 34 56.", "Telefon: 06181 123 456", "Das sind 1000000 Euro."],
    check,
    ..RuleDoc::BASE
};

fn check(text: &Text<'_>, report: &mut Report<'_>) {
    for s in text.sentences() {
        let tokens = text.of(s);
        for (i, token) in tokens.iter().enumerate().filter(|(_, t)| t.kind == Kind::Number) {
            let written = text.lower(token);
            if !written.starts_with('0') || written.contains(['.', ',', ':']) || written.len() < 3 {
                continue;
            }
            let joined = |t: &&Token| t.is('/') || t.is('-');
            let second = tokens
                .get(i + 1)
                .filter(joined)
                .and(tokens.get(i + 2))
                .filter(|t| t.kind == Kind::Number && t.shape.has(Shape::DIGIT));
            let (end, digits) = match second {
                Some(t) => (t.end, format!("{written}{}", text.lower(t))),
                None => (token.end, written.to_owned()),
            };
            let long = second.is_none() && written.len() >= 8;
            if !(long || second.is_some()) || !(7..=13).contains(&digits.len()) {
                continue;
            }
            let better = grouped(&digits);
            report
                .at(
                    s.block,
                    token.start as usize..end as usize,
                    format!("Schreiben Sie die Telefon-Nummer mit Lücken: {better}."),
                )
                .fix(better, false);
        }
    }
}

/// `06181123456` → `0 61 81 12 34 56`: the nought, then pairs.
fn grouped(digits: &str) -> String {
    let mut out = String::from("0");
    for (i, d) in digits.chars().skip(1).enumerate() {
        if i % 2 == 0 {
            out.push(' ');
        }
        out.push(d);
    }
    out
}
