//! Looks for acronyms that the page does not explain. Each is reported once.

use std::collections::BTreeSet;

use super::linter::{Report, RuleDoc, Text};
use crate::diagnostic::{Rule, Severity};
use crate::german::numbers::is_roman;
use crate::german::stem;
use crate::german::tokens::{Kind, Shape, Token};

/// The rule.
pub static RULE: RuleDoc = RuleDoc {
    rule: Rule {
        code: "easy/acronym",
        severity: Severity::Warning,
        title: "Abkürzungen aus Groß-Buchstaben erklären.",
        why: "Niemand kennt alle Abkürzungen.",
        ..Rule::BASE
    },
    standard: Some(Severity::Info),
    source: "WCAG 2.2, 3.1.4; Siegel „Leichte Sprache BW“",
    text: "Erklären Sie Abkürzungen wie LWV auf der Seite. Oder machen Sie einen Link zum Wörter-Buch.",
    help: "Erklären Sie die Abkürzung auf dieser Seite.",
    blind: "Sehr bekannte Abkürzungen (EU, LKW, WC) erlaubt die Regel. Weitere stehen in der Liste der Seite.",
    wrong: &["Der LWV bezahlt das."],
    right: &[
        "Der LWV bezahlt das.\nLWV heißt: Landes-Wohlfahrts-Verband.",
        "Die EU hilft.",
        "## WICHTIG",
        "Das ist der Landes-Wohlfahrts-Verband.\nDie Abkürzung ist: LWV.",
    ],
    check,
    ..RuleDoc::BASE
};

/// Acronyms that most people know better than the long form.
const KNOWN: &[&str] = &[
    "EU", "USA", "UN", "UNO", "ARD", "ZDF", "WC", "PC", "CD", "DVD", "TV", "SMS", "PDF", "LKW", "PKW", "SPD", "CDU",
    "CSU", "FDP", "DDR", "BRD", "NATO", "FIFA", "AIDS", "HIV", "GPS", "USB", "WLAN", "DNA", "IT", "EM", "WM", "FC",
    "ADAC", "TÜV", "DRK", "VHS", "ICE", "AG", "OP", "BMW", "VW", "IKEA", "UV", "LED", "KI", "DFB", "NS", "RTL", "WDR",
    "HR", "MDR",
];

fn check(text: &Text<'_>, report: &mut Report<'_>) {
    let mut seen = BTreeSet::new();
    for s in text.prose().filter(|s| !text.is_heading(s.block)) {
        let tokens = text.of(s);
        for (i, token) in tokens.iter().enumerate() {
            if token.kind != Kind::Word || !token.shape.has(Shape::ALL_CAPS) {
                continue;
            }
            let written = text.raw(s.block, token);
            if !is_acronym(text, tokens, i, written) || seen.contains(written) {
                continue;
            }
            seen.insert(written);
            if text.in_link(s.block, token) || text.is_explained(&stem(written)) {
                continue;
            }
            let message = format!("Was heißt „{written}“? Erklären Sie die Abkürzung auf dieser Seite.");
            report.at(s.block, token.range(), message);
        }
    }
}

fn is_acronym(text: &Text<'_>, tokens: &[Token], i: usize, written: &str) -> bool {
    let letters = written.chars().count();
    let Some(token) = tokens.get(i) else {
        return false;
    };
    let low = text.lower(token);
    let options = text.options;
    let known = KNOWN.contains(&written) || options.acronyms.contains(written) || options.is_free(low);
    let in_glossary = options.glossary.iter().any(|t| t.word == written || t.variants.iter().any(|v| v == written));
    let neighbour_caps = [i.checked_sub(1), Some(i + 1)]
        .into_iter()
        .flatten()
        .filter_map(|n| tokens.get(n))
        .any(|t| t.shape.has(Shape::ALL_CAPS) && t.end - t.start > 5);
    (2..=6).contains(&letters)
        && !token.shape.has(Shape::HYPHEN)
        && !known
        && !in_glossary
        && !neighbour_caps
        && !is_roman(low)
        && (token.class == crate::german::lexicon::Class::NONE
            || letters <= 3 && !token.class.any(crate::german::lexicon::Class::NEG))
}
