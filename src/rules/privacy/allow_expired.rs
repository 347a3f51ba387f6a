//! Exceptions whose day is over.

use super::guard::LIST;
use crate::diagnostic::{Diagnostic, FieldPath, Place, Rule, Severity};
use crate::german::date_in_words;
use crate::site::Site;

/// `privacy/allow-expired`
pub static RULE: Rule = Rule {
    code: "privacy/allow-expired",
    severity: Severity::Error,
    title: "Keine Ausnahme ist abgelaufen.",
    why: "Ämter und Nummern wechseln. Jede Ausnahme wird deshalb von Zeit zu Zeit neu angesehen.",
    wrong: &[
        ("s.md", "---\nart: seite\nid: s\ntitel: S\n---\nteilhabe@stelle-erfunden.de\n"),
        (
            "erlaubt.yaml",
            "- art: e-mail\n  text: teilhabe@stelle-erfunden.de\n  grund: Postfach der Geschäftsführung\n  zustaendig: Redaktion\n  bis: 2025-06-30\n",
        ),
    ],
    right: &[
        ("s.md", "---\nart: seite\nid: s\ntitel: S\n---\nteilhabe@stelle-erfunden.de\n"),
        (
            "erlaubt.yaml",
            "- art: e-mail\n  text: teilhabe@stelle-erfunden.de\n  grund: Postfach der Geschäftsführung\n  zustaendig: Redaktion\n  bis: 2027-06-30\n",
        ),
    ],
};

/// Every exception.
pub fn check(site: &Site, out: &mut Vec<Diagnostic>) {
    for exception in &site.settings.exceptions {
        let Some(until) = exception.until.filter(|until| *until < site.as_of) else { continue };
        out.push(Diagnostic::new(
            &RULE,
            &LIST.into(),
            Place::Value(FieldPath::default().at(exception.index).then("bis")),
            format!("Diese Ausnahme galt bis {}.", date_in_words(until)),
            "Prüfen Sie, ob der Grund noch gilt. Dann setzen Sie einen neuen Tag, sonst löschen Sie Eintrag und Angabe.",
        ));
    }
}
