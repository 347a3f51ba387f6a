//! Checks that an easy page was not changed after its test. The caller compares the digests.

use super::linter::options::Review;
use super::linter::{Report, RuleDoc, Text};
use crate::diagnostic::{Rule, Severity};

/// The rule.
pub static RULE: RuleDoc = RuleDoc {
    rule: Rule {
        code: "easy/review-stale",
        severity: Severity::Warning,
        title: "Die Prüfung gilt für genau diesen Text.",
        why: "Nach einer Änderung kann der Text wieder schwer sein.",
        ..Rule::BASE
    },
    source: "Netzwerk Leichte Sprache; DIN SPEC 33429",
    text: "Eine Prüfung gilt nur für genau den Text, den die Gruppe gelesen hat.",
    help: "Lassen Sie den Text noch einmal prüfen.",
    blind: "Die Regel vergleicht Prüf-Summen. Auch ein Tipp-Fehler weniger zählt als Änderung.",
    check,
    ..RuleDoc::BASE
};

fn check(text: &Text<'_>, report: &mut Report<'_>) {
    let Some(page) = &text.options.page else {
        return;
    };
    if page.is_twin && page.review == Review::Stale {
        let message = "Der Text ist nach der Prüfung anders geworden. Bitte noch einmal prüfen lassen.";
        let severity = if page.seal { Severity::Error } else { Severity::Warning };
        report.at_source(0..0, message).severity(severity);
    }
}

#[cfg(test)]
mod tests {
    use super::super::linter::Options;
    use super::super::linter::options::PageFacts;
    use super::*;
    use crate::german::doc::TextDoc;

    fn speaks(page: PageFacts) -> bool {
        let options = Options { page: Some(page), ..Options::default() };
        super::super::lint(&TextDoc::default(), &options).findings.iter().any(|f| f.rule.code() == RULE.code())
    }

    #[test]
    fn speaks_only_when_due() {
        assert!(speaks(PageFacts { is_twin: true, review: Review::Stale, ..PageFacts::default() }));
        assert!(!speaks(PageFacts { is_twin: true, review: Review::Valid, ..PageFacts::default() }));
    }
}
