//! Looks for the possibility form (Konjunktiv): a closed list of forms, and "sollte" after "wenn". Of forms that are plain
//! past too ("sie blieben"), only those that the rest of the sentence makes sure.

use super::linter::{Report, RuleDoc, Text};
use crate::diagnostic::{Rule, Severity};
use crate::german::lexicon::Class;
use crate::german::tokens::Token;

/// The rule.
pub static RULE: RuleDoc = RuleDoc {
    rule: Rule {
        code: "easy/subjunctive",
        severity: Severity::Warning,
        title: "Keine Möglichkeits-Form.",
        why: "Die Möglichkeits-Form lässt offen, ob etwas passiert.",
        ..Rule::BASE
    },
    source: "BITV 2.0 Anlage 2 Teil 2 Nummer 1; Netzwerk Leichte Sprache; Duden Leichte Sprache",
    text: "Schreiben Sie, was ist. Vermeiden Sie „könnte“, „würde“, „hätte“, „wäre“. „Möchte“ ist gut.",
    help: "Schreiben Sie, was ist. Zum Beispiel mit: vielleicht.",
    blind: "Seltene Formen wie „böte“ stehen nicht in der Liste. „Sie gingen“ ist meistens Vergangenheit: Die Regel sieht es nur neben „wenn“ und einer sicheren Form.",
    wrong: &[
        "Das könnte helfen.",
        "Sollten Sie Hilfe brauchen, rufen Sie an.",
        "Sie sagt, er habe Zeit.",
        "Er sagt, das sei gut.",
        "Das bliebe so.",
        "Wir gingen, wenn wir könnten.",
        "Blieben Sie hier, wäre das gut.",
        "Sie tun so, als ob sie gingen.",
    ],
    right: &[
        "Vielleicht hilft das.",
        "Sie möchten Hilfe.",
        "Sie sollten das lesen.",
        "Seien Sie pünktlich.",
        "Ich habe Zeit.",
        "Das soll so sein.",
        "Sie blieben in Hanau.",
        "Alle gingen heim, wenn es dunkel war.",
        "Sie erhielten Geld.",
        "Wir wollten das.",
        "Sie machten mit.",
    ],
    check,
    ..RuleDoc::BASE
};

fn check(text: &Text<'_>, report: &mut Report<'_>) {
    for s in text.prose() {
        let tokens = text.of(s);
        for (i, token) in tokens.iter().enumerate() {
            if !(token.small() || i == 0) || !is_subjunctive(text, tokens, i, token) {
                continue;
            }
            let message = format!(
                "„{}“ ist Möglichkeits-Form. Schreiben Sie, was ist. Zum Beispiel mit: vielleicht.",
                text.raw(s.block, token)
            );
            report.at(s.block, token.range(), message);
        }
    }
}

/// Whether the word at `i` of a sentence is a possibility form.
pub(super) fn is_subjunctive(text: &Text<'_>, tokens: &[Token], i: usize, token: &Token) -> bool {
    if token.class.any(Class::KJ2) {
        return is_sure(token) || is_made_sure(text, tokens, i);
    }
    let low = text.lower(token);
    let before = i.checked_sub(1).and_then(|b| tokens.get(b)).map(|t| text.lower(t));
    let after = tokens.get(i + 1).map(|t| text.lower(t));
    match low {
        "sei" => !(i == 0 || after == Some("dank") || tokens.last().is_some_and(|t| t.is('!'))),
        "seien" => after != Some("sie"),
        "sollte" | "sollten" => {
            (i == 0 && tokens.iter().any(|t| t.is(',')))
                || tokens.iter().take(i).any(|t| text.lower(t) == "wenn" || text.lower(t) == "falls")
        }
        // "habe", "könne" after "er, sie, es, man": someone else's words.
        _ if token.class.any(Class::KJ1) => {
            matches!(before, Some("er" | "es" | "man")) && before_is_clause_start(tokens, i)
        }
        _ => false,
    }
}

/// Whether a form is no plain past too: "bliebe", but not "blieben".
fn is_sure(token: &Token) -> bool {
    token.class.any(Class::KJ2) && !token.class.any(Class::PRT)
}

/// Whether the rest of the sentence makes a form of both kinds a possibility: "wenn", or the verb in front, beside a sure
/// form; or "als ob".
fn is_made_sure(text: &Text<'_>, tokens: &[Token], i: usize) -> bool {
    let condition = |t: &Token| matches!(text.lower(t), "wenn" | "falls");
    let as_if = tokens.windows(2).take(i).any(|t| text.lower(&t[0]) == "als" && text.lower(&t[1]) == "ob");
    as_if || tokens.iter().any(is_sure) && (i == 0 || tokens.iter().any(condition))
}

/// "…, er habe Zeit": the pronoun opens the clause; so "wenn er komme" in a verse stays out of reach of no one.
fn before_is_clause_start(tokens: &[Token], i: usize) -> bool {
    i >= 2 && tokens.get(i - 2).is_some_and(|t| t.is(',') || t.is(':'))
}
