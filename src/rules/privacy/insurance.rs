//! Krankenversichertennummern. What looks like one: `privacy/insurance.rs` of the room of detectors.

use super::Says;
use crate::diagnostic::{Rule, Severity};

/// `privacy/insurance-number`
pub static RULE: Rule = Rule {
    code: "privacy/insurance-number",
    severity: Severity::Error,
    title: "Krankenversichertennummern stehen nicht auf der Website.",
    why: "Die Nummer gilt ein Leben lang (§ 290 SGB V). Ausnahmen gibt es nicht.",
    wrong: &[("s.md", "---\nart: seite\nid: s\ntitel: S\n---\nKarte: A123456780\n")],
    right: &[("s.md", "---\nart: seite\nid: s\ntitel: S\n---\nDie Nummer steht nur in der Akte.\n")],
};

/// What a finding says.
pub(super) const SAYS: Says = Says {
    rule: &RULE,
    what: "Hier steht eine Krankenversichertennummer",
    help: "Streichen Sie sie. Steht sie schon in der Geschichte des Repositorys, muss sie auch dort gelöscht werden.",
};
