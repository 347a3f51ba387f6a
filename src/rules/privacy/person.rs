//! Names and initials. What looks like one: `privacy/person.rs` of the room of detectors.

use super::Says;
use crate::diagnostic::{Rule, Severity};

/// `privacy/person`
pub static RULE: Rule = Rule {
    code: "privacy/person",
    severity: Severity::Error,
    title: "Menschen stehen nicht mit Namen oder Anfangsbuchstaben auf der Website.",
    why: "Protokolle nennen Stellen. Wer Leistungen erhält, und wer zur Familie gehört, wird nie genannt, auch nicht mit Anfangsbuchstaben (§ 35 SGB I).",
    wrong: &[("s.md", "---\nart: seite\nid: s\ntitel: S\n---\nFrau Mustermann berichtet aus dem Wohnheim.\n")],
    right: &[("s.md", "---\nart: seite\nid: s\ntitel: S\n---\nDas Wohnheim berichtet.\n")],
};

/// What a finding says.
pub(super) const SAYS: Says = Says {
    rule: &RULE,
    what: "Hier steht der Name oder ein Anfangsbuchstabe eines Menschen",
    help: "Nennen Sie die Stelle, zum Beispiel: Jugendamt. Wer ein öffentliches Amt hat, lässt sich in erlaubt.yaml erlauben (art: person).",
};
