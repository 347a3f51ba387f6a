//! Looks for dates in figures and writes the month in words.

use chrono::Datelike;

use super::linter::{Report, RuleDoc, Text};
use crate::diagnostic::{Rule, Severity};
use crate::german::tokens::Kind;
use crate::german::{MONTHS, date_in_words, parse_figures};

/// The rule.
pub static RULE: RuleDoc = RuleDoc {
    rule: Rule {
        code: "easy/date-format",
        severity: Severity::Warning,
        title: "Datum mit Monats-Namen.",
        why: "Den Namen vom Monat kennt man besser als seine Nummer.",
        ..Rule::BASE
    },
    source: "Siegel „Leichte Sprache BW“; Netzwerk Leichte Sprache",
    text: "Schreiben Sie den Monat als Wort: 1. Juni 2021. Und nicht: 01.06.2021.",
    help: "Schreiben Sie den Monat als Wort.",
    blind: "Bei 2 Stellen für das Jahr weiß die Regel das Jahr-Hundert nicht sicher.",
    wrong: &["Das gilt ab 01.06.2021.", "Wir treffen uns am 1.6.21.", "Wir treffen uns am 1.6."],
    right: &[
        "Das gilt ab dem 1. Juni 2021.",
        "Das kostet 1.200 Euro.",
        "Wir öffnen um 9.30 Uhr.",
        "Das ist Version 2.0.13.",
    ],
    check,
    ..RuleDoc::BASE
};

fn check(text: &Text<'_>, report: &mut Report<'_>) {
    for s in text.prose() {
        let tokens = text.of(s);
        for (i, token) in tokens.iter().enumerate() {
            if token.kind != Kind::Number {
                continue;
            }
            let written = text.lower(token);
            if !written.contains('.') {
                continue;
            }
            let dot = tokens.get(i + 1).filter(|t| t.is('.') && t.start == token.end);
            if let Some(date) = parse_figures(written) {
                if !(1800..=2200).contains(&date.year()) {
                    continue;
                }
                let words = date_in_words(date);
                report.at(s.block, token.range(), format!("Schreiben Sie das Datum so: {words}.")).fix(words, true);
            } else if let Some(words) = short(written, dot.is_some()) {
                let after_on = i.checked_sub(1).and_then(|b| tokens.get(b)).is_some_and(|t| {
                    matches!(text.lower(t), "am" | "dem" | "zum" | "vom" | "den" | "ab" | "bis" | "seit" | "der")
                });
                if after_on || written.matches('.').count() == 2 {
                    let end = dot.filter(|_| written.matches('.').count() == 1 && i + 2 < tokens.len());
                    let range = token.start as usize..end.map_or(token.end, |d| d.end) as usize;
                    report.at(s.block, range, format!("Schreiben Sie das Datum so: {words}.")).fix(words, false);
                }
            }
        }
    }
}

/// `1.6.21` and `1.6` (with the dot after it): day, month and what is known of the year.
fn short(written: &str, dot: bool) -> Option<String> {
    let mut parts = written.split('.');
    let day: usize = parts.next()?.parse().ok()?;
    let month: usize = parts.next()?.parse().ok()?;
    let year = parts.next();
    let name = MONTHS.get(month.checked_sub(1)?)?;
    if !(1..=31).contains(&day) || parts.next().is_some() {
        return None;
    }
    match year {
        None if dot => Some(format!("{day}. {name}")),
        Some(y) if y.len() == 2 && day > 0 => Some(format!("{day}. {name} 20{y}")).filter(|_| y != "0"),
        _ => None,
    }
}
