//! Days of the week that do not fit the date behind them.

use crate::diagnostic::{Diagnostic, Place, Rule, Severity};
use crate::german::{MONTHS, WEEKDAYS, date_in_words, weekday_name};
use crate::site::Site;
use crate::source::Span;
use chrono::NaiveDate;
use rayon::prelude::*;
use regex::Regex;
use std::sync::LazyLock;

/// `text/weekday`
pub static RULE: Rule = Rule {
    code: "text/weekday",
    severity: Severity::Warning,
    title: "Wochentag und Datum passen zusammen.",
    why: "Wer „Mittwoch, 5. November“ liest und der 5. November ist ein Donnerstag, kommt am falschen Tag.",
    wrong: &[("s.md", "---\nart: seite\nid: s\ntitel: S\n---\nWir treffen uns am Mittwoch, 5. November 2026.\n")],
    right: &[("s.md", "---\nart: seite\nid: s\ntitel: S\n---\nWir treffen uns am Donnerstag, 5. November 2026.\n")],
};

/// A day of the week with a whole date behind it: "Montag, den 1. Juni 2026", "Montag, 01.06.2026". `None` never happens: the
/// pattern is fixed.
static DATED: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let pattern = format!(
        r"\b({}),?\s+(?:de[nmr]\s+)?([0-9]{{1,2}})\.\s*(?:({})\s+|([0-9]{{1,2}})\.\s*)([0-9]{{4}})\b",
        WEEKDAYS.join("|"),
        MONTHS.join("|")
    );
    Regex::new(&pattern).ok()
});

/// Every text, front matter included. A warning, because a signed text stays as it was signed. WCAG 2.2, 3.1.5.
pub fn check(site: &Site, out: &mut Vec<Diagnostic>) {
    let Some(dated) = &*DATED else { return };
    out.par_extend(site.entries.par_iter().flat_map_iter(|entry| {
        dated.captures_iter(&entry.document.source).filter_map(|found| {
            let number = |group: usize| found.get(group).and_then(|g| g.as_str().parse::<u32>().ok());
            let named = |name: &str| (1..).zip(MONTHS).find(|(_, month)| *month == name).map(|(number, _)| number);
            let month = found.get(3).map_or_else(|| number(4), |name| named(name.as_str()))?;
            let day = NaiveDate::from_ymd_opt(number(5)? as i32, month, number(2)?)?;
            let (whole, said) = (found.get(0)?, found.get(1)?);
            let right = weekday_name(day);
            (said.as_str() != right).then(|| {
                let span = Span::new(whole.start(), whole.end());
                let message = format!("Der {} ist ein {right}, hier steht „{}“.", date_in_words(day), said.as_str());
                let help = "Berichtigen Sie den Wochentag oder das Datum.";
                Diagnostic::new(&RULE, &entry.file, Place::Span(span), message, help)
            })
        })
    }));
}
