//! File references of cases. What looks like one: `privacy/case_file.rs` of the room of detectors.

use super::Says;
use crate::diagnostic::{Rule, Severity};

/// `privacy/case-file`
pub static RULE: Rule = Rule {
    code: "privacy/case-file",
    severity: Severity::Error,
    title: "Aktenzeichen von Einzelfällen stehen nicht auf der Website.",
    why: "Ein Aktenzeichen führt zu einem Menschen, der Leistungen erhält (§ 35 SGB I).",
    wrong: &[("s.md", "---\nart: seite\nid: s\ntitel: S\n---\nDer Antrag (Az. 50.2-4711/26) wird besprochen.\n")],
    right: &[(
        "s.md",
        "---\nart: seite\nid: s\ntitel: S\n---\nDer Antrag auf Förderung des Projekts wird besprochen.\n",
    )],
};

/// What a finding says.
pub(super) const SAYS: Says = Says {
    rule: &RULE,
    what: "Hier steht ein Aktenzeichen",
    help: "Streichen Sie es. Ein Zeichen, das zu keinem Menschen führt, erlauben Sie in erlaubt.yaml (art: aktenzeichen).",
};
