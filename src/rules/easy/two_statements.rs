//! Looks for two finite verbs joined by "und", "oder", "aber" …: two statements in one sentence.

use super::linter::text::{clause_end, clause_start, ends_clause, surely_finite};
use super::linter::{Report, RuleDoc, Text};
use crate::diagnostic::{Rule, Severity};
use crate::german::lexicon::Class;
use crate::german::tokens::Token;

/// The rule.
pub static RULE: RuleDoc = RuleDoc {
    rule: Rule {
        code: "easy/two-statements",
        severity: Severity::Warning,
        title: "Ein Satz sagt eine Sache.",
        why: "Man kann sich 2 Sachen auf einmal schwer merken.",
        ..Rule::BASE
    },
    source: "Netzwerk Leichte Sprache; DIN SPEC 33429; Siegel „Leichte Sprache BW“",
    text: "Ein Satz sagt nur eine Sache.",
    help: "Schreiben Sie 2 Sätze. Der zweite Satz kann mit „Und“ anfangen.",
    blind: "2 Tun-Wörter in der Grund-Form („lesen und schreiben“) hält die Regel für eine Sache.",
    wrong: &["Das Amt prüft den Antrag und der Kreis bezahlt die Hilfe.", "Sie kommt aus Hanau und arbeitet im Amt."],
    right: &[
        "Das Amt prüft den Antrag.\nUnd der Kreis bezahlt die Hilfe.",
        "Wir helfen Müttern und Vätern.",
        "Sie können lesen und schreiben.",
        "Das Haus ist groß und hell.",
    ],
    check,
    ..RuleDoc::BASE
};

fn check(text: &Text<'_>, report: &mut Report<'_>) {
    for s in text.prose() {
        let tokens = text.of(s);
        for (i, token) in tokens.iter().enumerate().skip(1) {
            if !token.small() || !token.class.any(Class::COORD) {
                continue;
            }
            let (start, end) = (clause_start(tokens, i), clause_end(tokens, i + 1));
            let comma = tokens.get(i - 1).is_some_and(|t| t.is(','));
            let start = if comma { clause_start(tokens, i - 1) } else { start };
            let left = tokens.get(main_clause_start(text, tokens, start, i)..i).unwrap_or(&[]);
            let right = tokens.get(i + 1..end).unwrap_or(&[]);
            let subordinate = left.iter().chain(right.iter()).any(|t| t.class.any(Class::SUBJ_SURE));
            if subordinate || !has_verb(left) || !own_statement(text, left, right) {
                continue;
            }
            let Some(last) = tokens.get(end.saturating_sub(1)) else {
                continue;
            };
            report.at(
                s.block,
                token.start as usize..last.end as usize,
                "Der Satz sagt 2 Dinge. Schreiben Sie 2 Sätze.",
            );
        }
    }
}

/// Commas of a list do not end the main clause: the left side reaches back to the start of the sentence, unless a
/// subordinate clause or a sign other than a comma stands between.
fn main_clause_start(text: &Text<'_>, tokens: &[Token], start: usize, i: usize) -> usize {
    let before = tokens.get(..i).unwrap_or(&[]);
    let opens = |n: usize, t: &Token| {
        let after_comma = n > 0 && tokens.get(n - 1).is_some_and(|b| b.is(','));
        t.class.any(Class::SUBJ_SURE)
            || (after_comma && t.class.any(Class::D_REL.or(Class::W_WORD).or(Class::SUBJ).or(Class::PREP)))
            || (ends_clause(t) && !t.is(','))
            || (after_comma && text.lower(t) == "um")
    };
    if before.iter().enumerate().any(|(n, t)| opens(n, t)) { start } else { 0 }
}

/// Whether the words before "und" have a finite verb that is no attribute ("die beteiligten Träger").
fn has_verb(left: &[Token]) -> bool {
    left.iter()
        .enumerate()
        .any(|(n, t)| surely_finite(t) && !(t.class.any(Class::PRT) && left.get(n + 1).is_some_and(Token::capital)))
}

/// Whether the words after "und" have a finite verb of their own, before the next "und".
fn own_statement(text: &Text<'_>, left: &[Token], right: &[Token]) -> bool {
    let next = right.iter().position(|t| t.class.any(Class::COORD));
    let right = right.get(..next.unwrap_or(right.len())).unwrap_or(right);
    let Some(verb) = right.iter().enumerate().find(|(n, t)| is_own_verb(text, left, right, *n, t)) else {
        return false;
    };
    // "wurde geprüft und bezahlt": one participle more, not one verb more.
    let helper = left.iter().any(|t| t.class.any(Class::WERDEN.or(Class::HABEN).or(Class::SEIN)));
    !(helper && verb.1.class.any(Class::PP))
}

fn is_own_verb(text: &Text<'_>, left: &[Token], right: &[Token], n: usize, t: &Token) -> bool {
    let before = n.checked_sub(1).and_then(|b| right.get(b));
    let after = right.get(n + 1);
    // "beteiligte Träger": a form in -te before a noun is mostly an attribute.
    let attribute = t.class.any(Class::PRT) && after.is_some_and(Token::capital);
    // "und geprüft werden" hangs on "muss".
    let modal = left.iter().any(|t| t.class.any(Class::MODAL.or(Class::WERDEN)));
    let after_participle = before.is_some_and(|b| b.class.any(Class::PP.or(Class::INF)));
    let helper = matches!(text.lower(t), "werden" | "haben") && (modal || after_participle);
    let auxiliary = Class::WERDEN.or(Class::HABEN).or(Class::SEIN).or(Class::MODAL);
    let participle = t.class.any(Class::PP) && after.is_some_and(|a| a.class.any(auxiliary));
    // "wahrnehmen zu können".
    let zu = before.is_some_and(|b| text.lower(b) == "zu");
    surely_finite(t) && !attribute && !helper && !participle && !zu
}
