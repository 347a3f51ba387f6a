//! Facts of the operator that the law asks for.

use super::{ACCESSIBILITY, IMPRINT, PRIVACY, SETTINGS, is_public};
use crate::diagnostic::{Diagnostic, FieldPath, Place, Rule, Severity};
use crate::german::date_in_words;
use crate::kinds::LEGAL_FIELDS;
use crate::site::Site;

/// `legal/field`
pub static RULE: Rule = Rule {
    code: "legal/field",
    severity: Severity::Warning,
    title: "In site.yaml stehen alle Angaben, die Impressum, Datenschutz und Barrierefreiheit brauchen.",
    why: "Das Gesetz verlangt diese Angaben. Solange die Website nur eine Adresse wie example.org hat, sagt die Seite, dass eine Angabe fehlt. Mit einer echten Adresse wird die Website erst geschrieben, wenn alle da sind.",
    wrong: &[
        IMPRINT,
        PRIVACY,
        ACCESSIBILITY,
        (
            "site.yaml",
            "titel: T\nanbieter: A\nbasis_url: https://example.org/\nbetreiber: lwv\npartner:\n  - id: lwv\n    name: LWV\nrechtliches:\n  e_mail: info@example.org\n",
        ),
    ],
    right: &[IMPRINT, PRIVACY, ACCESSIBILITY, SETTINGS],
};

/// Every fact that is needed: an error where readers can call the address.
pub fn check(site: &Site, out: &mut Vec<Diagnostic>) {
    let Some(legal) = &site.settings.legal else { return };
    let severity = if is_public(&site.settings.base_url) { Severity::Error } else { RULE.severity };
    let finding = |path: FieldPath, message: String, help: String| {
        let found = Diagnostic::new(&RULE, &site.settings.file, Place::Value(path), message, help);
        Diagnostic { severity, ..found }
    };
    let gone = site.operator().and_then(|o| o.validity.until).filter(|until| *until < site.as_of);
    if let Some(until) = gone {
        let message = format!("Der Betreiber war nur bis zum {} Partner.", date_in_words(until));
        let help = "Tragen Sie den Partner ein, der die Website jetzt betreibt. Es ist genau einer.";
        out.push(finding(FieldPath::key("betreiber"), message, help.to_owned()));
    }
    let mut missing = |path: FieldPath, label: &str, law: &str, help: String| {
        let message = format!("Hier fehlt die Angabe „{label}“ ({law}).");
        out.push(finding(path, message, help));
    };
    if site.settings.operator.is_none() {
        let help = "Ergänzen Sie eine Zeile: betreiber: Kurz-Name des Partners".to_owned();
        missing(FieldPath::key("betreiber"), "Betreiber", "§ 5 DDG", help);
    }
    for field in LEGAL_FIELDS.iter().filter(|f| legal.get(f.key).is_none()) {
        let Some(law) = field.law else { continue };
        let help = format!("Der Betreiber ergänzt unter „rechtliches“ eine Zeile: {}: …", field.key);
        missing(FieldPath::key("rechtliches").then(field.key), field.label, law, help);
    }
}
