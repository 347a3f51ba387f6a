//! Looks for numbers of five or more digits and for decimals.

use super::linter::{Report, RuleDoc, Text};
use crate::diagnostic::{Rule, Severity};
use crate::german::tokens::{Kind, Token};

/// The rule.
pub static RULE: RuleDoc = RuleDoc {
    rule: Rule {
        code: "easy/large-number",
        severity: Severity::Info,
        title: "Keine hohen Zahlen.",
        why: "Hohe Zahlen und Komma-Zahlen kann man sich schwer vorstellen.",
        ..Rule::BASE
    },
    source: "Netzwerk Leichte Sprache; Siegel „Leichte Sprache BW“",
    text: "Schreiben Sie statt hoher Zahlen: viele, wenige. Oder vergleichen Sie.",
    help: "Schreiben Sie „viele“ oder einen Vergleich. Oder erklären Sie die Zahl.",
    blind: "Ob die genaue Zahl wichtig ist, muss ein Mensch sagen.",
    wrong: &["Im Kreis wohnen 423.000 Menschen.", "Das sind 3,5 Stunden."],
    right: &["Im Kreis wohnen viele Menschen.", "Das war im Jahr 2019.", "Das Telefon hat die Nummer 06181 12345."],
    check,
    ..RuleDoc::BASE
};

fn check(text: &Text<'_>, report: &mut Report<'_>) {
    for s in text.prose() {
        let tokens = text.of(s);
        for (i, token) in tokens.iter().enumerate().filter(|(_, t)| t.kind == Kind::Number) {
            let written = text.lower(token);
            let digits = written.bytes().filter(u8::is_ascii_digit).count();
            let dots = written.matches('.').count();
            let grouped =
                dots == 0 || written.split('.').skip(1).all(|g| g.split(',').next().is_some_and(|g| g.len() == 3));
            let neighbour =
                |t: Option<&Token>| t.is_some_and(|t| t.kind == Kind::Number || t.is('/') || t.is('-') || t.is('+'));
            let chain = neighbour(i.checked_sub(1).and_then(|b| tokens.get(b))) || neighbour(tokens.get(i + 1));
            let large = digits >= 5 && !written.starts_with('0') && grouped && !written.contains(':');
            let postal = digits == 5 && dots == 0 && tokens.get(i + 1).is_some_and(Token::capital);
            let decimal = written.contains(',') && !written.ends_with(",00");
            if (large || decimal) && !chain && !postal {
                let message = format!(
                    "„{written}“ ist eine schwere Zahl. Schreiben Sie „viele“ oder „wenige“. Oder vergleichen Sie."
                );
                report.at(s.block, token.range(), message);
            }
        }
    }
}
