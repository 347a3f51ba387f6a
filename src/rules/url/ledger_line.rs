//! A line of the ledger that is no address.

use crate::diagnostic::{Diagnostic, Place, Rule, Severity};
use crate::site::Site;

/// `url/ledger-line`
pub static RULE: Rule = Rule {
    code: "url/ledger-line",
    severity: Severity::Error,
    title: "In adressen.txt steht in jeder Zeile eine Adresse.",
    why: "Eine Zeile, die sich nicht lesen lässt, schützt keine Adresse. Oft ist sie beim Zusammenführen von Änderungen entstanden.",
    wrong: &[("adressen.txt", "<<<<<<< HEAD\n/\n")],
    right: &[("adressen.txt", "/\n")],
};

/// Every line that is neither an address nor a comment.
pub fn check(site: &Site, out: &mut Vec<Diagnostic>) {
    let Some(file) = &site.ledger.file else { return };
    for line in &site.ledger.bad_lines {
        out.push(Diagnostic::new(
            &RULE,
            file,
            Place::Point(*line, 1),
            "Diese Zeile ist keine Adresse.",
            "Eine Adresse beginnt mit /. Löschen Sie die Zeile, wenn sie vom Zusammenführen übrig ist.",
        ));
    }
}
