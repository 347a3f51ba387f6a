//! Held meetings whose day is still to come.

use super::{BODY, SAMPLE_AGREEMENT};
use crate::diagnostic::{Diagnostic, FieldPath, Place, Rule, Severity};
use crate::kinds::State;
use crate::site::Site;

/// `meeting/held-in-future`
pub static RULE: Rule = Rule {
    code: "meeting/held-in-future",
    severity: Severity::Error,
    title: "Eine Sitzung hat erst stattgefunden, wenn ihr Tag da ist.",
    why: "Sonst stünde auf der Website etwas, das nicht geschehen ist.",
    wrong: &[
        SAMPLE_AGREEMENT,
        BODY,
        (
            "t.md",
            "---\nart: sitzung\nid: x-1\ngremium: x\ndatum: 2026-12-12\nstand: stattgefunden\nbeispiel: true\n---\n## TOP 1: Eins\n\nText.\n",
        ),
    ],
    right: &[
        SAMPLE_AGREEMENT,
        BODY,
        (
            "t.md",
            "---\nart: sitzung\nid: x-1\ngremium: x\ndatum: 2026-12-12\nstand: geplant\nbeispiel: true\n---\n## TOP 1: Eins\n\nText.\n",
        ),
    ],
};

/// Meetings after the day of the build that are called held.
pub fn check(site: &Site, out: &mut Vec<Diagnostic>) {
    for (index, entry) in site.entries.iter().enumerate() {
        let held = site.meeting(index).filter(|m| m.state == State::Held);
        if held.is_some_and(|m| m.date.is_some_and(|date| date > site.as_of)) {
            out.push(Diagnostic::new(
                &RULE,
                &entry.file,
                Place::Value(FieldPath::key("stand")),
                "Diese Sitzung soll stattgefunden haben, ihr Tag kommt aber erst.",
                "Prüfen Sie das Datum, oder schreiben Sie: stand: geplant",
            ));
        }
    }
}
