//! Checks the language tag of an easy page. Silent where the tag is unknown.

use super::linter::{Report, RuleDoc, Text};
use crate::diagnostic::{Rule, Severity};

/// The rule.
pub static RULE: RuleDoc = RuleDoc {
    rule: Rule {
        code: "easy/lang-tag",
        severity: Severity::Error,
        title: "Die Leichte Fassung nennt ihre Sprache.",
        why: "Vorlese-Programme wählen danach die Stimme.",
        ..Rule::BASE
    },
    source: "WCAG 2.2, 3.1.1; Register der Sprach-Kennungen (IANA), Variante „simple“ seit 2015",
    text: "Die Leichte Fassung nennt ihre Sprache: de-simple, mindestens de.",
    help: "Geben Sie die Sprache der Seite an.",
    blind: "Ob der Text wirklich leicht ist, sagt die Angabe nicht.",
    check,
    ..RuleDoc::BASE
};

fn check(text: &Text<'_>, report: &mut Report<'_>) {
    let Some(page) = &text.options.page else {
        return;
    };
    let Some(lang) = page.lang.as_deref().filter(|_| page.is_twin) else {
        return;
    };
    // Some screen readers know only two letters, so the plain tag is fine on the page itself.
    if !matches!(lang, "de" | "de-simple" | "de-DE") {
        report.at_source(0..0, format!("Die Seite nennt die Sprache „{lang}“. Richtig ist: de-simple."));
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
        assert!(speaks(PageFacts { is_twin: true, lang: Some("en".into()), ..PageFacts::default() }));
        assert!(!speaks(PageFacts { is_twin: true, lang: Some("de-simple".into()), ..PageFacts::default() }));
    }
}
