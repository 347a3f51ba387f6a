//! The yearly review of the Erklärung zur Barrierefreiheit.

use super::{ACCESSIBILITY, IMPRINT, PRIVACY, SETTINGS};
use crate::diagnostic::{Diagnostic, FieldPath, Place, Rule, Severity};
use crate::german::date_in_words;
use crate::site::Site;
use chrono::Months;

/// `legal/review`
pub static RULE: Rule = Rule {
    code: "legal/review",
    severity: Severity::Error,
    title: "Die Erklärung zur Barrierefreiheit wird jedes Jahr geprüft.",
    why: "Die Erklärung muss stimmen. § 7 BITV 2.0 verlangt die Prüfung im Bund jährlich und nach jeder großen Änderung; Klartext hält es auch so.",
    wrong: &[
        IMPRINT,
        PRIVACY,
        ACCESSIBILITY,
        (
            "site.yaml",
            "titel: T\nanbieter: A\nbasis_url: https://example.org/\nbetreiber: lwv\npartner:\n  - id: lwv\n    name: LWV\nrechtliches:\n  vertreten_durch: Verwaltungsausschuss\n  e_mail: info@example.org\n  telefon: Bürgerservice\n  verantwortlich: Leitung der Pressestelle\n  datenschutzbeauftragte: datenschutz@example.org\n  aufsichtsbehoerde: Aufsicht des Landes\n  stand: teilweise\n  pruefverfahren: Selbstbewertung\n  erstellt_am: 2026-01-20\n  geprueft_am: 2025-10-01\n  barriere_melden: barrieren@example.org\n  durchsetzungsstelle: Stelle des Landes\n",
        ),
    ],
    right: &[IMPRINT, PRIVACY, ACCESSIBILITY, SETTINGS],
};

/// After so many months a warning.
const WARN: Months = Months::new(12);
/// After so many months an error.
const FAIL: Months = Months::new(13);

/// The day of the last review.
pub fn check(site: &Site, out: &mut Vec<Diagnostic>) {
    let Some(legal) = &site.settings.legal else { return };
    let Some(day) = legal.reviewed else { return };
    let at = |key| Place::Value(FieldPath::key("rechtliches").then(key));
    let mut wrong = |key, message: String, help: &str| {
        out.push(Diagnostic::new(&RULE, &site.settings.file, at(key), message, help));
    };
    // A day to come would silence this rule for years.
    if day > site.as_of {
        let help = "Tragen Sie den Tag der letzten Prüfung ein, nicht den der nächsten.";
        return wrong("geprueft_am", format!("Der {} ist noch nicht gewesen.", date_in_words(day)), help);
    }
    if let Some(created) = legal.created.filter(|created| *created > day) {
        let message =
            format!("Die Erklärung ist erst am {} erstellt, aber schon davor geprüft.", date_in_words(created));
        return wrong("erstellt_am", message, "Prüfen Sie beide Tage: „erstellt_am“ und „geprueft_am“.");
    }
    let over = |months| day.checked_add_months(months).is_some_and(|end| site.as_of > end);
    if !over(WARN) {
        return;
    }
    let message = format!(
        "Die Erklärung zur Barrierefreiheit wurde zuletzt am {} geprüft. Das ist mehr als ein Jahr her.",
        date_in_words(day)
    );
    let place = at("geprueft_am");
    let help = "Prüfen Sie die Website und die Erklärung, und tragen Sie dann den Tag der Prüfung ein.";
    let mut found = Diagnostic::new(&RULE, &site.settings.file, place, message, help);
    if !over(FAIL) {
        found.severity = Severity::Warning;
    }
    out.push(found);
}
