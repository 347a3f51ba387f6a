//! Data of health of one person. What looks like one: `privacy/health.rs` of the room of detectors.

use super::Says;
use crate::diagnostic::{Rule, Severity};

/// `privacy/health`
pub static RULE: Rule = Rule {
    code: "privacy/health",
    severity: Severity::Error,
    title: "Gesundheits-Angaben zu einem Menschen stehen nicht auf der Website.",
    why: "Diagnose, Grad der Behinderung, Pflegegrad und Merkzeichen sind besonders geschützt (Artikel 9 DSGVO). Allgemein darf man über sie schreiben.",
    wrong: &[("s.md", "---\nart: seite\nid: s\ntitel: S\n---\nDie Klientin hat Pflegegrad 3.\n")],
    right: &[("s.md", "---\nart: seite\nid: s\ntitel: S\n---\nAb Pflegegrad 2 gibt es Leistungen der Pflegekasse.\n")],
};

/// What a finding says.
pub(super) const SAYS: Says = Says {
    rule: &RULE,
    what: "Hier steht eine Gesundheits-Angabe im selben Satz wie ein Mensch",
    help: "Schreiben Sie allgemein, oder streichen Sie den Satz. Einzelfälle gehören nicht ins Protokoll.",
};
