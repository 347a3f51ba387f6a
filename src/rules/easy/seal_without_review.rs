//! Checks that a page with a seal of easy language has a valid test.

use super::linter::options::Review;
use super::linter::{Report, RuleDoc, Text};
use crate::diagnostic::{Rule, Severity};

/// The rule.
pub static RULE: RuleDoc = RuleDoc {
    rule: Rule {
        code: "easy/seal-without-review",
        severity: Severity::Error,
        title: "Ein Siegel steht nur auf einem geprüften Text.",
        why: "Das Siegel verspricht: Menschen mit Lern-Schwierigkeiten haben den Text geprüft.",
        ..Rule::BASE
    },
    standard: Some(Severity::Error),
    source: "Bedingungen für das Logo von Inclusion Europe; Netzwerk Leichte Sprache",
    text: "Ein Siegel für Leichte Sprache darf nur auf einem geprüften Text stehen.",
    help: "Nehmen Sie das Siegel weg. Oder lassen Sie den Text prüfen.",
    blind: "Ob Sie das Siegel benutzen dürfen, muss ein Mensch klären.",
    check,
    ..RuleDoc::BASE
};

fn check(text: &Text<'_>, report: &mut Report<'_>) {
    let Some(page) = &text.options.page else {
        return;
    };
    if page.seal && page.review != Review::Valid {
        report.at_source(0..0, "Das Siegel darf hier noch nicht stehen. Es fehlt die Prüfung.");
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
        assert!(speaks(PageFacts { is_twin: true, seal: true, ..PageFacts::default() }));
        assert!(!speaks(PageFacts { is_twin: true, seal: true, review: Review::Valid, ..PageFacts::default() }));
    }
}
