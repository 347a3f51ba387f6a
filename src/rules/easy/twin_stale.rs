//! Checks that an easy twin was written from the present source page. The caller compares the digests.

use super::linter::{Report, RuleDoc, Text};
use crate::diagnostic::{Rule, Severity};

/// The rule.
pub static RULE: RuleDoc = RuleDoc {
    rule: Rule {
        code: "easy/twin-stale",
        severity: Severity::Error,
        title: "Die Leichte Fassung passt zu ihrem Ausgangs-Text.",
        why: "Sonst steht in der Leichten Fassung etwas Falsches.",
        ..Rule::BASE
    },
    source: "Regel von Klartext; DIN SPEC 33429 (Pflege von Texten)",
    text: "Wenn sich der Ausgangs-Text ändert, muss jemand die Leichte Fassung prüfen.",
    help: "Lesen Sie beide Fassungen. Ändern Sie die Leichte Fassung. Bestätigen Sie dann den neuen Stand.",
    blind: "Die Regel vergleicht Prüf-Summen. Sie weiß nicht, ob die Änderung wichtig ist.",
    check,
    ..RuleDoc::BASE
};

fn check(text: &Text<'_>, report: &mut Report<'_>) {
    let Some(page) = &text.options.page else {
        return;
    };
    if let Some(date) = page.stale_since.as_ref().filter(|_| page.is_twin) {
        report.at_source(0..0, format!("Der Ausgangs-Text ist neu seit {date}. Bitte prüfen Sie die Leichte Fassung."));
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
        assert!(speaks(PageFacts { is_twin: true, stale_since: Some("3. Mai 2026".into()), ..PageFacts::default() }));
        assert!(!speaks(PageFacts { is_twin: true, ..PageFacts::default() }));
    }
}
