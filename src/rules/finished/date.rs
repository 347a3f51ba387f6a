//! Dates whose words and figures differ.

use super::{Context, Fault};
use crate::diagnostic::{Rule, Severity};
use crate::german::{WEEKDAYS, date_in_words, month_name, parse_figures, weekday_name};
use crate::html::Page;
use chrono::{Datelike, NaiveDate};

/// `a11y/date`
pub static RULE: Rule = Rule {
    code: "a11y/date",
    severity: Severity::Error,
    title: "Das Datum für Maschinen und das Datum im Text sind dasselbe, und der Wochentag stimmt.",
    why: "Kalender und Vorlese-Programme nehmen das eine, Menschen lesen das andere.",
    wrong: &[("seite.html", "<p>Mittwoch, <time datetime=\"2026-11-05\">5. November 2026</time></p>\n")],
    right: &[("seite.html", "<p>Donnerstag, <time datetime=\"2026-11-05\">5. November 2026</time></p>\n")],
};

/// Every `time`, with the words before it.
pub(super) fn check(page: &Page<'_>, _: &Context<'_>, out: &mut Vec<Fault>) {
    for (id, time) in page.all("time") {
        let Some(iso) = page.attribute(time, "datetime") else { continue };
        let Some(day) = iso.get(..10).and_then(|day| NaiveDate::parse_from_str(day, "%Y-%m-%d").ok()) else { continue };
        let text = page.text(id);
        let figures = text.split_whitespace().find_map(|word| parse_figures(word.trim_matches([',', '.'])));
        let named = (1..=12).find(|month| text.contains(month_name(*month)));
        let number = |n: u32| text.split(|c: char| !c.is_ascii_digit()).any(|word| word.parse() == Ok(n));
        let words = named.is_none_or(|month| {
            let year =
                !text.split(|c: char| !c.is_ascii_digit()).any(|word| word.len() == 4) || number(day.year() as u32);
            month == day.month() && number(day.day()) && year
        });
        if figures.is_some_and(|read| read != day) || !words {
            let message = format!("Im Text steht „{text}“, für Maschinen steht dort {iso}.");
            out.push(Fault::new(&RULE, &text, message, "Geben Sie beide Male denselben Tag an."));
        }
        let around = format!("{} {text}", page.before(id, 14));
        let said = around.split(|c: char| !c.is_alphabetic()).find(|word| WEEKDAYS.contains(word));
        if let Some(said) = said.filter(|said| *said != weekday_name(day)) {
            let message = format!("Der {} ist ein {}, im Text steht „{said}“.", date_in_words(day), weekday_name(day));
            out.push(Fault::new(&RULE, "", message, "Berichtigen Sie den Wochentag oder das Datum."));
        }
    }
}
