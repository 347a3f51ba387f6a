//! Two promises with one id.

use super::BODY;
use crate::diagnostic::{Diagnostic, FieldPath, Place, Rule, Severity};
use crate::site::Site;

/// `obligation/duplicate-id`
pub static RULE: Rule = Rule {
    code: "obligation/duplicate-id",
    severity: Severity::Error,
    title: "Jede Zusage hat einen eigenen Kurz-Namen.",
    why: "Berichte und Adressen nennen den Kurz-Namen.",
    wrong: &[
        BODY,
        (
            "v.md",
            "---\nart: vereinbarung\nid: v\ntitel: V\nregion: R\npartner: [lwv]\nin_kraft: 2021-06-01\nbeispiel: true\npflichten:\n  - id: p\n    titel: T.\n    stelle: nr-1\n    regel: haeufigkeit\n    gremium: x\n    haeufigkeit: 2x jährlich\n  - id: p\n    titel: T.\n    stelle: nr-1\n    regel: haeufigkeit\n    gremium: x\n    haeufigkeit: 2x jährlich\n---\n## 1. Eins\n\nText.\n",
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

/// Ids of all promises of a region.
pub fn check(site: &Site, out: &mut Vec<Diagnostic>) {
    for region in 0..site.regions.len() {
        let mut seen: Vec<String> = Vec::new();
        super::each(site, region, |entry, item, named| {
            let Some(id) = &named.id else { return };
            if seen.contains(id) {
                let place = Place::Value(FieldPath::key("pflichten").at(item).then("id"));
                let message = format!("Den Kurz-Namen „{id}“ hat schon eine andere Zusage.");
                let help = "Geben Sie dieser Zusage einen anderen Kurz-Namen.";
                out.push(Diagnostic::new(&RULE, &site.entries[entry].file, place, message, help));
            }
            seen.push(id.clone());
        });
    }
}
