//! Looks for gender forms with a sign inside: Bürger*innen, Bürger:innen, Bürger_innen, Bürger/innen, Bürger(innen),
//! BürgerInnen.

use super::linter::{Report, RuleDoc, Text};
use crate::diagnostic::{Rule, Severity};
use crate::german::tokens::{Kind, Shape, Token};

/// The rule.
pub static RULE: RuleDoc = RuleDoc {
    rule: Rule {
        code: "easy/gender-form",
        severity: Severity::Error,
        title: "Keine Zeichen in Personen-Wörtern.",
        why: "Ein Zeichen mitten im Wort stört beim Lesen.",
        ..Rule::BASE
    },
    source: "BITV 2.0 Anlage 2 Teil 2 Nummer 6 (Sonderzeichen); Duden Leichte Sprache",
    text: "Schreiben Sie „Bürger und Bürgerinnen“. Und nicht: Bürger*innen.",
    help: "Schreiben Sie beide Wörter aus.",
    blind: "Ob „und“ oder „oder“ passt, muss ein Mensch entscheiden.",
    wrong: &[
        "Alle Bürger*innen kommen.",
        "Alle Bürger:innen kommen.",
        "Alle Bürger_innen kommen.",
        "Alle Bürger/innen kommen.",
        "Alle Bürger(innen) kommen.",
        "Alle BürgerInnen kommen.",
    ],
    right: &["Alle Bürger und Bürgerinnen kommen.", "Das heißt: innen ist es warm.", "Er kommt und/oder sie kommt."],
    check,
    ..RuleDoc::BASE
};

fn check(text: &Text<'_>, report: &mut Report<'_>) {
    for s in text.prose() {
        let tokens = text.of(s);
        for (i, token) in tokens.iter().enumerate() {
            if !token.capital() {
                continue;
            }
            let word = text.raw(s.block, token);
            let found =
                with_sign(text, s.block, tokens, i).or_else(|| inner_capital(word).map(|(a, b)| (a, b, token.end)));
            let Some((base, ending, end)) = found else {
                continue;
            };
            let singular = ending.ends_with("in") && !ending.ends_with("innen");
            let better = format!("{base} {} {base}{ending}", if singular { "oder" } else { "und" });
            let message = format!("Schreiben Sie: {better}. Zum Beispiel: Bürger und Bürgerinnen.");
            report.at(s.block, token.start as usize..end as usize, message).fix(better, false);
        }
    }
}

/// Word, sign and ending, all joined; the end in bytes.
fn with_sign(text: &Text<'_>, block: usize, tokens: &[Token], i: usize) -> Option<(String, String, u32)> {
    let sign = tokens.get(i + 1)?;
    if !matches!(sign.kind, Kind::Sign('*' | ':' | '_' | '/' | '(')) || !sign.shape.has(Shape::GLUED) {
        return None;
    }
    let mut e = i + 2;
    if tokens.get(e)?.is('-') {
        e += 1;
    }
    let ending = tokens.get(e)?;
    let low = text.lower(ending);
    if !ending.shape.has(Shape::GLUED) || !matches!(low, "in" | "innen") {
        return None;
    }
    let close = tokens.get(e + 1).filter(|t| sign.is('(') && t.is(')'));
    let end = close.map_or(ending.end, |c| c.end);
    Some((text.raw(block, tokens.get(i)?).to_owned(), low.to_owned(), end))
}

/// `BürgerInnen` → ("Bürger", "innen").
fn inner_capital(word: &str) -> Option<(String, String)> {
    if matches!(word, "LinkedIn" | "CheckIn" | "PlugIn" | "LogIn") {
        return None;
    }
    ["Innen", "In"].iter().find_map(|e| {
        let base = word.strip_suffix(e)?;
        (base.chars().count() >= 3 && base.ends_with(char::is_lowercase)).then(|| (base.to_owned(), e.to_lowercase()))
    })
}
