//! Bank accounts. What looks like one: `privacy/iban.rs` of the room of detectors.

use super::Says;
use crate::diagnostic::{Rule, Severity};

/// `privacy/iban`
pub static RULE: Rule = Rule {
    code: "privacy/iban",
    severity: Severity::Error,
    title: "Konten stehen nicht auf der Website.",
    why: "Eine IBAN führt zu einem Menschen. Ausnahmen gibt es nicht.",
    wrong: &[("s.md", "---\nart: seite\nid: s\ntitel: S\n---\nKonto: DE02 1203 0000 0000 2020 51\n")],
    right: &[("s.md", "---\nart: seite\nid: s\ntitel: S\n---\nDas Konto nennt die Kasse auf Anfrage.\n")],
};

/// What a finding says.
pub(super) const SAYS: Says = Says {
    rule: &RULE,
    what: "Hier steht eine IBAN",
    help: "Streichen Sie sie. Steht sie schon in der Geschichte des Repositorys, muss sie auch dort gelöscht werden.",
};
