//! Exceptions that cannot be made.

use super::guard::LIST;
use crate::diagnostic::{Diagnostic, FieldPath, Place, Rule, Severity};
use crate::site::Site;

/// `privacy/allow-never`
pub static RULE: Rule = Rule {
    code: "privacy/allow-never",
    severity: Severity::Error,
    title: "Für Nummern der Versicherung, Konten, Geburtstage, Gesundheit und Fall-Listen gibt es keine Ausnahme.",
    why: "Solche Angaben sind nie amtlich. Auch die Liste der Ausnahmen darf sie nicht enthalten: Das Repository ist öffentlich.",
    wrong: &[(
        "erlaubt.yaml",
        "- art: iban\n  text: „steht nicht hier“\n  grund: Konto der Kasse\n  zustaendig: Redaktion\n  bis: 2027-06-30\n",
    )],
    right: &[(
        "erlaubt.yaml",
        "- art: e-mail\n  text: teilhabe@stelle-erfunden.de\n  grund: Postfach der Geschäftsführung\n  zustaendig: Redaktion\n  bis: 2027-06-30\n",
    )],
};

/// Every exception.
pub fn check(site: &Site, out: &mut Vec<Diagnostic>) {
    for exception in site.settings.exceptions.iter().filter(|e| e.kind.never_allowed()) {
        out.push(Diagnostic::new(
            &RULE,
            &LIST.into(),
            Place::Value(FieldPath::default().at(exception.index).then("art")),
            format!("Für „{}“ gibt es keine Ausnahme.", exception.kind.word()),
            "Löschen Sie den Eintrag, und streichen Sie die Angabe im Text.",
        ));
    }
}
