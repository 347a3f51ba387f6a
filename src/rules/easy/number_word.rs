//! Looks for number words from two on and writes them as figures. Never touches "ein": mostly it is an article.

use super::linter::{Report, RuleDoc, Text};
use crate::diagnostic::{Rule, Severity};
use crate::german::lexicon::Class;
use crate::german::numbers::word_value;
use crate::german::tokens::{Kind, Shape, Token};

/// The rule.
pub static RULE: RuleDoc = RuleDoc {
    rule: Rule {
        code: "easy/number-word",
        severity: Severity::Warning,
        title: "Zahlen als Ziffern.",
        why: "Ziffern sieht man schneller.",
        ..Rule::BASE
    },
    source: "Netzwerk Leichte Sprache; Duden Leichte Sprache; Siegel „Leichte Sprache BW“",
    text: "Schreiben Sie Zahlen als Ziffern: 3 Partner. „Ein“ und „eine“ bleiben.",
    help: "Schreiben Sie die Zahl als Ziffer.",
    blind: "„Hundert“ und „tausend“ prüft die Regel nicht.",
    wrong: &["Es gibt drei Partner.", "Zwölf Menschen kommen."],
    right: &[
        "Es gibt 3 Partner.",
        "Geben Sie acht.",
        "Wir sieben das Mehl.",
        "Es gibt eine Partnerin.",
        "Nehmen Sie sich in Acht.",
        "Sieben Sie das Mehl.",
        "Schreiben Sie an drei@example.org.",
        "Die Datei heißt drei.pdf.",
    ],
    check,
    ..RuleDoc::BASE
};

fn check(text: &Text<'_>, report: &mut Report<'_>) {
    for s in text.prose() {
        let tokens = text.of(s);
        for (i, token) in tokens.iter().enumerate() {
            let low = text.lower(token);
            // No number word is shorter than "elf" or longer than "siebenundsiebzig".
            if token.kind != Kind::Word || low.len() < 3 || low.len() > 20 || token.shape.has(Shape::HYPHEN) {
                continue;
            }
            // "drei.pdf", "vier-ecken.de": a name that a machine reads.
            let glued = |n: usize| tokens.get(i + n).filter(|t| t.shape.has(Shape::GLUED));
            if glued(1).is_some_and(|t| t.is('.')) && glued(2).is_some_and(|t| t.kind == Kind::Word) {
                continue;
            }
            let Some(value) = word_value(low) else {
                continue;
            };
            if (token.capital() && i > 0 && !after_colon(tokens, i)) || is_other_word(text, tokens, i, low) {
                continue;
            }
            report
                .at(s.block, token.range(), format!("Schreiben Sie die Zahl als Ziffer: {value}."))
                // "Drei." at the beginning of a line would become an item of a list.
                .fix(value.to_string(), value <= 12 && !(i == 0 && tokens.get(1).is_none_or(|t| t.is('.'))));
        }
    }
}

fn after_colon(tokens: &[Token], i: usize) -> bool {
    tokens.get(i - 1).is_some_and(|t| t.is(':') || t.is('•'))
}

/// "acht geben", "wir sieben", "alle viere".
fn is_other_word(text: &Text<'_>, tokens: &[Token], i: usize, low: &str) -> bool {
    let near = |w: &[&str]| tokens.iter().any(|t| w.contains(&text.lower(t)));
    let before = i.checked_sub(1).and_then(|b| tokens.get(b));
    match low {
        "acht" => {
            before.is_some_and(|t| text.lower(t) == "außer")
                || near(&["geben", "gibt", "gebt", "gebe", "nehmen", "nimmt"])
                    && tokens.get(i + 1).is_none_or(|t| !t.capital())
        }
        "sieben" => {
            i == 0 && tokens.get(1).is_some_and(|t| text.lower(t) == "sie")
                || before.is_some_and(|t| matches!(text.lower(t), "wir" | "sie" | "zu"))
                    && !tokens.get(i + 1).is_some_and(Token::capital)
                || tokens.get(i + 1).is_some_and(|t| t.class.any(Class::DET))
        }
        _ => false,
    }
}
