//! Looks for words of the glossary that the page uses but neither explains nor links at their first use.

use std::collections::{BTreeSet, HashMap};

use super::linter::options::Term;
use super::linter::{Options, Report, RuleDoc, Text};
use crate::diagnostic::{Rule, Severity};
use crate::german::doc::BlockKind;
use crate::german::stem;
use crate::german::tokens::Kind;

/// The rule.
pub static RULE: RuleDoc = RuleDoc {
    rule: Rule {
        code: "easy/unexplained-term",
        severity: Severity::Error,
        title: "Schwere Wörter erklären.",
        why: "Wer ein Wort nicht kennt, versteht den Satz nicht.",
        ..Rule::BASE
    },
    source: "Netzwerk Leichte Sprache; Duden Leichte Sprache; WCAG 2.2, 3.1.3",
    text: "Ein Wort aus dem Wörter-Buch braucht beim ersten Mal eine Erklärung oder einen Link.",
    help: "Erklären Sie das Wort in der nächsten Zeile. Oder machen Sie einen Link zum Wörter-Buch.",
    blind: "Die Regel kennt nur Wörter aus dem Wörter-Buch der Seite.",
    wrong: &["Sie bekommen Assistenz.", "Die Assistenz kommt um 9 Uhr.\nSie bleibt bis 10 Uhr."],
    right: &[
        "Assistenz heißt: Jemand hilft Ihnen.",
        "Jemand hilft Ihnen.\nDas nennt man: Assistenz.",
        "Sie bekommen [Assistenz](../woerter/assistenz.md).",
        "Assistenz ist eine Hilfe.",
    ],
    example_options: || Options {
        glossary: vec![Term { word: "Assistenz".into(), explanation: "Jemand hilft Ihnen.".into(), ..Term::default() }],
        ..Options::default()
    },
    check,
    ..RuleDoc::BASE
};

fn check(text: &Text<'_>, report: &mut Report<'_>) {
    let glossary = &text.options.glossary;
    if glossary.is_empty() {
        return;
    }
    let mut terms: HashMap<String, usize> = HashMap::new();
    for (n, term) in glossary.iter().enumerate() {
        for word in std::iter::once(&term.word).chain(&term.variants) {
            terms.insert(stem(word), n);
        }
    }
    let mut seen = BTreeSet::new();
    for s in text.prose().filter(|s| text.doc.blocks[s.block].kind != BlockKind::Glossary) {
        for token in text.of(s).iter().filter(|t| t.kind == Kind::Word) {
            let found = stem(text.lower(token));
            let Some(n) = terms.get(&found) else { continue };
            let Some(term) = glossary.get(*n).filter(|_| seen.insert(*n)) else {
                continue;
            };
            let explained = std::iter::once(&term.word).chain(&term.variants).any(|w| text.is_explained(&stem(w)));
            if explained || text.in_link(s.block, token) {
                continue;
            }
            let message = format!(
                "„{}“ ist ein schweres Wort. Erklären Sie es beim ersten Mal: {}",
                text.raw(s.block, token),
                term.explanation
            );
            report.at(s.block, token.range(), message);
        }
    }
}
