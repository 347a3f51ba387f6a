//! Promises of partners that do not exist.

use super::BODY;
use crate::diagnostic::{Diagnostic, FieldPath, Place, Rule, Severity};
use crate::site::Site;

/// `obligation/unknown-partner`
pub static RULE: Rule = Rule {
    code: "obligation/unknown-partner",
    severity: Severity::Error,
    title: "Wer etwas zugesagt hat, ist Partner der Vereinbarung.",
    why: "Nur die Partner können etwas zusagen.",
    wrong: &[
        BODY,
        (
            "v.md",
            "---\nart: vereinbarung\nid: v\ntitel: V\nregion: R\npartner: [lwv]\nin_kraft: 2021-06-01\nbeispiel: true\npflichten:\n  - id: p\n    titel: T.\n    stelle: nr-1\n    regel: haeufigkeit\n    gremium: x\n    haeufigkeit: 2x jährlich\n    wer: [xyz]\n---\n## 1. Eins\n\nText.\n",
        ),
    ],
    right: &[
        BODY,
        (
            "v.md",
            "---\nart: vereinbarung\nid: v\ntitel: V\nregion: R\npartner: [lwv]\nin_kraft: 2021-06-01\nbeispiel: true\npflichten:\n  - id: p\n    titel: T.\n    stelle: nr-1\n    regel: haeufigkeit\n    gremium: x\n    haeufigkeit: 2x jährlich\n    wer: [lwv]\n---\n## 1. Eins\n\nText.\n",
        ),
    ],
};

/// Debtors and inviters of each promise.
pub fn check(site: &Site, out: &mut Vec<Diagnostic>) {
    for region in 0..site.regions.len() {
        super::each(site, region, |entry, item, named| {
            let partners: Vec<&str> =
                site.agreement(entry).into_iter().flat_map(|a| &a.partners).map(|p| p.as_str()).collect();
            if partners.is_empty() {
                // That the agreement names none was said at its own place.
                return;
            }
            let path = FieldPath::key("pflichten").at(item);
            let debtors = named.debtors.iter().map(|id| (path.then("wer").at(id.at), &id.value));
            let all = debtors.chain(named.inviter.iter().map(|id| (path.then("partner"), id)));
            for (place, id) in all.filter(|(_, id)| !partners.contains(&id.as_str())) {
                let message = format!("„{id}“ ist kein Partner dieser Vereinbarung.");
                let help = format!("Partner sind: {}.", partners.join(", "));
                out.push(Diagnostic::new(&RULE, &site.entries[entry].file, Place::Value(place), message, help));
            }
        });
    }
}
