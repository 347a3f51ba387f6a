//! Looks for extended attributes: article, preposition …, participle, noun ("die durch das Gesetz vorgegebenen Aufgaben").

use super::linter::text::ends_clause;
use super::linter::{Report, RuleDoc, Text};
use crate::diagnostic::{Rule, Severity};
use crate::german::lexicon::{Class, classes};
use crate::german::tokens::Token;

/// The rule.
pub static RULE: RuleDoc = RuleDoc {
    rule: Rule {
        code: "easy/participle-attribute",
        severity: Severity::Warning,
        title: "Keine eingeschobenen Wörter vor dem Haupt-Wort.",
        why: "Bis zum Haupt-Wort hat man den Anfang vergessen.",
        ..Rule::BASE
    },
    source: "Duden Leichte Sprache (kurzes Mittelfeld)",
    text: "Zwischen „die“ und dem Haupt-Wort stehen höchstens kurze Wie-Wörter.",
    help: "Machen Sie aus dem Einschub einen eigenen Satz.",
    blind: "Einschübe ohne „durch“, „in“, „von“ und ähnliche Wörter sieht die Regel nur mit „zu“.",
    wrong: &["Das sind die durch das Gesetz vorgegebenen Aufgaben.", "Das sind die zu erbringenden Leistungen."],
    right: &[
        "Das Gesetz gibt die Aufgaben vor.",
        "Das ist die neue Aufgabe.",
        "Menschen, die in großen Städten wohnen, fahren Bus.",
    ],
    check,
    ..RuleDoc::BASE
};

fn check(text: &Text<'_>, report: &mut Report<'_>) {
    for s in text.prose() {
        let tokens = text.of(s);
        for (i, token) in tokens.iter().enumerate() {
            let opens = token.kind == crate::german::tokens::Kind::Word && token.class.any(Class::DET);
            let comma = i.checked_sub(1).and_then(|b| tokens.get(b)).is_some_and(|t| t.is(','));
            if !opens || comma {
                continue;
            }
            let Some(next) = tokens.get(i + 1).filter(|n| n.small() && n.class.any(Class::PREP)) else {
                continue;
            };
            let Some(noun) = attribute(text, tokens, i + 1, text.lower(next) == "zu") else {
                continue;
            };
            let Some(last) = tokens.get(noun) else {
                continue;
            };
            let message = format!(
                "Zwischen „{}“ und „{}“ steht viel. Machen Sie daraus einen eigenen Satz.",
                text.raw(s.block, token),
                text.raw(s.block, last)
            );
            report.at(s.block, token.start as usize..last.end as usize, message);
        }
    }
}

/// The place of the noun behind the participle, within ten words and without a sign between.
fn attribute(text: &Text<'_>, tokens: &[Token], from: usize, zu: bool) -> Option<usize> {
    for n in from + 1..(from + 10).min(tokens.len().saturating_sub(1)) {
        let t = tokens.get(n)?;
        if ends_clause(t) {
            return None;
        }
        let noun = tokens.get(n + 1).is_some_and(Token::capital);
        if t.small() && noun && participle_form(text.lower(t), zu && n == from + 1) && (n > from + 1 || zu) {
            return Some(n + 1);
        }
    }
    None
}

/// An inflected participle: `vorgegebenen`, `geltenden`, `finanzierten`.
fn participle_form(low: &str, zu: bool) -> bool {
    let Some(base) = ["en", "er", "es", "em", "e"].iter().find_map(|e| low.strip_suffix(e)) else {
        return false;
    };
    let present = base.len() >= 6 && base.ends_with("end");
    if zu {
        return present;
    }
    let class = classes(base);
    present || (class.any(Class::PP) && !class.any(Class::ADJ) && base.len() >= 6)
}
