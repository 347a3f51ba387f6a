//! Promises about bodies that do not exist.

use super::BODY;
use crate::diagnostic::{Diagnostic, FieldPath, Place, Rule, Severity};
use crate::front::nearest;
use crate::site::Site;

/// `obligation/unknown-body`
pub static RULE: Rule = Rule {
    code: "obligation/unknown-body",
    severity: Severity::Error,
    title: "Das Gremium einer Zusage gibt es.",
    why: "Sonst kann niemand zählen, wie oft es sich trifft.",
    wrong: &[
        BODY,
        (
            "v.md",
            "---\nart: vereinbarung\nid: v\ntitel: V\nregion: R\npartner: [lwv]\nin_kraft: 2021-06-01\nbeispiel: true\npflichten:\n  - id: p\n    titel: T.\n    stelle: nr-1\n    regel: haeufigkeit\n    gremium: y\n    haeufigkeit: 2x jährlich\n---\n## 1. Eins\n\nText.\n",
        ),
    ],
    right: &[
        BODY,
        (
            "v.md",
            "---\nart: vereinbarung\nid: v\ntitel: V\nregion: R\npartner: [lwv]\nin_kraft: 2021-06-01\nbeispiel: true\npflichten:\n  - id: p\n    titel: T.\n    stelle: nr-1\n    regel: haeufigkeit\n    gremium: x\n    haeufigkeit: 2x jährlich\n---\n## 1. Eins\n\nText.\n",
        ),
    ],
};

/// The body of each promise, and the one that meets after it.
pub fn check(site: &Site, out: &mut Vec<Diagnostic>) {
    for region in 0..site.regions.len() {
        super::each(site, region, |entry, item, named| {
            for (key, id) in
                named.bodies.iter().filter(|(_, id)| site.find_body(region, id).is_none() && !site.is_unreadable(id))
            {
                let ids: Vec<&str> =
                    site.regions[region].bodies.iter().map(|b| site.entries[*b].common.id.as_str()).collect();
                let help = match nearest(id, ids.iter().copied()) {
                    Some(near) => format!("Meinten Sie „{near}“?"),
                    None if ids.is_empty() => "Legen Sie das Gremium an: klartext new gremium NAME".to_owned(),
                    None => format!("Hier gibt es: {}.", ids.join(", ")),
                };
                let place = Place::Value(FieldPath::key("pflichten").at(item).then(key));
                let message = format!("Das Gremium „{id}“ gibt es nicht.");
                out.push(Diagnostic::new(&RULE, &site.entries[entry].file, place, message, help));
            }
        });
    }
}
