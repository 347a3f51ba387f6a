//! Who was present, by name. What looks like one: `privacy/attendance.rs` of the room of detectors.

use super::Says;
use crate::diagnostic::{Rule, Severity};

/// `privacy/attendance`
pub static RULE: Rule = Rule {
    code: "privacy/attendance",
    severity: Severity::Error,
    title: "Bei „Anwesend“ stehen Stellen, keine Namen.",
    why: "Die Vereinbarung benennt die Teilnehmenden organisatorisch (Nummer 1 und Anlage 1). Wer wann wo war, geht niemanden etwas an.",
    wrong: &[("s.md", "---\nart: seite\nid: s\ntitel: S\n---\nAnwesend: Müller (Jugendamt), LWV Hessen\n")],
    right: &[("s.md", "---\nart: seite\nid: s\ntitel: S\n---\nAnwesend: Jugendamt, LWV Hessen\n")],
};

/// What a finding says.
pub(super) const SAYS: Says = Says {
    rule: &RULE,
    what: "Hier steht ein Name in einer Liste der Anwesenden",
    help: "Nennen Sie die Stelle, zum Beispiel: Jugendamt.",
};
