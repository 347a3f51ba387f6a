//! Looks for the sign % after a number.

use super::linter::{Report, RuleDoc, Text};
use crate::diagnostic::{Rule, Severity};
use crate::german::tokens::Kind;

/// The rule.
pub static RULE: RuleDoc = RuleDoc {
    rule: Rule {
        code: "easy/percent",
        severity: Severity::Warning,
        title: "Prozent als Wort.",
        why: "Viele kennen das Zeichen nicht.",
        ..Rule::BASE
    },
    source: "Netzwerk Leichte Sprache; Siegel „Leichte Sprache BW“",
    text: "Schreiben Sie „Prozent“ und nicht „%“. Noch besser: 3 von 100 Menschen.",
    help: "Schreiben Sie: Prozent. Oder sagen Sie: so viele von 100.",
    blind: "Ob ein Vergleich besser ist, muss ein Mensch sagen.",
    wrong: &["Das sind 50 % der Partner.", "Der Anteil ist 3,5%."],
    right: &["Das sind 50 Prozent."],
    check,
    ..RuleDoc::BASE
};

fn check(text: &Text<'_>, report: &mut Report<'_>) {
    for s in text.sentences() {
        let tokens = text.of(s);
        for (i, token) in tokens.iter().enumerate().filter(|(_, t)| t.is('%') || t.is('‰')) {
            let number = i.checked_sub(1).and_then(|b| tokens.get(b)).filter(|t| t.kind == Kind::Number);
            let count = number.map_or("3", |n| text.lower(n));
            let message = format!("Schreiben Sie: Prozent. Noch besser: {count} von 100 Menschen.");
            let entry = report.at(s.block, token.range(), message);
            if let (Some(number), true) = (number, token.is('%')) {
                let gap = number.end as usize..token.end as usize;
                // "50%ig" is another word.
                let alone = tokens.get(i + 1).is_none_or(|t| t.start > token.end || t.kind != Kind::Word);
                entry.fix_at(gap, " Prozent", alone);
            }
        }
    }
}
