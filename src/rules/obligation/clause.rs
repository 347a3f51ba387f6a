//! Promises of clauses that do not exist.

use super::BODY;
use crate::diagnostic::{Diagnostic, FieldPath, Place, Rule, Severity};
use crate::front::nearest;
use crate::site::Site;

/// `obligation/unknown-clause`
pub static RULE: Rule = Rule {
    code: "obligation/unknown-clause",
    severity: Severity::Error,
    title: "Die Stelle einer Zusage gibt es in der Vereinbarung.",
    why: "Wer eine Zusage liest, muss nachlesen können, wo sie steht.",
    wrong: &[
        BODY,
        (
            "v.md",
            "---\nart: vereinbarung\nid: v\ntitel: V\nregion: R\npartner: [lwv]\nin_kraft: 2021-06-01\nbeispiel: true\npflichten:\n  - id: p\n    titel: T.\n    stelle: nr-9\n    regel: haeufigkeit\n    gremium: x\n    haeufigkeit: 2x jährlich\n---\n## 1. Eins\n\nText.\n",
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

/// Each clause of each promise.
pub fn check(site: &Site, out: &mut Vec<Diagnostic>) {
    for region in 0..site.regions.len() {
        let clauses = site.clauses(region);
        super::each(site, region, |entry, item, named| {
            for clause in named.clauses.iter().filter(|c| !clauses.contains(&c.value)) {
                let help = match nearest(clause, clauses.iter().map(String::as_str)) {
                    Some(near) => format!("Meinten Sie „{near}“?"),
                    None => "Stellen heißen zum Beispiel praeambel, nr-5, nr-8-b oder anlage-2.".to_owned(),
                };
                let place = Place::Value(FieldPath::key("pflichten").at(item).then("stelle").at(clause.at));
                let message = format!("Die Vereinbarung hat keine Stelle „{clause}“.");
                out.push(Diagnostic::new(&RULE, &site.entries[entry].file, place, message, help));
            }
        });
    }
}
