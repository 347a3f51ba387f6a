//! Checks that a page with a duty has an easy twin. Silent where nothing is known of the page.

use super::linter::options::TwinDuty;
use super::linter::{Report, RuleDoc, Text};
use crate::diagnostic::{Rule, Severity};

/// The rule.
pub static RULE: RuleDoc = RuleDoc {
    rule: Rule {
        code: "easy/twin-missing",
        severity: Severity::Warning,
        title: "Wichtige Seiten haben eine Leichte Fassung.",
        why: "Das Gesetz will es. Und alle sollen mitreden können.",
        ..Rule::BASE
    },
    standard: Some(Severity::Warning),
    source: "HVBIT § 3 Absatz 3 mit BITV 2.0 Anlage 2 (Start-Seite); sonst Vorgabe der Seite",
    text: "Die Start-Seite braucht eine Fassung in Leichter Sprache. Andere Seiten, wenn die Einstellungen es sagen.",
    help: "Schreiben Sie eine Leichte Fassung. Der Name der Datei endet mit: .leicht.md",
    blind: "Ob die Fassung das Wichtige sagt, muss ein Mensch prüfen.",
    check,
    ..RuleDoc::BASE
};

fn check(text: &Text<'_>, report: &mut Report<'_>) {
    let Some(page) = &text.options.page else {
        return;
    };
    if page.has_twin || page.is_twin {
        return;
    }
    let severity = match page.twin_required {
        Some(TwinDuty::Law) => Severity::Error,
        Some(TwinDuty::Setting) => Severity::Warning,
        None => return,
    };
    report.at_source(0..0, "Diese Seite hat keine Fassung in Leichter Sprache.").severity(severity);
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
        assert!(speaks(PageFacts { twin_required: Some(TwinDuty::Law), ..PageFacts::default() }));
        assert!(!speaks(PageFacts { twin_required: Some(TwinDuty::Law), has_twin: true, ..PageFacts::default() }));
    }
}
