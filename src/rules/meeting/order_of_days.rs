//! Invitations after and minutes before the meeting.

use super::{BODY, SAMPLE_AGREEMENT};
use crate::diagnostic::{Diagnostic, FieldPath, Place, Rule, Severity};
use crate::site::Site;

/// `meeting/order-of-days`
pub static RULE: Rule = Rule {
    code: "meeting/order-of-days",
    severity: Severity::Error,
    title: "Die Einladung kommt vor der Sitzung, das Protokoll danach.",
    why: "Eines der Daten ist vertippt.",
    wrong: &[
        SAMPLE_AGREEMENT,
        BODY,
        (
            "t.md",
            "---\nart: sitzung\nid: x-1\ngremium: x\ndatum: 2026-03-12\nstand: stattgefunden\nbeispiel: true\neingeladen_am: 2026-03-20\n---\n## TOP 1: Eins\n\nText.\n",
        ),
    ],
    right: &[
        SAMPLE_AGREEMENT,
        BODY,
        (
            "t.md",
            "---\nart: sitzung\nid: x-1\ngremium: x\ndatum: 2026-03-12\nstand: stattgefunden\nbeispiel: true\neingeladen_am: 2026-02-20\nprotokoll_vom: 2026-03-20\n---\n## TOP 1: Eins\n\nText.\n",
        ),
    ],
};

/// Days of invitation and minutes against the day of the meeting.
pub fn check(site: &Site, out: &mut Vec<Diagnostic>) {
    for (index, entry) in site.entries.iter().enumerate() {
        let Some((meeting, date)) = site.meeting(index).and_then(|m| Some((m, m.date?))) else { continue };
        let mut add = |key, message: &str| {
            let place = Place::Value(FieldPath::key(key));
            out.push(Diagnostic::new(
                &RULE,
                &entry.file,
                place,
                message,
                "Prüfen Sie dieses Datum und das der Sitzung.",
            ));
        };
        if meeting.invited.is_some_and(|day| day > date) {
            add("eingeladen_am", "Diese Einladung liegt nach der Sitzung.");
        }
        if meeting.minutes_on.is_some_and(|day| day < date) {
            add("protokoll_vom", "Dieses Protokoll liegt vor der Sitzung.");
        }
    }
}
