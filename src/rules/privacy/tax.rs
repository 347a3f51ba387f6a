//! Steuer-Identifikationsnummern. What looks like one: `privacy/tax.rs` of the room of detectors.

use super::Says;
use crate::diagnostic::{Rule, Severity};

/// `privacy/tax-id`
pub static RULE: Rule = Rule {
    code: "privacy/tax-id",
    severity: Severity::Error,
    title: "Steuer-Identifikationsnummern stehen nicht auf der Website.",
    why: "Die Nummer gilt ein Leben lang (§ 139b AO). Ausnahmen gibt es nicht.",
    wrong: &[("s.md", "---\nart: seite\nid: s\ntitel: S\n---\nSteuer: 86 095 742 719\n")],
    right: &[("s.md", "---\nart: seite\nid: s\ntitel: S\n---\nDie Nummer steht nur in der Akte.\n")],
};

/// What a finding says.
pub(super) const SAYS: Says = Says {
    rule: &RULE,
    what: "Hier steht eine Steuer-Identifikationsnummer",
    help: "Streichen Sie sie. Steht sie schon in der Geschichte des Repositorys, muss sie auch dort gelöscht werden.",
};
