//! Looks for relative clauses: comma, perhaps a preposition, "der/die/das/welche", and the verb at the end.

use super::linter::text::{clause_end, maybe_finite, surely_finite};
use super::linter::{Report, RuleDoc, Text};
use crate::diagnostic::{Rule, Severity};
use crate::german::lexicon::Class;
use crate::german::tokens::Token;

/// The rule.
pub static RULE: RuleDoc = RuleDoc {
    rule: Rule {
        code: "easy/relative-clause",
        severity: Severity::Warning,
        title: "Keine Relativ-Sätze.",
        why: "Man muss sich merken, zu welchem Wort der Satz gehört.",
        ..Rule::BASE
    },
    source: "Duden Leichte Sprache; Netzwerk Leichte Sprache",
    text: "Erklären Sie ein Wort in einem eigenen Satz und nicht in einem Satz mit „der“, „die“ oder „das“ nach einem Komma.",
    help: "Machen Sie daraus einen eigenen Satz.",
    blind: "Ohne Komma sieht die Regel den Satz nicht. Eine Aufzählung mit Komma ist kein Fehler.",
    wrong: &[
        "Das ist die Frau, die im Amt arbeitet.",
        "Es gibt Menschen, mit denen wir oft sprechen.",
        "Das ist ein Haus, welches dem Kreis gehört.",
    ],
    right: &[
        "Das ist die Frau.\nSie arbeitet im Amt.",
        "Wir helfen: dem Vater, der Mutter und den Kindern.",
        "Das Haus ist alt, das ist klar.",
        "Der Mann, die Frau und das Kind kommen.",
    ],
    check,
    ..RuleDoc::BASE
};

fn check(text: &Text<'_>, report: &mut Report<'_>) {
    for s in text.prose() {
        let tokens = text.of(s);
        for (comma, _) in tokens.iter().enumerate().filter(|(_, t)| t.is(',')) {
            let mut i = comma + 1;
            if tokens.get(i).is_some_and(|t| t.small() && t.class.any(Class::PREP)) {
                i += 1;
            }
            let Some(token) = tokens.get(i) else { continue };
            if !token.small() || !token.class.any(Class::D_REL.or(Class::WELCH)) {
                continue;
            }
            let end = clause_end(tokens, i + 1);
            let clause = tokens.get(i + 1..end).unwrap_or(&[]);
            let outside =
                tokens.get(..comma).unwrap_or(&[]).iter().chain(tokens.get(end..).unwrap_or(&[])).any(surely_finite);
            let noun_first = clause.first().is_some_and(Token::capital);
            let list = lists(clause) && (noun_first || !outside);
            if is_relative(text, clause, i > comma + 1) && !list {
                let message = format!(
                    "Hier beginnt ein Neben-Satz mit „{}“. Machen Sie daraus einen eigenen Satz.",
                    text.raw(s.block, token)
                );
                report.at(s.block, token.range(), message);
            }
        }
    }
}

/// "…, die Frau und das Kind": "und" with an article shows a list.
fn lists(clause: &[Token]) -> bool {
    clause.windows(2).any(|p| matches!(p, [a, b] if a.class.any(Class::COORD) && b.class.any(Class::DET)))
}

fn is_relative(text: &Text<'_>, clause: &[Token], preposition: bool) -> bool {
    let Some(last) = verb_end(text, clause) else {
        return false;
    };
    // ", die Regeln zu beachten": that is for the rule on "zu".
    let zu = clause.len() >= 2 && clause.get(clause.len() - 2).is_some_and(|t| text.lower(t) == "zu");
    if zu || clause.last().is_some_and(|t| t.class.any(Class::ZU_INF)) {
        return false;
    }
    // "das ist klar": the verb is second, so this is a main clause.
    let first_is_verb = clause
        .first()
        .is_some_and(|t| maybe_finite(t) && !t.class.any(Class::INF) && clause.len() > 1 && !t.class.any(Class::PP));
    if first_is_verb {
        return false;
    }
    // ", die Frau geht": article and noun; a relative clause would go on longer.
    let noun_verb = clause.len() == 2 && clause.first().is_some_and(Token::capital) && !preposition;
    clause.len() >= 2 && !noun_verb && last
}

/// Whether the clause ends with its verb; "teilnehmen können", "geprüft worden sind" too.
fn verb_end(text: &Text<'_>, clause: &[Token]) -> Option<bool> {
    let last = clause.last()?;
    if last.kind == crate::german::tokens::Kind::Word && last.small() {
        let low = text.lower(last);
        let finite = maybe_finite(last) && !last.class.any(Class::ADJ);
        let guessed = !last.class.any(Class::ADJ.or(Class::ADVERB).or(Class::NEG).or(Class::PREP).or(Class::DET))
            && low.len() >= 4
            && low.ends_with('t')
            && last.class == Class::NONE;
        return Some(finite || guessed);
    }
    Some(false)
}
