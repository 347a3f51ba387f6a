//! Rentenversicherungsnummern. What looks like one: `privacy/pension.rs` of the room of detectors.

use super::Says;
use crate::diagnostic::{Rule, Severity};

/// `privacy/pension-number`
pub static RULE: Rule = Rule {
    code: "privacy/pension-number",
    severity: Severity::Error,
    title: "Rentenversicherungsnummern stehen nicht auf der Website.",
    why: "Die Nummer enthält den Geburtstag und gilt ein Leben lang (§ 147 SGB VI). Ausnahmen gibt es nicht.",
    wrong: &[("s.md", "---\nart: seite\nid: s\ntitel: S\n---\nVersicherung: 65 170839 J 003\n")],
    right: &[("s.md", "---\nart: seite\nid: s\ntitel: S\n---\nDie Nummer steht nur in der Akte.\n")],
};

/// What a finding says.
pub(super) const SAYS: Says = Says {
    rule: &RULE,
    what: "Hier steht eine Rentenversicherungsnummer",
    help: "Streichen Sie sie. Steht sie schon in der Geschichte des Repositorys, muss sie auch dort gelöscht werden.",
};
