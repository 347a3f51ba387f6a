//! Looks for the first past (Präteritum). "War", "hatte" and modal verbs are fine.

use super::linter::{Report, RuleDoc, Text};
use super::subjunctive::is_subjunctive;
use crate::diagnostic::{Rule, Severity};
use crate::german::lexicon::{Class, classes};
use crate::german::tokens::Token;

/// The rule.
pub static RULE: RuleDoc = RuleDoc {
    rule: Rule {
        code: "easy/preterite",
        severity: Severity::Warning,
        title: "Keine erste Vergangenheit.",
        why: "Beim Sprechen benutzen wir die zweite Vergangenheit.",
        ..Rule::BASE
    },
    source: "Duden Leichte Sprache; Siegel „Leichte Sprache BW“; LanguageTool",
    text: "Schreiben Sie „hat gesagt“ und nicht „sagte“. „War“, „hatte“ und „konnte“ sind gut.",
    help: "Schreiben Sie mit „hat“ oder „ist“: Er hat gesagt. Sie ist gegangen.",
    blind: "Verben, die nicht in der Liste stehen, sieht die Regel nicht.",
    wrong: &["Er sagte nichts.", "Sie ging nach Hanau.", "Das Amt prüfte den Antrag.", "Sie blieben in Hanau."],
    right: &[
        "Er hat nichts gesagt.",
        "Das war gut.",
        "Das ist die erweiterte Liste.",
        "Die Stadt hatte Geld.",
        "Er konnte kommen.",
        "Wir gingen, wenn wir könnten.",
    ],
    check,
    ..RuleDoc::BASE
};

fn check(text: &Text<'_>, report: &mut Report<'_>) {
    for s in text.prose() {
        let tokens = text.of(s);
        for (i, token) in tokens.iter().enumerate() {
            if !token.class.any(Class::PRT) || !(token.small() || i == 0) {
                continue;
            }
            let other = Class::MODAL.or(Class::HABEN).or(Class::SEIN).or(Class::WERDEN).or(Class::ADJ);
            // "bat" and "fiel" are sure; a form that is an infinitive or a participle too is not.
            let open = Class::INF.or(Class::PP).or(Class::NOUN).or(Class::DET).or(Class::PREP);
            // "Sie blieben" is a possibility only beside one.
            let possible = token.class.any(Class::KJ2) && is_subjunctive(text, tokens, i, token);
            if possible || token.class.any(other.or(open)) || attribute(text, tokens, i) {
                continue;
            }
            let message =
                format!("„{}“ ist erste Vergangenheit. Schreiben Sie: hat … oder ist …", text.raw(s.block, token));
            report.at(s.block, token.range(), message);
        }
    }
}

/// "die erweiterte Liste": a form in -te before a noun, after an article, an adjective or a preposition.
fn attribute(text: &Text<'_>, tokens: &[Token], i: usize) -> bool {
    let low = tokens.get(i).map_or("", |t| text.lower(t));
    let before = i.checked_sub(1).and_then(|b| tokens.get(b));
    let led =
        before.is_some_and(|t| t.class.any(Class::DET.or(Class::ADJ).or(Class::PREP)) && !t.class.any(Class::PERS));
    let noun = tokens.get(i + 1).is_some_and(Token::capital);
    // "vereinbarten Regeln", "standardisierte Mittel": the participle with an ending looks the same.
    let participle =
        low.strip_suffix("en").or_else(|| low.strip_suffix('e')).is_some_and(|b| classes(b).any(Class::PP));
    if participle && (noun || led) {
        return true;
    }
    (low.ends_with("te") || low.ends_with("ten"))
        && led
        && (noun || tokens.get(i + 1).is_some_and(|t| t.class.any(Class::COORD)))
}
