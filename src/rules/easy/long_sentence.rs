//! Counts the words of each sentence. Never counts the segments of a split word: splitting must not be punished.

use super::linter::{Report, RuleDoc, Text};
use crate::diagnostic::{Rule, Severity};

/// The rule.
pub static RULE: RuleDoc = RuleDoc {
    rule: Rule {
        code: "easy/long-sentence",
        severity: Severity::Warning,
        title: "Kurze Sätze.",
        why: "Am Ende eines langen Satzes wissen viele den Anfang nicht mehr.",
        ..Rule::BASE
    },
    standard: Some(Severity::Warning),
    source: "BITV 2.0 Anlage 2 Teil 2 Nummer 5; Netzwerk Leichte Sprache; Siegel „Leichte Sprache BW“ (5 bis 10 Wörter)",
    text: "Ein Satz hat höchstens 12 Wörter. Ab 16 Wörtern ist es ein Fehler. In Alltags-Sprache gelten 25 und 40 Wörter.",
    help: "Machen Sie 2 Sätze daraus. Jeder Satz sagt eine Sache.",
    blind: "Ein kurzer Satz kann trotzdem schwer sein.",
    wrong: &[
        "Der Landkreis und die Stadt treffen sich im Frühling und im Herbst mit allen Partnern in Hanau.",
        "- Wir sprechen dort über die Wohnungen und über die Arbeit und über die Freizeit.",
    ],
    right: &[
        "Der Landkreis und die Stadt treffen sich.\nSie treffen sich 2-mal im Jahr.",
        "> Dieser Satz ist ein Zitat und darf deshalb auch einmal sehr viel länger sein als andere.",
    ],
    check,
    ..RuleDoc::BASE
};

fn check(text: &Text<'_>, report: &mut Report<'_>) {
    let (max, worst) = (text.options.max_words, text.options.max_words_error);
    for s in text.prose().filter(|s| s.words > max) {
        let tokens = text.of(s);
        let (Some(first), Some(last)) = (tokens.first(), tokens.last()) else {
            continue;
        };
        let message =
            format!("Dieser Satz hat {} Wörter. Besser sind höchstens {max}. Machen Sie 2 Sätze daraus.", s.words);
        let entry = report.at(s.block, first.start as usize..last.end as usize, message);
        if s.words > worst {
            entry.severity(Severity::Error);
        }
    }
}
