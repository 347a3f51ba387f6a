//! Clauses that the agreement does not have.

use crate::diagnostic::{Diagnostic, FieldPath, Place, Rule, Severity};
use crate::front::nearest;
use crate::kinds::Data;
use crate::site::Site;

/// `agreement/unknown-clause`
pub static RULE: Rule = Rule {
    code: "agreement/unknown-clause",
    severity: Severity::Error,
    title: "Jede Stelle der Vereinbarung, die genannt wird, gibt es.",
    why: "Sonst führt der Verweis ins Leere, und niemand kann nachlesen.",
    wrong: &[(
        "v.md",
        "---\nart: vereinbarung\nid: v\ntitel: V\nregion: R\npartner: [lwv]\nin_kraft: 2021-06-01\nhinweise:\n  - zu: nr-9\n    text: T\n---\n## 1. Eins\n\nText.\n",
    )],
    right: &[(
        "v.md",
        "---\nart: vereinbarung\nid: v\ntitel: V\nregion: R\npartner: [lwv]\nin_kraft: 2021-06-01\nhinweise:\n  - zu: nr-1\n    text: T\n---\n## 1. Eins\n\nText.\n",
    )],
};

/// Grounds of bodies and of chair terms, and notes of the editors.
pub fn check(site: &Site, out: &mut Vec<Diagnostic>) {
    for (index, entry) in site.entries.iter().enumerate() {
        let Some(region) = site.region_of[index] else { continue };
        let named: Vec<(FieldPath, &str)> = match &entry.data {
            Data::Agreement(data) => {
                let notes = data.notes.iter();
                let notes = notes.map(|x| (FieldPath::key("hinweise").at(x.at).then("zu"), x.clause.as_str()));
                let chair = data.chair.iter().filter_map(|x| {
                    Some((FieldPath::key("geschaeftsfuehrung").at(x.at).then("grundlage"), x.ground.as_deref()?))
                });
                notes.chain(chair).collect()
            }
            Data::Body(data) => {
                data.grounds.iter().map(|g| (FieldPath::key("grundlage").at(g.at), g.as_str())).collect()
            }
            _ => continue,
        };
        if named.is_empty() {
            continue;
        }
        // What an agreement holds that could not be read, nobody knows; its own findings say why.
        if site.regions[region].agreement.is_none() && site.has_unreadable() {
            continue;
        }
        let clauses = site.clauses(region);
        for (path, anchor) in named.into_iter().filter(|(_, a)| !clauses.iter().any(|c| c == a)) {
            let help = match nearest(anchor, clauses.iter().map(String::as_str)) {
                Some(near) => format!("Meinten Sie „{near}“?"),
                None if clauses.is_empty() => "In diesem Ordner liegt keine Vereinbarung mit Nummern.".to_owned(),
                None => format!("Es gibt: {}.", clauses.join(", ")),
            };
            let message = format!("Die Vereinbarung hat keine Stelle „{anchor}“.");
            out.push(Diagnostic::new(&RULE, &entry.file, Place::Value(path), message, help));
        }
    }
}
