//! Exceptions that nothing needs.

use super::guard::LIST;
use crate::diagnostic::{Diagnostic, FieldPath, Place, Rule, Severity};
use crate::site::Site;
use std::collections::BTreeSet;

/// `privacy/allow-unused`
pub static RULE: Rule = Rule {
    code: "privacy/allow-unused",
    severity: Severity::Warning,
    title: "Jede Ausnahme wird gebraucht.",
    why: "Eine Ausnahme, die niemand braucht, deckt später einen Fehler.",
    wrong: &[(
        "erlaubt.yaml",
        "- art: e-mail\n  text: teilhabe@stelle-erfunden.de\n  grund: Postfach der Geschäftsführung\n  zustaendig: Redaktion\n  bis: 2027-06-30\n",
    )],
    right: &[
        ("s.md", "---\nart: seite\nid: s\ntitel: S\n---\nteilhabe@stelle-erfunden.de\n"),
        (
            "erlaubt.yaml",
            "- art: e-mail\n  text: teilhabe@stelle-erfunden.de\n  grund: Postfach der Geschäftsführung\n  zustaendig: Redaktion\n  bis: 2027-06-30\n",
        ),
    ],
};

/// Exceptions that are valid on the day and were not used.
pub fn check(site: &Site, used: &BTreeSet<usize>, out: &mut Vec<Diagnostic>) {
    for (n, exception) in site.settings.exceptions.iter().enumerate() {
        let valid = exception.until.is_some_and(|until| site.as_of <= until) && !exception.kind.never_allowed();
        if !valid || used.contains(&n) {
            continue;
        }
        out.push(Diagnostic::new(
            &RULE,
            &LIST.into(),
            Place::Value(FieldPath::default().at(exception.index).then("text")),
            "Diese Ausnahme braucht keine Seite.",
            "Löschen Sie den Eintrag. Vielleicht ist der Text anders geschrieben als auf der Seite.",
        ));
    }
}
