//! Private addresses. What looks like one: `privacy/address.rs` of the room of detectors.

use super::Says;
use crate::diagnostic::{Rule, Severity};

/// `privacy/address`
pub static RULE: Rule = Rule {
    code: "privacy/address",
    severity: Severity::Error,
    title: "Private Anschriften stehen nicht auf der Website.",
    why: "Eine Anschrift führt zu einem Menschen. Die Anschriften der Partner in site.yaml sind erlaubt.",
    wrong: &[("s.md", "---\nart: seite\nid: s\ntitel: S\n---\nDie Wohnung: Erfundener Weg 5, 63450 Hanau\n")],
    right: &[("s.md", "---\nart: seite\nid: s\ntitel: S\n---\nDie Wohnung liegt in der Innenstadt.\n")],
};

/// What a finding says.
pub(super) const SAYS: Says = Says {
    rule: &RULE,
    what: "Hier steht eine Anschrift, die zu keinem Partner gehört",
    help: "Streichen Sie sie. Eine amtliche Anschrift erlauben Sie in erlaubt.yaml (art: anschrift) mit Grund und Ablauf.",
};
