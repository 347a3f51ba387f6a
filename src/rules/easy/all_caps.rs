//! Looks for words in capitals that are no acronyms.

use super::linter::{Report, RuleDoc, Text};
use crate::diagnostic::{Rule, Severity};
use crate::german::lexicon::{Class, classes};
use crate::german::nouns::is_known_noun;
use crate::german::tokens::{Kind, Shape, Token};

/// The rule.
pub static RULE: RuleDoc = RuleDoc {
    rule: Rule {
        code: "easy/all-caps",
        severity: Severity::Error,
        title: "Keine Groß-Buchstaben zum Betonen.",
        why: "Wörter in Groß-Buchstaben kann man schwer lesen.",
        ..Rule::BASE
    },
    source: "Netzwerk Leichte Sprache; Inclusion Europe, Informationen für alle (2009)",
    text: "Schreiben Sie Wörter nicht ganz in Groß-Buchstaben.",
    help: "Schreiben Sie normal. Wichtige Wörter können fett sein.",
    blind: "Kurze unbekannte Wörter in Groß-Buchstaben hält die Regel für Abkürzungen.",
    wrong: &["Das ist WICHTIG.", "Kommen Sie NICHT zu spät."],
    right: &["Das ist **wichtig**.", "Der LWV hilft.", "UNESCO und NATO sind Namen."],
    check,
    ..RuleDoc::BASE
};

fn check(text: &Text<'_>, report: &mut Report<'_>) {
    for s in text.prose() {
        let tokens = text.of(s);
        for token in tokens {
            if token.kind != Kind::Word || !token.shape.has(Shape::ALL_CAPS) || token.shape.has(Shape::DIGIT) {
                continue;
            }
            if !is_word(text, token) || text.options.is_free(text.lower(token)) {
                continue;
            }
            let low = text.lower(token);
            let better = if classes(low) == Class::NONE || is_known_noun(low) { capital(low) } else { low.to_owned() };
            report
                .at(s.block, token.range(), "Schreiben Sie normal. Wichtige Wörter können fett sein.")
                .fix(format!("**{better}**"), false);
        }
    }
}

/// A German word and no acronym: known, or long and pronounceable.
fn is_word(text: &Text<'_>, token: &Token) -> bool {
    let low = text.lower(token);
    let letters = low.chars().count();
    let known = token.class != Class::NONE && !token.class.any(Class::GUESS);
    (letters >= 4 && (known || is_known_noun(low)))
        || (letters == 3 && token.class.any(Class::NEG.or(Class::DET).or(Class::COORD).or(Class::ADVERB)))
        || (letters >= 9 && low.contains(['a', 'e', 'i', 'o', 'u']) && low.ends_with(['n', 't', 'g', 'e', 'r', 's']))
}

fn capital(low: &str) -> String {
    let mut chars = low.chars();
    chars.next().into_iter().flat_map(char::to_uppercase).chain(chars).collect()
}
