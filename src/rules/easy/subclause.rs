//! Looks for subordinate clauses with a conjunction or a question word.

use super::linter::text::{clause_end, ends_clause, maybe_finite};
use super::linter::{Report, RuleDoc, Text};
use crate::diagnostic::{Rule, Severity};
use crate::german::lexicon::Class;
use crate::german::tokens::{Shape, Token};

/// The rule.
pub static RULE: RuleDoc = RuleDoc {
    rule: Rule {
        code: "easy/subclause",
        severity: Severity::Warning,
        title: "Keine Neben-Sätze.",
        why: "Ein Satz mit Neben-Satz sagt 2 Dinge. Das ist schwer.",
        ..Rule::BASE
    },
    source: "Duden Leichte Sprache; Netzwerk Leichte Sprache; Siegel „Leichte Sprache BW“",
    text: "Schreiben Sie Haupt-Sätze. „Wenn“, „weil“, „dass“, „damit“ und „ob“ dürfen am Anfang von der Zeile stehen. Im Profil „duden“ auch das nicht.",
    help: "Machen Sie aus dem Neben-Satz einen eigenen Satz.",
    blind: "Neben-Sätze ohne Binde-Wort und ohne Komma sieht die Regel oft nicht.",
    wrong: &[
        "Sie bekommen Hilfe, weil Sie krank sind.",
        "Wir hoffen, dass Sie kommen.",
        "Im Gesetz steht, was die Kasse zahlt.",
        "Obwohl es regnet, gehen wir.",
    ],
    right: &[
        "Sie sind krank.\nDeshalb bekommen Sie Hilfe.",
        "Wenn Sie Hilfe brauchen:\nRufen Sie uns an.",
        "Was ist das?",
        "Seit Montag ist das Amt zu.",
        "Seitdem gibt es mehr Geld.",
        "Er ist größer als ich.",
    ],
    check,
    ..RuleDoc::BASE
};

fn check(text: &Text<'_>, report: &mut Report<'_>) {
    for s in text.prose() {
        let tokens = text.of(s);
        let question = tokens.last().is_some_and(|t| t.is('?'));
        for (i, token) in tokens.iter().enumerate() {
            let opens = token.class.any(Class::SUBJ.or(Class::SUBJ_SURE).or(Class::W_WORD));
            if !opens || !(token.small() || i == 0 || token.shape.has(Shape::LINE)) {
                continue;
            }
            let low = text.lower(token);
            let at_start = starts(tokens, i) || token.shape.has(Shape::LINE);
            if at_start && (text.options.allow_subclause.contains(low) || question) {
                continue;
            }
            if !is_subclause(text, tokens, i, at_start) {
                continue;
            }
            let message = format!(
                "Hier beginnt ein Neben-Satz mit „{}“. Machen Sie daraus einen eigenen Satz.",
                text.raw(s.block, token)
            );
            report.at(s.block, token.range(), message);
        }
    }
}

/// First word of the sentence, or after a colon, a list sign or a leading "und", "oder", "aber", "nur".
fn starts(tokens: &[Token], i: usize) -> bool {
    let before = tokens.get(..i).unwrap_or(&[]);
    let lead = |t: &Token| t.class.any(Class::COORD) || t.is(':') || t.is('•') || t.is('„');
    match before {
        [] => true,
        [.., last] if last.is(':') || last.is('•') || last.is('„') => true,
        [one] => lead(one) || one.class.any(Class::ADVERB),
        [one, two] => one.class.any(Class::COORD) && two.class.any(Class::ADVERB),
        _ => false,
    }
}

fn is_subclause(text: &Text<'_>, tokens: &[Token], i: usize, at_start: bool) -> bool {
    let Some(token) = tokens.get(i) else {
        return false;
    };
    let low = text.lower(token);
    let end = clause_end(tokens, i + 1);
    let clause = tokens.get(i + 1..end).unwrap_or(&[]);
    let after_comma = i > 0 && tokens.get(i - 1).is_some_and(|t| t.is(','))
        || i > 1
            && tokens.get(i - 2).is_some_and(|t| t.is(','))
            && tokens.get(i - 1).is_some_and(|t| t.class.any(Class::COORD.or(Class::ADVERB).or(Class::PREP)));
    let verb_last = clause.last().is_some_and(|t| maybe_finite(t) || t.class.any(Class::INF));
    if token.class.any(Class::SUBJ_SURE) {
        // "wenn" and its like do nothing else; at the start a comma or a final verb must show the clause.
        return !clause.is_empty() && (verb_last || (after_comma && clause.len() >= 2) || clause_has_verb(clause));
    }
    if token.class.any(Class::SUBJ) {
        let split = matches!(
            low,
            "als" | "bis" | "seit" | "seitdem" | "während" | "da" | "damit" | "ehe" | "solange" | "soweit"
        );
        if split && !at_start && !after_comma {
            return false;
        }
        let comma_follows = tokens.get(end).is_some_and(|t| t.is(','));
        return clause.len() >= 2
            && verb_last
            && (after_comma || (at_start && comma_follows))
            && !second_is_verb(clause);
    }
    // Question words: only after a comma, with the verb last.
    let welcher = token.class.any(Class::WELCH);
    after_comma
        && !welcher
        && !matches!(low, "wie" | "was" | "das")
        && clause.len() >= 2
        && verb_last
        && !second_is_verb(clause)
        || after_comma && matches!(low, "was" | "wie") && verb_last && clause.len() >= 2
        || starts(tokens, i) && low == "wer" && verb_last && tokens.get(end).is_some_and(|t| t.is(','))
}

fn clause_has_verb(clause: &[Token]) -> bool {
    clause.iter().any(maybe_finite)
}

/// "da ist er": main clause, the verb comes first.
fn second_is_verb(clause: &[Token]) -> bool {
    let sure = |t: &Token| t.class.any(Class::SEIN.or(Class::HABEN).or(Class::MODAL).or(Class::WERDEN)) && t.small();
    clause.first().is_some_and(sure) && clause.len() > 1 && !clause.get(1).is_some_and(ends_clause)
}
