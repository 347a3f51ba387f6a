//! New addresses that the ledger does not know.

use crate::diagnostic::{Diagnostic, Place, Rule, Severity};
use crate::site::{Site, current_addresses};
use std::sync::Arc;

/// `url/unrecorded`
pub static RULE: Rule = Rule {
    code: "url/unrecorded",
    severity: Severity::Info,
    title: "Neue Adressen stehen in der Liste adressen.txt.",
    why: "Nur was in der Liste steht, kann Klartext davor schützen, verloren zu gehen.",
    wrong: &[("adressen.txt", "# leer\n")],
    right: &[("adressen.txt", "/\n/gremien/\n/gremien/kok/\n/v/\n/v/#nr-1\n/v/#nr-2\n")],
};

/// One finding with the number of new addresses.
pub fn check(site: &Site, out: &mut Vec<Diagnostic>) {
    if site.preview {
        return;
    }
    let missing = current_addresses(site).iter().filter(|a| !site.ledger.addresses.contains_key(*a)).count();
    if missing > 0 {
        let file = site.ledger.file.clone().unwrap_or_else(|| Arc::from("adressen.txt"));
        let what =
            if missing == 1 { "1 neue Adresse steht".to_owned() } else { format!("{missing} neue Adressen stehen") };
        let message = format!("{what} noch nicht in der Liste adressen.txt.");
        let help = "Nach dem Veröffentlichen: `klartext urls accept` schreibt sie hinein. Speichern Sie die Datei mit.";
        out.push(Diagnostic::new(&RULE, &file, Place::File, message, help));
    }
}
