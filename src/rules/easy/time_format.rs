//! Looks for times of day with needless noughts.

use super::linter::{Report, RuleDoc, Text};
use crate::diagnostic::{Rule, Severity};
use crate::german::tokens::Kind;

/// The rule.
pub static RULE: RuleDoc = RuleDoc {
    rule: Rule {
        code: "easy/time-format",
        severity: Severity::Info,
        title: "Kurze Uhr-Zeiten.",
        why: "Nullen machen die Zeit schwerer.",
        ..Rule::BASE
    },
    source: "Siegel „Leichte Sprache BW“",
    text: "Schreiben Sie 9 Uhr und nicht 09:00 Uhr.",
    help: "Lassen Sie die Nullen weg.",
    blind: "Zeiten ohne das Wort „Uhr“ prüft die Regel nicht.",
    wrong: &["Wir öffnen um 09:00 Uhr.", "Wir schließen um 17.00 Uhr."],
    right: &["Wir öffnen um 9 Uhr.", "Wir schließen um 17.30 Uhr."],
    check,
    ..RuleDoc::BASE
};

fn check(text: &Text<'_>, report: &mut Report<'_>) {
    for s in text.sentences() {
        let tokens = text.of(s);
        for (i, token) in tokens.iter().enumerate().filter(|(_, t)| t.kind == Kind::Number) {
            if tokens.get(i + 1).is_none_or(|t| text.lower(t) != "uhr") {
                continue;
            }
            let written = text.lower(token);
            let Some((hour, minute)) = written.split_once([':', '.']) else {
                continue;
            };
            let (Ok(h), Ok(m)) = (hour.parse::<u8>(), minute.parse::<u8>()) else {
                continue;
            };
            if h > 24 || m > 59 || (m > 0 && !hour.starts_with('0')) {
                continue;
            }
            let better = if m == 0 { h.to_string() } else { format!("{h}.{minute}") };
            report.at(s.block, token.range(), format!("Schreiben Sie die Zeit so: {better} Uhr.")).fix(better, true);
        }
    }
}
