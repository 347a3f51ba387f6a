//! Reports suppressions that hide nothing, name no rule or give no reason. Runs after all other rules.

use super::linter::suppress::Suppression;
use super::linter::{Options, Report, RuleDoc};
use crate::diagnostic::{Rule, Severity};

/// The rule.
pub static RULE: RuleDoc = RuleDoc {
    rule: Rule {
        code: "easy/unused-suppression",
        severity: Severity::Warning,
        title: "Ausnahmen mit Grund.",
        why: "Ohne Grund weiß später niemand, warum die Ausnahme da ist.",
        ..Rule::BASE
    },
    standard: Some(Severity::Warning),
    source: "Regel von Klartext",
    text: "Eine Ausnahme nennt die Regel und den Grund: `<!-- easy:ok long-word: Name vom Amt -->`.",
    help: "Schreiben Sie einen Grund dazu. Oder löschen Sie die Ausnahme.",
    blind: "Ob der Grund gut ist, muss ein Mensch sagen.",
    wrong: &[
        "<!-- easy:ok long-word: Name vom Amt -->\nDas ist gut.",
        "<!-- easy:ok abbreviation -->\nDas ist z. B. gut.",
        "<!-- easy:ok longword: Name -->\nDas ist gut.",
    ],
    right: &["<!-- easy:ok abbreviation: So steht es auf dem Schild -->\nAuf dem Schild steht: z. B."],
    ..RuleDoc::BASE
};

pub(super) fn check(suppressions: &[Suppression], options: &Options, report: &mut Report<'_>) {
    if options.rules.get(RULE.code()) == Some(&None) {
        return;
    }
    for s in suppressions {
        let message = if s.rule.is_empty() || super::rule(&s.rule).is_none() {
            format!("Die Ausnahme nennt keine bekannte Regel: „{}“.", s.rule)
        } else if s.reason.is_empty() {
            format!("Die Ausnahme für „{}“ hat keinen Grund. Schreiben Sie nach einem Doppel-Punkt, warum.", s.rule)
        } else if !s.used() {
            format!("Die Ausnahme für „{}“ wird nicht gebraucht. Löschen Sie die Zeile.", s.rule)
        } else {
            continue;
        };
        report.at_source(s.comment.clone(), message);
    }
}
