//! Reviews of a text that has changed since.

use super::{HOME, PAGE};
use crate::diagnostic::{Diagnostic, FieldPath, Place, Rule, Severity};
use crate::german::date_in_words;
use crate::site::Site;

/// `twin/review-stale`
pub static RULE: Rule = Rule {
    code: "twin/review-stale",
    severity: Severity::Warning,
    title: "Geprüft heißt: Genau dieser Text wurde geprüft.",
    why: "Nach einer Änderung weiß niemand, ob der Text noch leicht ist.",
    wrong: &[
        PAGE,
        HOME,
        (
            "s.leicht.md",
            "---\nart: fassung\ntitel: S\npruefung:\n  gruppe: Beispiel-Gruppe\n  datum: 2026-01-01\n  fassung: \"0000000000000000\"\n---\nDas ist ein Text.\n",
        ),
    ],
    right: &[PAGE, HOME, ("s.leicht.md", "---\nart: fassung\ntitel: S\n---\nDas ist ein Text.\n")],
};

/// Reviews whose digest is not that of the text.
pub fn check(site: &Site, out: &mut Vec<Diagnostic>) {
    for (twin, ..) in site.twins() {
        let review = site.twin(twin).and_then(|t| t.review.as_ref());
        if let Some(day) = review.and_then(|r| r.date).filter(|day| *day > site.as_of) {
            out.push(Diagnostic::new(
                &RULE,
                &site.entries[twin].file,
                Place::Value(FieldPath::key("pruefung").then("datum")),
                format!("Die Prüfung am {} liegt in der Zukunft.", date_in_words(day)),
                "Tragen Sie die Prüfung ein, wenn sie gewesen ist. Bis dahin sagt die Seite, dass sie ein Entwurf ist.",
            ));
        }
        if review.is_some_and(|r| r.digest != site.text_digest(twin)) {
            out.push(Diagnostic::new(
                &RULE,
                &site.entries[twin].file,
                Place::Value(FieldPath::key("pruefung").then("fassung")),
                "Der Text wurde nach der Prüfung geändert.",
                "Lassen Sie ihn noch einmal prüfen. Bis dahin sagt die Seite, dass sie ein Entwurf ist.",
            ));
        }
    }
}
