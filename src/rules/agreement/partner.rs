//! Partners that site.yaml does not know.

use crate::diagnostic::{Diagnostic, FieldPath, Place, Rule, Severity};
use crate::front::nearest;
use crate::kinds::Data;
use crate::site::Site;
use std::sync::Arc;

/// `agreement/unknown-partner`
pub static RULE: Rule = Rule {
    code: "agreement/unknown-partner",
    severity: Severity::Error,
    title: "Jeder Partner, der genannt wird, steht in site.yaml.",
    why: "Nur dann kann die Seite seinen Namen und seine Anschrift zeigen.",
    wrong: &[(
        "v.md",
        "---\nart: vereinbarung\nid: v\ntitel: V\nregion: R\npartner: [xyz]\nin_kraft: 2021-06-01\n---\n## 1. Eins\n\nText.\n",
    )],
    right: &[(
        "v.md",
        "---\nart: vereinbarung\nid: v\ntitel: V\nregion: R\npartner: [lwv]\nin_kraft: 2021-06-01\n---\n## 1. Eins\n\nText.\n",
    )],
};

/// Partners of agreements, signatures, chair terms, participants, inviters and the operator.
pub fn check(site: &Site, out: &mut Vec<Diagnostic>) {
    let ids: Vec<&str> = site.settings.partners.iter().map(|p| p.id.as_str()).collect();
    if !site.settings.readable {
        // Without settings every partner is unknown; the settings' own finding says why.
        return;
    }
    let mut look = |file: &Arc<str>, path: FieldPath, id: &str| {
        if ids.contains(&id) {
            return;
        }
        let help = match nearest(id, ids.iter().copied()) {
            Some(near) => format!("Meinten Sie „{near}“?"),
            None if ids.is_empty() => "In site.yaml steht noch kein Partner.".to_owned(),
            None => format!("In site.yaml stehen: {}.", ids.join(", ")),
        };
        out.push(Diagnostic::new(&RULE, file, Place::Value(path), format!("Den Partner „{id}“ gibt es nicht."), help));
    };
    if let Some(operator) = &site.settings.operator {
        look(&site.settings.file, FieldPath::key("betreiber"), operator);
    }
    for entry in &site.entries {
        let file = &entry.file;
        match &entry.data {
            Data::Agreement(data) => {
                for id in &data.partners {
                    look(file, FieldPath::key("partner").at(id.at), id);
                }
                for signature in &data.signatures {
                    look(file, FieldPath::key("unterschriften").at(signature.at).then("partner"), &signature.partner);
                }
                for term in &data.chair {
                    look(file, FieldPath::key("geschaeftsfuehrung").at(term.at).then("partner"), &term.partner);
                }
            }
            Data::Body(data) => {
                for participant in &data.participants {
                    if let Some(partner) = &participant.partner {
                        look(file, FieldPath::key("teilnehmende").at(participant.at).then("partner"), partner);
                    }
                }
            }
            Data::Meeting(data) => {
                if let Some(partner) = &data.invited_by {
                    look(file, FieldPath::key("eingeladen_von"), partner);
                }
            }
            _ => {}
        }
    }
}
