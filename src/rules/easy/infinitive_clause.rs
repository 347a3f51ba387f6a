//! Looks for "um … zu", "ohne … zu", "anstatt … zu" and for a comma with "zu" and an infinitive at the end.

use super::linter::text::{clause_end, ends_clause};
use super::linter::{Report, RuleDoc, Text};
use crate::diagnostic::{Rule, Severity};
use crate::german::lexicon::Class;
use crate::german::tokens::Token;

/// The rule.
pub static RULE: RuleDoc = RuleDoc {
    rule: Rule {
        code: "easy/infinitive-clause",
        severity: Severity::Warning,
        title: "Keine Sätze mit „um … zu“.",
        why: "In so einem Satz fehlt die Person.",
        ..Rule::BASE
    },
    source: "Duden Leichte Sprache; LanguageTool",
    text: "Vermeiden Sie „um … zu“, „ohne … zu“ und andere Neben-Sätze mit „zu“.",
    help: "Machen Sie daraus einen eigenen Satz. Zum Beispiel mit: damit, so, denn.",
    blind: "Ohne Komma („Sie versuchen zu lernen“) prüft die Regel nicht.",
    wrong: &[
        "Sie lernt, um Arbeit zu finden.",
        "Er hat vor, bald zu kommen.",
        "Sie geht, ohne sich anzumelden.",
        "Wir bitten Sie, sich anzumelden.",
    ],
    right: &[
        "Wir treffen uns um 9 Uhr.",
        "Sie hat viel zu tun.",
        "Er geht zu seiner Mutter.",
        "Das Amt ist von 8 Uhr bis 12 Uhr offen, montags zu.",
    ],
    check,
    ..RuleDoc::BASE
};

fn check(text: &Text<'_>, report: &mut Report<'_>) {
    for s in text.prose() {
        let tokens = text.of(s);
        let mut reported_to = 0;
        for (i, token) in tokens.iter().enumerate() {
            let opens = i == 0 || tokens.get(i - 1).is_some_and(ends_clause);
            let opener = matches!(text.lower(token), "um" | "ohne" | "anstatt" | "statt");
            let comma = i > 0 && tokens.get(i - 1).is_some_and(|t| t.is(','));
            let joined = opener && i > 0 && tokens.get(i - 1).is_some_and(|t| t.class.any(Class::COORD));
            let end = clause_end(tokens, i);
            let clause = tokens.get(i..end).unwrap_or(&[]);
            let hit =
                (opener && (opens || joined || verb_with_zu_later(text, clause)) && infinitive_with_zu(text, clause))
                    || (comma
                        && !opener
                        && opens_clause(text, token)
                        && infinitive_with_zu(text, clause)
                        && no_finite(clause));
            // "zu mindern, zu beseitigen, auszugleichen" is one chain.
            let chain = reported_to > 0 && i <= reported_to + 2;
            if hit {
                reported_to = end;
            }
            if hit && !chain && token.kind == crate::german::tokens::Kind::Word {
                let message = format!(
                    "Hier beginnt ein Neben-Satz mit „{}“. Machen Sie daraus einen eigenen Satz.",
                    text.raw(s.block, token)
                );
                report.at(s.block, token.range(), message);
            }
        }
    }
}

/// Whether a word after a comma may open a clause; an adjective goes on with a list ("die volle, wirksame Hilfe zu geben").
fn opens_clause(text: &Text<'_>, token: &Token) -> bool {
    let known = Class::DET.or(Class::PREP).or(Class::PRON).or(Class::NEG).or(Class::COORD).or(Class::ZU_INF);
    let adverb = token.class.any(Class::ADVERB) || matches!(text.lower(token), "zu" | "sich" | "sie");
    token.capital() || token.class.any(known) || adverb
}

/// "… um Arbeit zu finden" without a comma: only if "um" leads to "zu" and an infinitive at the very end.
fn verb_with_zu_later(text: &Text<'_>, clause: &[Token]) -> bool {
    clause.first().is_some_and(|t| text.lower(t) == "um") && clause.len() >= 3
}

fn infinitive_with_zu(text: &Text<'_>, clause: &[Token]) -> bool {
    let Some(last) = clause.last() else {
        return false;
    };
    let zu_before = clause.len() >= 2 && clause.get(clause.len() - 2).is_some_and(|t| text.lower(t) == "zu");
    let ending = text.lower(last).ends_with('n');
    last.small()
        && ((zu_before && ending && !last.class.any(Class::ADJ.or(Class::ADVERB)))
            || last.class.any(Class::ZU_INF)
            || last.class.any(Class::MODAL)
                && clause.len() >= 3
                && clause.get(clause.len() - 2).is_some_and(|t| text.lower(t) == "zu"))
}

/// A clause of its own subject and verb is no infinitive clause ("…, sie hat viel zu tun").
fn no_finite(clause: &[Token]) -> bool {
    let n = clause.len().saturating_sub(1);
    !clause.iter().take(n).any(|t| {
        t.small() && t.class.any(Class::SEIN.or(Class::HABEN).or(Class::MODAL).or(Class::WERDEN))
            || (t.small() && t.class.any(Class::FIN) && !t.class.any(Class::INF.or(Class::ADJ).or(Class::PP)))
    })
}
