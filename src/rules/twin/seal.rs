//! Seals without a valid review.

use super::{HOME, PAGE};
use crate::diagnostic::{Diagnostic, FieldPath, Place, Rule, Severity};
use crate::site::{ReviewState, Site};

/// `twin/seal-without-review`
pub static RULE: Rule = Rule {
    code: "twin/seal-without-review",
    severity: Severity::Error,
    title: "Ein Siegel gibt es nur mit einer gültigen Prüfung.",
    why: "Nur Menschen mit Lern-Schwierigkeiten können sagen, dass ein Text leicht ist.",
    wrong: &[PAGE, HOME, ("s.leicht.md", "---\nart: fassung\ntitel: S\nsiegel: true\n---\nDas ist ein Text.\n")],
    right: &[PAGE, HOME, ("s.leicht.md", "---\nart: fassung\ntitel: S\n---\nDas ist ein Text.\n")],
};

/// Twins that claim a seal without a review of exactly their text.
pub fn check(site: &Site, out: &mut Vec<Diagnostic>) {
    for (index, ..) in site.twins() {
        if site.twin(index).is_some_and(|t| t.seal)
            && site.review(index).is_none_or(|(_, state)| state != ReviewState::Valid)
        {
            out.push(Diagnostic::new(
                &RULE,
                &site.entries[index].file,
                Place::Value(FieldPath::key("siegel")),
                "Zu diesem Text gibt es keine gültige Prüfung, also auch kein Siegel.",
                "Löschen Sie „siegel“, oder ergänzen Sie „pruefung“ mit dem Prüfzeichen aus: klartext twin status",
            ));
        }
    }
}
