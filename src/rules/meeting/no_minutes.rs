//! A day of minutes where there are no minutes.

use super::{BODY, SAMPLE_AGREEMENT};
use crate::diagnostic::{Diagnostic, FieldPath, Place, Rule, Severity};
use crate::kinds::State;
use crate::site::Site;

/// `meeting/no-minutes`
pub static RULE: Rule = Rule {
    code: "meeting/no-minutes",
    severity: Severity::Warning,
    title: "Wo ein Tag des Protokolls steht, steht auch das Protokoll.",
    why: "Sonst nennt die Seite einen Tag, an dem das Protokoll erschienen ist, und sagt zugleich, dass es fehlt.",
    wrong: &[
        SAMPLE_AGREEMENT,
        BODY,
        (
            "t.md",
            "---\nart: sitzung\nid: x-1\ngremium: x\ndatum: 2026-03-12\nstand: stattgefunden\nprotokoll_vom: 2026-03-26\nbeispiel: true\n---\n## TOP 1: Eins\n",
        ),
    ],
    right: &[
        SAMPLE_AGREEMENT,
        BODY,
        (
            "t.md",
            "---\nart: sitzung\nid: x-1\ngremium: x\ndatum: 2026-03-12\nstand: stattgefunden\nprotokoll_vom: 2026-03-26\nbeispiel: true\n---\n## TOP 1: Eins\n\nAlle sind da.\n",
        ),
    ],
};

/// Meetings with a possible day of minutes (others are for `meeting/order-of-days`) and without minutes.
pub fn check(site: &Site, out: &mut Vec<Diagnostic>) {
    for (index, entry) in site.entries.iter().enumerate() {
        let Some(meeting) = site.meeting(index).filter(|m| !m.has_minutes) else { continue };
        let possible = |day| day <= site.as_of && meeting.date.is_some_and(|date| date <= day);
        if !meeting.minutes_on.is_some_and(possible) {
            continue;
        }
        let (message, help) = match meeting.state {
            State::Held => (
                "Hier steht ein Tag des Protokolls, die Seite hat aber kein Protokoll.".to_owned(),
                "Schreiben Sie das Protokoll unter die Punkte der Tagesordnung, oder löschen Sie diese Zeile.",
            ),
            state => (
                format!("Hier steht ein Tag des Protokolls, die Sitzung ist aber „{}“.", state.word()),
                "Hat sie stattgefunden, dann schreiben Sie: stand: stattgefunden. Sonst löschen Sie diese Zeile.",
            ),
        };
        out.push(Diagnostic::new(&RULE, &entry.file, Place::Value(FieldPath::key("protokoll_vom")), message, help));
    }
}
