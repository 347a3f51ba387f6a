//! Reports on promises that do not exist.

use crate::diagnostic::{Diagnostic, FieldPath, Place, Rule, Severity};
use crate::front::nearest;
use crate::site::Site;

/// `obligation/unknown-obligation`
pub static RULE: Rule = Rule {
    code: "obligation/unknown-obligation",
    severity: Severity::Error,
    title: "Ein Bericht nennt eine Zusage, die es gibt.",
    why: "Sonst zählt der Bericht für keine Zusage.",
    wrong: &[
        (
            "v.md",
            "---\nart: vereinbarung\nid: v\ntitel: V\nregion: R\npartner: [lwv]\nin_kraft: 2021-06-01\nbeispiel: true\npflichten:\n  - id: zahl\n    titel: T.\n    stelle: nr-1\n    regel: jaehrlich\n---\n## 1. Eins\n\nText.\n",
        ),
        (
            "b.md",
            "---\nart: bericht\nid: b\ntitel: B\njahr: 2025\nveroeffentlicht_am: 2026-03-01\nfreigabe: {von: [lwv], am: 2026-03-01}\npflicht: zahlen-x\nbeispiel: true\n---\nText.\n",
        ),
    ],
    right: &[
        (
            "v.md",
            "---\nart: vereinbarung\nid: v\ntitel: V\nregion: R\npartner: [lwv]\nin_kraft: 2021-06-01\nbeispiel: true\npflichten:\n  - id: zahl\n    titel: T.\n    stelle: nr-1\n    regel: jaehrlich\n---\n## 1. Eins\n\nText.\n",
        ),
        (
            "b.md",
            "---\nart: bericht\nid: b\ntitel: B\njahr: 2025\nveroeffentlicht_am: 2026-03-01\nfreigabe: {von: [lwv], am: 2026-03-01}\npflicht: zahl\nbeispiel: true\n---\nText.\n",
        ),
    ],
};

/// `pflicht` of each report.
pub fn check(site: &Site, out: &mut Vec<Diagnostic>) {
    for (index, entry) in site.entries.iter().enumerate() {
        let Some(id) = site.report(index).and_then(|r| r.obligation.as_ref()) else { continue };
        let agreement = site.region_of[index].and_then(|r| site.regions[r].agreement).and_then(|a| site.agreement(a));
        let ids: Vec<&str> = agreement.iter().flat_map(|a| &a.promises_name).filter_map(|p| p.id.as_deref()).collect();
        if !ids.contains(&id.as_str()) {
            let help = match nearest(id, ids.iter().copied()) {
                Some(near) => format!("Meinten Sie „{near}“?"),
                None => format!("Die Vereinbarung hat: {}.", ids.join(", ")),
            };
            let place = Place::Value(FieldPath::key("pflicht"));
            out.push(Diagnostic::new(&RULE, &entry.file, place, format!("Die Zusage „{id}“ gibt es nicht."), help));
        }
    }
}
