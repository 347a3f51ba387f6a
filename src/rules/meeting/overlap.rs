//! Two meetings of one body at the same time.

use super::{BODY, SAMPLE_AGREEMENT};
use crate::diagnostic::{Diagnostic, FieldPath, Place, Rule, Severity};
use crate::kinds::{Meeting, State};
use crate::site::{EntryIndex, Site};
use chrono::Timelike;

/// `meeting/overlap`
pub static RULE: Rule = Rule {
    code: "meeting/overlap",
    severity: Severity::Warning,
    title: "Ein Gremium trifft sich nicht zweimal zur selben Zeit.",
    why: "Meist ist eine Sitzung doppelt angelegt.",
    wrong: &[
        SAMPLE_AGREEMENT,
        BODY,
        (
            "t.md",
            "---\nart: sitzung\nid: x-1\ngremium: x\ndatum: 2026-03-12\nstand: stattgefunden\nbeispiel: true\nbeginn: \"10:00\"\nende: \"12:00\"\n---\n## TOP 1: Eins\n\nText.\n",
        ),
        (
            "u.md",
            "---\nart: sitzung\nid: x-2\ngremium: x\ndatum: 2026-03-12\nstand: stattgefunden\nbeispiel: true\nbeginn: \"11:00\"\n---\n## TOP 1: Eins\n\nText.\n",
        ),
    ],
    right: &[
        SAMPLE_AGREEMENT,
        BODY,
        (
            "t.md",
            "---\nart: sitzung\nid: x-1\ngremium: x\ndatum: 2026-03-12\nstand: stattgefunden\nbeispiel: true\nbeginn: \"10:00\"\nende: \"12:00\"\n---\n## TOP 1: Eins\n\nText.\n",
        ),
        (
            "u.md",
            "---\nart: sitzung\nid: x-2\ngremium: x\ndatum: 2026-06-12\nstand: stattgefunden\nbeispiel: true\n---\n## TOP 1: Eins\n\nText.\n",
        ),
    ],
};

/// Meetings of each body, each held against the one of its day that lasts longest so far: in order of their begins, that
/// one meets all it overlaps. Times that are not known count as the whole day.
pub fn check(site: &Site, out: &mut Vec<Diagnostic>) {
    for region in &site.regions {
        for body in &region.bodies {
            let list = region.meetings_of.get(body).map(Vec::as_slice).unwrap_or_default();
            let held = |m: &EntryIndex| site.meeting(*m).filter(|d| d.state != State::Cancelled && d.date.is_some());
            let mut longest: Option<(EntryIndex, &Meeting)> = None;
            for (index, meeting) in list.iter().filter_map(|m| Some((*m, held(m)?))) {
                let before = longest.filter(|(_, before)| before.date == meeting.date);
                if let Some((first, _)) = before.filter(|(_, before)| meet_at_once(before, meeting)) {
                    let file = &site.entries[index].file;
                    let message = format!("Zur selben Zeit liegt auch die Sitzung in „{}“.", site.entries[first].file);
                    let help = "Löschen Sie eine der beiden, oder prüfen Sie Tag und Uhrzeit.";
                    out.push(Diagnostic::new(&RULE, file, Place::Value(FieldPath::key("datum")), message, help));
                }
                if before.is_none_or(|(_, before)| end(before) <= end(meeting)) {
                    longest = Some((index, meeting));
                }
            }
        }
    }
}

/// Seconds of the day; the whole day where no begin is known.
fn begin(meeting: &Meeting) -> u32 {
    meeting.begin.map_or(0, |time| time.num_seconds_from_midnight())
}

/// Where no end is known, the begin.
fn end(meeting: &Meeting) -> u32 {
    meeting.end.or(meeting.begin).map_or(DAY, |time| time.num_seconds_from_midnight())
}

/// Seconds of a day.
const DAY: u32 = 24 * 60 * 60;

fn meet_at_once(a: &Meeting, b: &Meeting) -> bool {
    begin(a) == begin(b) || begin(a) < end(b) && begin(b) < end(a)
}
