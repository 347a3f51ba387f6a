//! Meetings that end before they begin.

use super::{AGREEMENT, BODY};
use crate::diagnostic::{Diagnostic, FieldPath, Place, Rule, Severity};
use crate::site::Site;

/// `meeting/end-before-begin`
pub static RULE: Rule = Rule {
    code: "meeting/end-before-begin",
    severity: Severity::Error,
    title: "Eine Sitzung endet nach ihrem Beginn.",
    why: "Sonst steht sie falsch in jedem Kalender.",
    wrong: &[
        AGREEMENT,
        BODY,
        (
            "t.md",
            "---\nart: sitzung\nid: x-1\ngremium: x\ndatum: 2026-03-12\nstand: stattgefunden\nbeispiel: true\nbeginn: \"10:00\"\nende: \"09:00\"\n---\n## TOP 1: Eins\n\nText.\n",
        ),
    ],
    right: &[
        AGREEMENT,
        BODY,
        (
            "t.md",
            "---\nart: sitzung\nid: x-1\ngremium: x\ndatum: 2026-03-12\nstand: stattgefunden\nbeispiel: true\nbeginn: \"10:00\"\nende: \"12:00\"\n---\n## TOP 1: Eins\n\nText.\n",
        ),
    ],
};

/// Every meeting with both times.
pub fn check(site: &Site, out: &mut Vec<Diagnostic>) {
    for (index, entry) in site.entries.iter().enumerate() {
        let times = site.meeting(index).and_then(|m| Some((m.begin?, m.end?)));
        if times.is_some_and(|(begin, end)| end <= begin) {
            out.push(Diagnostic::new(
                &RULE,
                &entry.file,
                Place::Value(FieldPath::key("ende")),
                "Das Ende liegt nicht nach dem Beginn.",
                "Prüfen Sie beide Uhrzeiten.",
            ));
        }
    }
}
