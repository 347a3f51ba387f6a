//! Looks at the words of links: they must tell where the link leads.

use super::linter::{Report, RuleDoc, Text};
use crate::diagnostic::{Rule, Severity};
use crate::german::doc::MarkKind;

/// The rule.
pub static RULE: RuleDoc = RuleDoc {
    rule: Rule {
        code: "easy/link-text",
        severity: Severity::Warning,
        title: "Links sagen ihr Ziel.",
        why: "Vorlese-Programme lesen oft nur die Links vor.",
        ..Rule::BASE
    },
    standard: Some(Severity::Warning),
    source: "WCAG 2.2, 2.4.4; Inclusion Europe, Informationen für alle (2009)",
    text: "Die Wörter vom Link sagen, wohin er führt. „Hier“ und „mehr“ sagen es nicht.",
    help: "Schreiben Sie in den Link, was auf der Seite steht.",
    blind: "Ob das Ziel stimmt, prüft eine andere Regel.",
    wrong: &[
        "Mehr lesen Sie [hier](a.md).",
        "[Klicken Sie hier](a.md).",
        "[https://www.beispiel.de/a/b](https://www.beispiel.de/a/b)",
    ],
    right: &[
        "Lesen Sie die [Regeln für das Treffen](a.md).",
        "Die Seite heißt [www.beispiel.de](https://www.beispiel.de).",
    ],
    check,
    ..RuleDoc::BASE
};

const EMPTY: &[&str] = &[
    "hier",
    "mehr",
    "weiter",
    "link",
    "dort",
    "da",
    "mehr lesen",
    "weiterlesen",
    "weiter lesen",
    "klicken sie hier",
    "hier klicken",
    "mehr dazu",
    "mehr infos",
    "infos",
    "mehr informationen",
    "weitere informationen",
    "details",
    "siehe hier",
    "zur seite",
    "download",
];

fn check(text: &Text<'_>, report: &mut Report<'_>) {
    for (n, block) in text.blocks() {
        for mark in &block.marks {
            if !matches!(mark.kind, MarkKind::Link { .. }) {
                continue;
            }
            let words = block
                .text
                .get(mark.range.clone())
                .unwrap_or("")
                .trim()
                .trim_end_matches(['.', '!', '›', '»', '→', ' ']);
            let low = words.to_lowercase();
            let bare = low.contains("://") && !low.contains(' ');
            if EMPTY.contains(&low.as_str()) || bare {
                let message =
                    format!("Der Link „{words}“ sagt nicht, wohin er führt. Schreiben Sie das Ziel in den Link.");
                report.at(n, mark.range.clone(), message);
            }
        }
    }
}
