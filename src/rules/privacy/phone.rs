//! Telephone numbers. What looks like one: `privacy/phone.rs` of the room of detectors.

use super::Says;
use crate::diagnostic::{Rule, Severity};

/// `privacy/phone`
pub static RULE: Rule = Rule {
    code: "privacy/phone",
    severity: Severity::Error,
    title: "Telefonnummern von Personen stehen nicht auf der Website.",
    why: "Eine Nummer führt zu einem Menschen, auch wenn der Name fehlt. Amtliche Nummern lassen sich erlauben.",
    wrong: &[("s.md", "---\nart: seite\nid: s\ntitel: S\n---\nRückfragen unter 06181 555 01 23.\n")],
    right: &[("s.md", "---\nart: seite\nid: s\ntitel: S\n---\nRückfragen an die Geschäftsführung.\n")],
};

/// What a finding says.
pub(super) const SAYS: Says = Says {
    rule: &RULE,
    what: "Hier steht eine Telefonnummer",
    help: "Streichen Sie sie. Eine amtliche Nummer erlauben Sie in erlaubt.yaml (art: telefon) mit Grund und Ablauf.",
};
