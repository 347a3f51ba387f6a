//! Exceptions that nobody will look at again.

use super::guard::LIST;
use crate::diagnostic::{Diagnostic, FieldPath, Place, Rule, Severity};
use crate::german::date_in_words;
use crate::site::Site;
use chrono::Months;

/// `privacy/allow-long`
pub static RULE: Rule = Rule {
    code: "privacy/allow-long",
    severity: Severity::Error,
    title: "Jede Ausnahme endet in höchstens fünf Jahren.",
    why: "Ämter und Nummern wechseln. Eine Ausnahme ohne Ende sieht niemand mehr an, und sie deckt später einen Fehler.",
    wrong: &[
        ("s.md", "---\nart: seite\nid: s\ntitel: S\n---\nteilhabe@stelle-erfunden.de\n"),
        (
            "erlaubt.yaml",
            "- art: e-mail\n  text: teilhabe@stelle-erfunden.de\n  grund: Postfach der Geschäftsführung\n  zustaendig: Redaktion\n  bis: 2999-06-30\n",
        ),
    ],
    right: &[
        ("s.md", "---\nart: seite\nid: s\ntitel: S\n---\nteilhabe@stelle-erfunden.de\n"),
        (
            "erlaubt.yaml",
            "- art: e-mail\n  text: teilhabe@stelle-erfunden.de\n  grund: Postfach der Geschäftsführung\n  zustaendig: Redaktion\n  bis: 2031-11-23\n",
        ),
    ],
};

/// How long an exception may last from the day of the build, in years.
const YEARS: u32 = 5;

/// Every exception.
pub fn check(site: &Site, out: &mut Vec<Diagnostic>) {
    let Some(last) = site.as_of.checked_add_months(Months::new(12 * YEARS)) else { return };
    for exception in &site.settings.exceptions {
        let Some(until) = exception.until.filter(|until| *until > last) else { continue };
        out.push(Diagnostic::new(
            &RULE,
            &LIST.into(),
            Place::Value(FieldPath::default().at(exception.index).then("bis")),
            format!("Diese Ausnahme gilt bis {}. Das ist zu lang.", date_in_words(until)),
            format!("Setzen Sie einen Tag, an dem jemand neu prüft: spätestens {}.", date_in_words(last)),
        ));
    }
}
