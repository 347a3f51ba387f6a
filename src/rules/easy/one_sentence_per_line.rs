//! Looks for lines with more than one sentence, and for lines that break off after a word that belongs to the next one.

use super::linter::{Report, RuleDoc, Text};
use crate::diagnostic::{Rule, Severity};
use crate::german::doc::BlockKind;
use crate::german::lexicon::Class;
use crate::german::tokens::Shape;

/// The rule.
pub static RULE: RuleDoc = RuleDoc {
    rule: Rule {
        code: "easy/one-sentence-per-line",
        severity: Severity::Error,
        title: "Jeder Satz in einer neuen Zeile.",
        why: "So sieht man gleich, wo ein Satz anfängt und aufhört.",
        ..Rule::BASE
    },
    source: "BITV 2.0 Anlage 2 Teil 2 Nummer 10; Netzwerk Leichte Sprache; Duden Leichte Sprache",
    text: "Jeder Satz beginnt in einer neuen Zeile. Eine Zeile endet nicht nach „der“ oder „im“.",
    help: "Beginnen Sie jeden Satz in einer neuen Zeile.",
    blind: "In Tabellen und Überschriften prüft die Regel nicht.",
    wrong: &["Das ist Hilfe. Sie kostet nichts.", "Die Hilfe steht im\nGesetz."],
    right: &[
        "Das ist Hilfe.\nSie kostet nichts.",
        "Wir treffen uns am 3. Mai in Hanau.",
        "Das steht in Nummer 8 b.",
        "Das nennt man: Assistenz.",
        "## Was ist das? Eine Erklärung",
    ],
    check,
    ..RuleDoc::BASE
};

fn check(text: &Text<'_>, report: &mut Report<'_>) {
    for (n, block) in text.blocks() {
        if !matches!(block.kind, BlockKind::Paragraph | BlockKind::ListItem { .. } | BlockKind::Glossary) {
            continue;
        }
        let sentences = text.block_sentences(n);
        let mut i = 0;
        while i < sentences.len() {
            // Sentences that go on in the line of the one before.
            let follow = sentences[i + 1..]
                .iter()
                .take_while(|s| text.of(s).first().is_some_and(|t| !t.shape.has(Shape::LINE) && !t.is('•')))
                .count();
            for (k, s) in sentences[i + 1..i + 1 + follow].iter().enumerate() {
                let (Some(first), Some(last)) = (text.of(s).first(), text.of(s).last()) else {
                    continue;
                };
                let Some(before) = text.of(&sentences[i + k]).last() else {
                    continue;
                };
                let range = first.start as usize..last.end as usize;
                let message = format!(
                    "In dieser Zeile stehen {} Sätze. Beginnen Sie jeden Satz in einer neuen Zeile.",
                    follow + 1
                );
                let gap = before.end as usize..first.start as usize;
                let entry = report.at(n, range, message);
                let indent = match block.kind {
                    BlockKind::ListItem { depth } => "\n".to_owned() + &"  ".repeat(usize::from(depth)),
                    BlockKind::Glossary => "\n> ".to_owned(),
                    _ => "\n".to_owned(),
                };
                // A line that begins with a figure or a sign could become a list in Markdown.
                let safe = first.capital() && !gap.is_empty() && block.text.get(gap.clone()).is_some_and(|g| g == " ");
                if !gap.is_empty() {
                    entry.fix_at(gap, indent, safe);
                }
            }
            i += 1 + follow;
        }
        broken_lines(text, n, report);
    }
}

fn broken_lines(text: &Text<'_>, block: usize, report: &mut Report<'_>) {
    for s in text.block_sentences(block) {
        let tokens = text.of(s);
        for pair in tokens.windows(2) {
            let [last, next] = pair else { continue };
            if !next.shape.has(Shape::LINE) || !last.small() {
                continue;
            }
            let glue = last.class.any(Class::DET.or(Class::PREP)) && !last.class.any(Class::PRON.or(Class::FIN));
            let verb_prefix = text.lower(last).len() <= 4 && !next.capital();
            if glue && !verb_prefix {
                let message = format!(
                    "Die Zeile endet mit „{}“. Das Wort gehört zur nächsten Zeile. Beginnen Sie dort die neue Zeile.",
                    text.raw(block, last)
                );
                report.at(block, last.range(), message).severity(Severity::Warning);
            }
        }
    }
}
