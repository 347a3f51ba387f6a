//! Planned meetings whose day is over.

use super::{BODY, SAMPLE_AGREEMENT};
use crate::diagnostic::{Diagnostic, FieldPath, Place, Rule, Severity};
use crate::kinds::State;
use crate::site::Site;

/// `meeting/still-planned`
pub static RULE: Rule = Rule {
    code: "meeting/still-planned",
    severity: Severity::Warning,
    title: "Nach dem Tag der Sitzung steht da, was aus ihr geworden ist.",
    why: "Eine Sitzung, die noch „geplant“ ist, zählt nicht als gehalten.",
    wrong: &[
        SAMPLE_AGREEMENT,
        BODY,
        (
            "t.md",
            "---\nart: sitzung\nid: x-1\ngremium: x\ndatum: 2026-03-12\nstand: geplant\nbeispiel: true\n---\n## TOP 1: Eins\n\nText.\n",
        ),
    ],
    right: &[
        SAMPLE_AGREEMENT,
        BODY,
        (
            "t.md",
            "---\nart: sitzung\nid: x-1\ngremium: x\ndatum: 2026-03-12\nstand: stattgefunden\nbeispiel: true\n---\n## TOP 1: Eins\n\nText.\n",
        ),
    ],
};

/// Meetings before the day of the build that are planned, invited or moved.
pub fn check(site: &Site, out: &mut Vec<Diagnostic>) {
    for (index, entry) in site.entries.iter().enumerate() {
        let Some(meeting) = site.meeting(index) else { continue };
        let open = matches!(meeting.state, State::Planned | State::Invited | State::Moved);
        if open && meeting.date.is_some_and(|date| date < site.as_of) {
            out.push(Diagnostic::new(
                &RULE,
                &entry.file,
                Place::Value(FieldPath::key("stand")),
                format!("Der Tag dieser Sitzung ist vorbei, sie ist aber noch „{}“.", meeting.state.word()),
                "Schreiben Sie, was aus ihr geworden ist: stattgefunden, verschoben (mit neuem Datum) oder abgesagt.",
            ));
        }
    }
}
