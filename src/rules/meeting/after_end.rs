//! Meetings after the end or before the begin of their body.

use super::SAMPLE_AGREEMENT;
use crate::diagnostic::{Diagnostic, FieldPath, Place, Rule, Severity};
use crate::german::date_in_words;
use crate::kinds::State;
use crate::site::Site;

/// `meeting/after-end`
pub static RULE: Rule = Rule {
    code: "meeting/after-end",
    severity: Severity::Warning,
    title: "Eine Sitzung liegt in der Zeit, für die ihr Gremium vereinbart ist.",
    why: "Entweder wurde das Gremium verlängert, dann fehlt die Angabe. Oder das Datum ist falsch.",
    wrong: &[
        SAMPLE_AGREEMENT,
        (
            "g.md",
            "---\nart: gremium\nid: x\ntitel: X\ngruppe: zielgruppenspezifisch\nturnus: 2x jährlich\ngueltig_bis: 2026-01-31\n---\nText.\n",
        ),
        (
            "t.md",
            "---\nart: sitzung\nid: x-1\ngremium: x\ndatum: 2026-03-12\nstand: stattgefunden\nbeispiel: true\n---\n## TOP 1: Eins\n\nText.\n",
        ),
    ],
    right: &[
        SAMPLE_AGREEMENT,
        (
            "g.md",
            "---\nart: gremium\nid: x\ntitel: X\ngruppe: zielgruppenspezifisch\nturnus: 2x jährlich\ngueltig_bis: 2026-01-31\nverlaengert_bis: 2026-12-31\n---\nText.\n",
        ),
        (
            "t.md",
            "---\nart: sitzung\nid: x-1\ngremium: x\ndatum: 2026-03-12\nstand: stattgefunden\nbeispiel: true\n---\n## TOP 1: Eins\n\nText.\n",
        ),
    ],
};

/// Meetings that were not cancelled, against each of their bodies.
pub fn check(site: &Site, out: &mut Vec<Diagnostic>) {
    for (index, entry) in site.entries.iter().enumerate() {
        let Some(meeting) = site.meeting(index).filter(|m| m.state != State::Cancelled) else { continue };
        let Some(date) = meeting.date else { continue };
        for body in site.bodies_of(index) {
            let Some(data) = site.body(body) else { continue };
            let end = data.validity.until.map(|until| data.extended_until.map_or(until, |e| e.max(until)));
            let title = &site.entries[body].common.title;
            let (message, help) = match (data.validity.from, end) {
                (_, Some(end)) if date > end => (
                    format!("„{title}“ war nur bis zum {} vereinbart.", date_in_words(end)),
                    "Prüfen Sie das Datum. Wurde das Gremium verlängert, dann ergänzen Sie bei ihm: verlaengert_bis: …",
                ),
                (Some(from), _) if date < from => (
                    format!("„{title}“ ist erst seit dem {} vereinbart.", date_in_words(from)),
                    "Prüfen Sie das Datum. Stimmt es, dann berichtigen Sie beim Gremium den ersten Tag: gueltig_ab: …",
                ),
                _ => continue,
            };
            out.push(Diagnostic::new(&RULE, &entry.file, Place::Value(FieldPath::key("datum")), message, help));
        }
    }
}
