//! Days and years of birth. What looks like one: `privacy/birth.rs` of the room of detectors.

use super::Says;
use crate::diagnostic::{Rule, Severity};

/// `privacy/birth`
pub static RULE: Rule = Rule {
    code: "privacy/birth",
    severity: Severity::Error,
    title: "Geburtstage und Geburtsjahre stehen nicht auf der Website.",
    why: "Mit Geburtstag und Ort lässt sich fast jeder Mensch finden.",
    wrong: &[("s.md", "---\nart: seite\nid: s\ntitel: S\n---\nBewohnerin, geb. 12.03.1957\n")],
    right: &[("s.md", "---\nart: seite\nid: s\ntitel: S\n---\nDie Idee wurde 2019 geboren.\n")],
};

/// What a finding says.
pub(super) const SAYS: Says = Says { rule: &RULE, what: "Hier steht ein Geburtsdatum", help: "Streichen Sie es." };
