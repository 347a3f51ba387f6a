//! Looks for signs that are read as a word or not at all: brackets, slash, semicolon, paragraph sign, dash, ellipsis.

use super::linter::{Report, RuleDoc, Text};
use crate::diagnostic::{Rule, Severity};
use crate::german::tokens::{Kind, Shape, Token};

/// The rule.
pub static RULE: RuleDoc = RuleDoc {
    rule: Rule {
        code: "easy/special-char",
        severity: Severity::Warning,
        title: "Keine Sonder-Zeichen.",
        why: "Viele Menschen wissen nicht, was die Zeichen heißen.",
        ..Rule::BASE
    },
    source: "BITV 2.0 Anlage 2 Teil 2 Nummer 6; Netzwerk Leichte Sprache",
    text: "Vermeiden Sie Klammern, Schräg-Strich, Strich-Punkt, §, &, … und Gedanken-Striche im Satz.",
    help: "Schreiben Sie Wörter dafür. Oder machen Sie einen neuen Satz.",
    blind: "Zeichen in Namen und in Internet-Adressen bleiben ungeprüft.",
    wrong: &[
        "Die Hilfe (Assistenz) ist gut.",
        "Das steht in § 5.",
        "Väter und/oder Mütter kommen.",
        "Das Amt – es ist neu – hilft.",
    ],
    right: &[
        "Die Hilfe heißt: Assistenz.",
        "Mehr steht auf www.beispiel.de/hilfe.",
        "a) Wohnen",
        "Das gilt von 9 bis 10 Uhr.",
    ],
    check,
    ..RuleDoc::BASE
};

fn check(text: &Text<'_>, report: &mut Report<'_>) {
    for s in text.prose() {
        let tokens = text.of(s);
        let mut skip_to = 0;
        for (i, token) in tokens.iter().enumerate() {
            let Kind::Sign(sign) = token.kind else {
                continue;
            };
            if i < skip_to || !disturbs(tokens, i, sign) {
                continue;
            }
            // A pair of brackets or dashes is one insertion: one finding.
            let close = match sign {
                '(' => Some(')'),
                '[' => Some(']'),
                '–' => Some('–'),
                _ => None,
            };
            let pair = close.and_then(|c| tokens.iter().skip(i + 1).position(|t| t.is(c))).map(|n| i + 1 + n);
            let last = pair.and_then(|p| tokens.get(p)).unwrap_or(token);
            if let Some(p) = pair {
                skip_to = p + 1;
            }
            let range = token.start as usize..last.end as usize;
            let message = range_of_numbers(text, tokens, i).map_or_else(
                || format!("Das Zeichen „{sign}“ stört beim Lesen. Schreiben Sie Wörter dafür."),
                |(a, b)| format!("Das Zeichen „{sign}“ stört beim Lesen. Schreiben Sie: {a} bis {b}."),
            );
            let entry = report.at(s.block, range, message);
            if let Some((a, b)) = range_of_numbers(text, tokens, i)
                && let (Some(before), Some(after)) = (tokens.get(i - 1), tokens.get(i + 1))
            {
                let hours = tokens.get(i + 2).is_some_and(|t| text.lower(t) == "uhr");
                entry.fix_at(before.start as usize..after.end as usize, format!("{a} bis {b}"), hours);
            }
        }
    }
}

/// "9–10" as a range: both numbers.
fn range_of_numbers<'a>(text: &'a Text<'_>, tokens: &[Token], i: usize) -> Option<(&'a str, &'a str)> {
    let before = tokens.get(i.checked_sub(1)?)?;
    let after = tokens.get(i + 1)?;
    let dash = tokens.get(i)?.is('–') || tokens.get(i)?.is('-');
    (dash && before.kind == Kind::Number && after.kind == Kind::Number).then(|| (text.lower(before), text.lower(after)))
}

fn disturbs(tokens: &[Token], i: usize, sign: char) -> bool {
    let before = i.checked_sub(1).and_then(|b| tokens.get(b));
    let after = tokens.get(i + 1);
    let number = |t: Option<&Token>| t.is_some_and(|t| t.kind == Kind::Number);
    let glued =
        tokens.get(i).is_some_and(|t| t.shape.has(Shape::GLUED)) && after.is_some_and(|t| t.shape.has(Shape::GLUED));
    match sign {
        '(' | '[' => !gender_form(tokens, i),
        ';' | '§' => true,
        '&' => !glued,
        '…' => true,
        '/' => {
            let fraction = number(before) && number(after);
            before.is_some() && !fraction && !gender_form(tokens, i)
        }
        '–' => before.is_some() && after.is_some(),
        '-' => number(before) && number(after) && glued && !phone_like(tokens, i),
        _ => false,
    }
}

/// "Bürger/innen" and "Bürger(innen)" belong to the rule on gender forms.
fn gender_form(tokens: &[Token], i: usize) -> bool {
    let glued = tokens.get(i).is_some_and(|t| t.shape.has(Shape::GLUED));
    let length = tokens.get(i + 1).map_or(0, |t| t.end - t.start);
    let next = tokens.get(i + 1).is_some_and(|t| t.small() && t.shape.has(Shape::GLUED));
    let dash = tokens.get(i + 1).is_some_and(|t| t.is('-'));
    glued && ((next && matches!(length, 1 | 2 | 5)) || dash)
}

fn phone_like(tokens: &[Token], i: usize) -> bool {
    let long = |t: Option<&Token>| t.is_some_and(|t| t.end - t.start >= 4);
    long(i.checked_sub(1).and_then(|b| tokens.get(b))) || long(tokens.get(i + 1))
}
