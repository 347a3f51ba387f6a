//! Moved meetings that do not say from when.

use super::{BODY, SAMPLE_AGREEMENT};
use crate::diagnostic::{Diagnostic, FieldPath, Place, Rule, Severity};
use crate::kinds::State;
use crate::site::Site;

/// `meeting/moved-without-origin`
pub static RULE: Rule = Rule {
    code: "meeting/moved-without-origin",
    severity: Severity::Error,
    title: "Eine verschobene Sitzung nennt den Tag, für den sie zuerst geplant war.",
    why: "Nur dann bemerken Kalender die neue Zeit, und Leserinnen und Leser sehen, was sich geändert hat.",
    wrong: &[
        SAMPLE_AGREEMENT,
        BODY,
        (
            "t.md",
            "---\nart: sitzung\nid: x-1\ngremium: x\ndatum: 2026-12-12\nstand: verschoben\nbeispiel: true\n---\n## TOP 1: Eins\n\nText.\n",
        ),
    ],
    right: &[
        SAMPLE_AGREEMENT,
        BODY,
        (
            "t.md",
            "---\nart: sitzung\nid: x-1\ngremium: x\ndatum: 2026-12-12\nstand: verschoben\nbeispiel: true\nverschoben_von: 2026-11-30\n---\n## TOP 1: Eins\n\nText.\n",
        ),
    ],
};

/// Meetings in state moved without an earlier day, or with the same one.
pub fn check(site: &Site, out: &mut Vec<Diagnostic>) {
    for (index, entry) in site.entries.iter().enumerate() {
        let Some(meeting) = site.meeting(index) else { continue };
        let problem = if meeting.state == State::Moved && meeting.moved_from.is_empty() {
            Some(("stand", "Diese Sitzung ist verschoben, der frühere Tag fehlt aber."))
        } else if meeting.date.is_some_and(|date| meeting.moved_from.contains(&date)) {
            Some(("verschoben_von", "Der frühere Tag ist derselbe wie der neue."))
        } else {
            None
        };
        if let Some((key, message)) = problem {
            let help = "Schreiben Sie den neuen Tag unter „datum“ und den früheren so: verschoben_von: 2026-03-05";
            out.push(Diagnostic::new(&RULE, &entry.file, Place::Value(FieldPath::key(key)), message, help));
        }
    }
}
