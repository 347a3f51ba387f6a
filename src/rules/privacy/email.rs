//! E-mail addresses. What looks like one: `privacy/email.rs` of the room of detectors.

use super::Says;
use crate::diagnostic::{Rule, Severity};

/// `privacy/email`
pub static RULE: Rule = Rule {
    code: "privacy/email",
    severity: Severity::Error,
    title: "E-Mail-Adressen von Personen stehen nicht auf der Website.",
    why: "Eine Adresse mit Namen ist ein Datum einer Person. Für Fragen gibt es amtliche Postfächer, die bleiben, wenn Menschen wechseln.",
    wrong: &[("s.md", "---\nart: seite\nid: s\ntitel: S\n---\nFragen an erika.muster@postfach-erfunden.de.\n")],
    right: &[("s.md", "---\nart: seite\nid: s\ntitel: S\n---\nFragen an info@example.org.\n")],
};

/// What a finding says.
pub(super) const SAYS: Says = Says {
    rule: &RULE,
    what: "Hier steht eine E-Mail-Adresse",
    help: "Nennen Sie ein amtliches Postfach, und erlauben Sie es in erlaubt.yaml (art: e-mail) mit Grund und Ablauf.",
};
