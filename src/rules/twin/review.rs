//! Reviews of a text that has changed since.

use super::{HOME, PAGE};
use crate::diagnostic::{Diagnostic, FieldPath, Place, Rule, Severity};
use crate::german::date_in_words;
use crate::site::{ReviewState, Site};

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

/// Reviews of another text than the twin's, and those that have not happened.
pub fn check(site: &Site, out: &mut Vec<Diagnostic>) {
    for (twin, ..) in site.twins() {
        let Some((review, state)) = site.review(twin) else { continue };
        let (field, message, help) = match state {
            ReviewState::Valid => continue,
            ReviewState::Ahead => (
                "datum",
                format!("Die Prüfung am {} liegt in der Zukunft.", review.date.map(date_in_words).unwrap_or_default()),
                "Tragen Sie die Prüfung ein, wenn sie gewesen ist. Bis dahin sagt die Seite, dass sie ein Entwurf ist.",
            ),
            ReviewState::Outdated => (
                "fassung",
                "Der Text wurde nach der Prüfung geändert.".to_owned(),
                "Lassen Sie ihn noch einmal prüfen. Bis dahin sagt die Seite, dass sie ein Entwurf ist.",
            ),
        };
        let place = Place::Value(FieldPath::key("pruefung").then(field));
        out.push(Diagnostic::new(&RULE, &site.entries[twin].file, place, message, help));
    }
}
