//! Checks that an easy page has a record of a test by a review group.

use super::linter::options::Review;
use super::linter::{Report, RuleDoc, Text};
use crate::diagnostic::{Rule, Severity};

/// The rule.
pub static RULE: RuleDoc = RuleDoc {
    rule: Rule {
        code: "easy/review-missing",
        severity: Severity::Warning,
        title: "Eine Prüf-Gruppe hat den Text gelesen.",
        why: "Nur sie können sagen, ob der Text leicht ist.",
        ..Rule::BASE
    },
    source: "Netzwerk Leichte Sprache; DIN SPEC 33429; Inclusion Europe",
    text: "Menschen mit Lern-Schwierigkeiten prüfen jeden Text in Leichter Sprache.",
    help: "Lassen Sie den Text von einer Prüf-Gruppe lesen. Tragen Sie Gruppe und Tag ein.",
    blind: "Wie gründlich die Prüfung war, weiß die Regel nicht.",
    check,
    ..RuleDoc::BASE
};

fn check(text: &Text<'_>, report: &mut Report<'_>) {
    let Some(page) = &text.options.page else {
        return;
    };
    if page.is_twin && page.review == Review::Missing {
        report.at_source(0..0, "Noch hat keine Prüf-Gruppe den Text gelesen. Der Text ist ein Entwurf.");
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
        assert!(speaks(PageFacts { is_twin: true, ..PageFacts::default() }));
        assert!(!speaks(PageFacts { is_twin: true, review: Review::Valid, ..PageFacts::default() }));
    }
}
