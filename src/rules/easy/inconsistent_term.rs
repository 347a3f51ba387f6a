//! Looks for two words for one thing on a page, by the glossary's lists of words to avoid.

use std::collections::{BTreeMap, HashMap};

use super::linter::options::Term;
use super::linter::{Options, Report, RuleDoc, Text};
use crate::diagnostic::{Rule, Severity};
use crate::german::stem;
use crate::german::tokens::{Kind, Token};

/// The rule.
pub static RULE: RuleDoc = RuleDoc {
    rule: Rule {
        code: "easy/inconsistent-term",
        severity: Severity::Warning,
        title: "Immer das gleiche Wort.",
        why: "Bei 2 Wörtern denkt man an 2 Sachen.",
        ..Rule::BASE
    },
    source: "BITV 2.0 Anlage 2 Teil 2 Nummer 3; Netzwerk Leichte Sprache; Duden Leichte Sprache",
    text: "Nehmen Sie für eine Sache immer das gleiche Wort.",
    help: "Nehmen Sie immer das Wort aus dem Wörter-Buch.",
    blind: "Die Regel kennt nur Wörter aus dem Wörter-Buch der Seite.",
    wrong: &["Die Assistenz hilft.\nDie Begleitung kommt um 9 Uhr."],
    right: &["Die Assistenz hilft.\nDie Assistenz kommt um 9 Uhr.", "Die Begleitung hilft."],
    example_options: || Options {
        glossary: vec![Term {
            word: "Assistenz".into(),
            avoid: vec!["Begleitung".into(), "Betreuung".into()],
            variants: Vec::new(),
            explanation: String::new(),
        }],
        ..Options::default()
    },
    check,
    ..RuleDoc::BASE
};

fn check(text: &Text<'_>, report: &mut Report<'_>) {
    // Stem of every word of a group → its term and its place in the group; 0 is the word to use.
    let mut words: HashMap<String, (usize, usize)> = HashMap::new();
    for (n, term) in text.options.glossary.iter().enumerate().filter(|(_, t)| !t.avoid.is_empty()) {
        words.insert(stem(&term.word), (n, 0));
        for (w, word) in term.avoid.iter().enumerate() {
            words.entry(stem(word)).or_insert((n, w + 1));
        }
    }
    if words.is_empty() {
        return;
    }
    let mut used: BTreeMap<usize, Vec<(usize, usize, Token)>> = BTreeMap::new();
    for s in text.prose() {
        for token in text.of(s).iter().filter(|t| t.kind == Kind::Word) {
            if let Some((n, w)) = words.get(&stem(text.lower(token))) {
                used.entry(*n).or_default().push((*w, s.block, *token));
            }
        }
    }
    for (n, places) in used {
        let (Some(term), Some((first, ..))) = (text.options.glossary.get(n), places.first()) else {
            continue;
        };
        let main = if places.iter().any(|(w, ..)| *w == 0) { 0 } else { *first };
        let name = |w: usize| {
            if w == 0 { Some(&term.word) } else { term.avoid.get(w - 1) }
        };
        for (w, block, token) in places.iter().filter(|(w, ..)| *w != main && *w != 0) {
            let (Some(a), Some(b)) = (name(main), name(*w)) else {
                continue;
            };
            let message = format!("Sie schreiben „{a}“ und „{b}“. Nehmen Sie immer: {}.", term.word);
            report.at(*block, token.range(), message);
        }
    }
}
