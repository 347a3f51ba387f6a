//! Invitations after and minutes before the meeting, and both at a day that is still to come.

use super::{BODY, SAMPLE_AGREEMENT};
use crate::diagnostic::{Diagnostic, FieldPath, Place, Rule, Severity};
use crate::german::date_in_words;
use crate::kinds::State;
use crate::site::Site;

/// `meeting/order-of-days`
pub static RULE: Rule = Rule {
    code: "meeting/order-of-days",
    severity: Severity::Error,
    title: "Die Einladung kommt vor der Sitzung, das Protokoll danach. Ein Tag, an dem etwas geschehen ist, liegt nicht in der Zukunft.",
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

/// Days of invitation and minutes against the day of the meeting and the day of the build.
pub fn check(site: &Site, out: &mut Vec<Diagnostic>) {
    for (index, entry) in site.entries.iter().enumerate() {
        let Some((meeting, date)) = site.meeting(index).and_then(|m| Some((m, m.date?))) else { continue };
        let mut add = |key, message: &str, help: &str| {
            out.push(Diagnostic::new(&RULE, &entry.file, Place::Value(FieldPath::key(key)), message, help));
        };
        let both = "Prüfen Sie dieses Datum und das der Sitzung.";
        // Who has not invited yet may note the day on which it is planned.
        let invited = meeting.state == State::Invited;
        if meeting.invited.is_some_and(|day| day > date) {
            add("eingeladen_am", "Diese Einladung liegt nach der Sitzung.", both);
        } else if let Some(day) = meeting.invited.filter(|day| invited && *day > site.as_of) {
            let message = format!("Die Sitzung ist „eingeladen“, der {} kommt aber erst.", date_in_words(day));
            add("eingeladen_am", &message, "Prüfen Sie das Datum, oder schreiben Sie: stand: geplant");
        }
        if meeting.minutes_on.is_some_and(|day| day < date) {
            add("protokoll_vom", "Dieses Protokoll liegt vor der Sitzung.", both);
        } else if let Some(day) = meeting.minutes_on.filter(|day| *day > site.as_of) {
            let message =
                format!("Dieses Protokoll soll veröffentlicht sein, der {} kommt aber erst.", date_in_words(day));
            let help = "Tragen Sie den Tag ein, an dem es veröffentlicht wurde. Bis dahin löschen Sie die Zeile.";
            add("protokoll_vom", &message, help);
        }
    }
}
