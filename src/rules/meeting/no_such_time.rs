//! Times in the hour that is skipped when summer time begins.

use super::{AGREEMENT, BODY};
use crate::diagnostic::{Diagnostic, FieldPath, Place, Rule, Severity};
use crate::german::date_in_words;
use crate::site::Site;
use chrono::{MappedLocalTime, TimeZone};
use chrono_tz::Europe::Berlin;

/// `meeting/no-such-time`
pub static RULE: Rule = Rule {
    code: "meeting/no-such-time",
    severity: Severity::Error,
    title: "Beginn und Ende einer Sitzung gibt es an ihrem Tag.",
    why: "In der Nacht zur Sommerzeit springt die Uhr von 2 auf 3 Uhr. Die Stunde dazwischen zeigt kein Kalender richtig an.",
    wrong: &[
        AGREEMENT,
        BODY,
        (
            "t.md",
            "---\nart: sitzung\nid: x-1\ngremium: x\ndatum: 2026-03-29\nstand: stattgefunden\nbeispiel: true\nbeginn: \"02:30\"\n---\n## TOP 1: Eins\n\nText.\n",
        ),
    ],
    right: &[
        AGREEMENT,
        BODY,
        (
            "t.md",
            "---\nart: sitzung\nid: x-1\ngremium: x\ndatum: 2026-03-29\nstand: stattgefunden\nbeispiel: true\nbeginn: \"12:30\"\n---\n## TOP 1: Eins\n\nText.\n",
        ),
    ],
};

/// Begin and end of every meeting.
pub fn check(site: &Site, out: &mut Vec<Diagnostic>) {
    for (index, entry) in site.entries.iter().enumerate() {
        let Some((meeting, date)) = site.meeting(index).and_then(|m| Some((m, m.date?))) else { continue };
        for (key, time) in [("beginn", meeting.begin), ("ende", meeting.end)] {
            let Some(time) = time else { continue };
            if Berlin.from_local_datetime(&date.and_time(time)) == MappedLocalTime::None {
                out.push(Diagnostic::new(
                    &RULE,
                    &entry.file,
                    Place::Value(FieldPath::key(key)),
                    format!(
                        "Am {} gibt es {} Uhr nicht: Die Sommerzeit beginnt.",
                        date_in_words(date),
                        time.format("%-H:%M")
                    ),
                    "Prüfen Sie Tag und Uhrzeit.",
                ));
            }
        }
    }
}
