//! Two meetings of one body at the same time.

use super::{BODY, SAMPLE_AGREEMENT};
use crate::diagnostic::{Diagnostic, FieldPath, Place, Rule, Severity};
use crate::kinds::{Meeting, State};
use crate::site::Site;
use chrono::NaiveTime;

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

/// Meetings of each body, in order of their days; times that are not known count as the whole day.
pub fn check(site: &Site, out: &mut Vec<Diagnostic>) {
    for region in &site.regions {
        for body in &region.bodies {
            let list = region.meetings_of.get(body).map(Vec::as_slice).unwrap_or_default();
            let list: Vec<(usize, &Meeting)> = list
                .iter()
                .filter_map(|m| site.meeting(*m).filter(|d| d.state != State::Cancelled).map(|d| (*m, d)))
                .collect();
            for pair in list.windows(2) {
                let ((first, a), (second, b)) = (pair[0], pair[1]);
                if a.date.is_some() && a.date == b.date && meet_at_once(a, b) {
                    let file = &site.entries[second].file;
                    let message = format!("Zur selben Zeit liegt auch die Sitzung in „{}“.", site.entries[first].file);
                    let help = "Löschen Sie eine der beiden, oder prüfen Sie Tag und Uhrzeit.";
                    out.push(Diagnostic::new(&RULE, file, Place::Value(FieldPath::key("datum")), message, help));
                }
            }
        }
    }
}

fn meet_at_once(a: &Meeting, b: &Meeting) -> bool {
    let span = |m: &Meeting| (m.begin.unwrap_or(NaiveTime::MIN), m.end.or(m.begin));
    let ((a_begin, a_end), (b_begin, b_end)) = (span(a), span(b));
    a_begin == b_begin || b_end.is_none_or(|end| a_begin < end) && a_end.is_none_or(|end| b_begin < end)
}
