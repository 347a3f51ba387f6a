//! Looks for abbreviations of the list and writes them out.

use super::linter::{Report, RuleDoc, Text};
use crate::diagnostic::{Rule, Severity};
use crate::german::abbreviations;
use crate::german::tokens::{Kind, Token};

/// The rule.
pub static RULE: RuleDoc = RuleDoc {
    rule: Rule {
        code: "easy/abbreviation",
        severity: Severity::Error,
        title: "Keine Abkürzungen.",
        why: "Viele Menschen kennen Abkürzungen nicht. Vorlese-Programme lesen sie falsch.",
        ..Rule::BASE
    },
    source: "BITV 2.0 Anlage 2 Teil 2 Nummer 1; Netzwerk Leichte Sprache",
    text: "Schreiben Sie Abkürzungen mit Punkt aus: z. B., d. h., usw., Nr.",
    help: "Schreiben Sie das ganze Wort.",
    blind: "Die Regel kennt nur die Abkürzungen der Liste. Titel wie „Dr.“ sind erlaubt.",
    wrong: &["Es gibt Hilfe, z. B. beim Wohnen.", "Das steht in Nr. 3."],
    right: &[
        "Es gibt Hilfe.\nZum Beispiel beim Wohnen.",
        "Dr. Muster hilft.",
        "Das ist eine andere Art.\nSie ist gut.",
    ],
    check,
    ..RuleDoc::BASE
};

fn check(text: &Text<'_>, report: &mut Report<'_>) {
    for s in text.prose() {
        let tokens = text.of(s);
        for (i, token) in tokens.iter().enumerate() {
            let Kind::Abbreviation(id) = token.kind else {
                continue;
            };
            let Some(abbreviation) = abbreviations::get(id) else {
                continue;
            };
            let Some(long) = abbreviation.long else {
                continue;
            };
            if house_number_or_name(tokens, i) {
                continue;
            }
            let written = text.raw(s.block, token);
            let long = if written.starts_with(char::is_uppercase) { capital(long) } else { long.to_owned() };
            let message = format!("„{written}“ ist eine Abkürzung. Schreiben Sie: {long}.");
            // The dot of the last abbreviation is the dot of the sentence too.
            let last = i + 1 == tokens.len();
            let replacement = if last { format!("{long}.") } else { long };
            report.at(s.block, token.range(), message).fix(replacement, abbreviation.safe);
        }
    }
}

/// "Musterstr. 5" is one word, so only a "Str." of its own comes here: part of an address.
fn house_number_or_name(tokens: &[Token], i: usize) -> bool {
    let Some(Kind::Abbreviation(id)) = tokens.get(i).map(|t| t.kind) else {
        return false;
    };
    abbreviations::get(id).is_some_and(|a| a.short == "Str.")
        && tokens.get(i + 1).is_some_and(|t| t.kind == Kind::Number)
}

fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().into_iter().flat_map(char::to_uppercase).chain(chars).collect()
}
