//! Persons in a list of members.

use crate::diagnostic::{Diagnostic, FieldPath, Place, Rule, Severity};
use crate::site::Site;

/// `body/person-name`
pub static RULE: Rule = Rule {
    code: "body/person-name",
    severity: Severity::Error,
    title: "Teilnehmende sind Stellen und Gruppen, keine Personen.",
    why: "Die Vereinbarung benennt die Teilnehmenden organisatorisch (Nummer 1 und Anlage 1). Namen von Personen gehören nicht auf die Website.",
    wrong: &[(
        "g.md",
        "---\nart: gremium\nid: x\ntitel: X\ngruppe: zielgruppenspezifisch\nturnus: 2x jährlich\nteilnehmende: [Frau Beispiel]\n---\nText.\n",
    )],
    right: &[(
        "g.md",
        "---\nart: gremium\nid: x\ntitel: X\ngruppe: zielgruppenspezifisch\nturnus: 2x jährlich\nteilnehmende: [Jugendamt]\n---\nText.\n",
    )],
};

/// Words before a person's name.
const FORMS: [&str; 7] = ["herr", "herrn", "frau", "hr.", "fr.", "dr.", "prof."];

/// Every participant of every body. The finding does not repeat the name.
pub fn check(site: &Site, out: &mut Vec<Diagnostic>) {
    for (index, entry) in site.entries.iter().enumerate() {
        let Some(body) = site.body(index) else { continue };
        for participant in &body.participants {
            let mut words = participant.name.split_whitespace().map(str::to_lowercase);
            if words.any(|word| FORMS.contains(&word.as_str())) {
                out.push(Diagnostic::new(
                    &RULE,
                    &entry.file,
                    Place::Value(FieldPath::key("teilnehmende").at(participant.at)),
                    "Hier steht der Name einer Person.",
                    "Nennen Sie die Stelle oder Gruppe, zum Beispiel: Jugendamt.",
                ));
            }
        }
    }
}
