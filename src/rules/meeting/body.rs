//! Meetings of bodies that do not exist.

use super::{AGREEMENT, BODY};
use crate::diagnostic::{Diagnostic, FieldPath, Place, Rule, Severity};
use crate::front::nearest;
use crate::site::Site;

/// `meeting/unknown-body`
pub static RULE: Rule = Rule {
    code: "meeting/unknown-body",
    severity: Severity::Error,
    title: "Das Gremium einer Sitzung gibt es.",
    why: "Sonst steht die Sitzung in keiner Liste.",
    wrong: &[
        AGREEMENT,
        BODY,
        (
            "t.md",
            "---\nart: sitzung\nid: x-1\ngremium: y\ndatum: 2026-03-12\nstand: stattgefunden\nbeispiel: true\n---\n## TOP 1: Eins\n\nText.\n",
        ),
    ],
    right: &[
        AGREEMENT,
        BODY,
        (
            "t.md",
            "---\nart: sitzung\nid: x-1\ngremium: x\ndatum: 2026-03-12\nstand: stattgefunden\nbeispiel: true\n---\n## TOP 1: Eins\n\nText.\n",
        ),
    ],
};

/// Every body id of every meeting, within the meeting's region.
pub fn check(site: &Site, out: &mut Vec<Diagnostic>) {
    for (index, entry) in site.entries.iter().enumerate() {
        let (Some(meeting), Some(region)) = (site.meeting(index), site.region_of[index]) else { continue };
        let unknown = |id: &str| site.find_body(region, id).is_none() && !site.is_unreadable(id);
        for (n, id) in meeting.bodies.iter().enumerate().filter(|(_, id)| unknown(id)) {
            let ids: Vec<&str> =
                site.regions[region].bodies.iter().map(|b| site.entries[*b].common.id.as_str()).collect();
            let help = match nearest(id, ids.iter().copied()) {
                Some(near) => format!("Meinten Sie „{near}“?"),
                None if ids.is_empty() => "Legen Sie das Gremium an: klartext new gremium NAME".to_owned(),
                None => format!("Hier gibt es: {}.", ids.join(", ")),
            };
            let place = Place::Value(FieldPath::key("gremium").at(n));
            out.push(Diagnostic::new(&RULE, &entry.file, place, format!("Das Gremium „{id}“ gibt es nicht."), help));
        }
    }
}
