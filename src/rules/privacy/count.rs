//! Small numbers of people in prose. What looks like one: `privacy/count.rs` of the room of detectors.

use super::Says;
use crate::diagnostic::{Rule, Severity};

/// `privacy/person-count`
pub static RULE: Rule = Rule {
    code: "privacy/person-count",
    severity: Severity::Warning,
    title: "Kleine Zahlen von Menschen stehen nicht im Fließtext.",
    why: "Wer den Ort kennt, erkennt bei zwei oder drei Menschen, wer gemeint ist. Zahlen über Menschen gehen durch die Geheimhaltung der Berichte.",
    wrong: &[("s.md", "---\nart: seite\nid: s\ntitel: S\n---\nDer Umzug betrifft zwei Menschen mit Autismus.\n")],
    right: &[("s.md", "---\nart: seite\nid: s\ntitel: S\n---\nDer Umzug betrifft mehrere Menschen.\n")],
};

/// What a finding says.
pub(super) const SAYS: Says = Says {
    rule: &RULE,
    what: "Hier steht eine kleine Zahl von Menschen",
    help: "Schreiben Sie: einige, mehrere. Oder nennen Sie die Zahl in einem Bericht. Ist niemand zu erkennen, erlauben Sie die Stelle in erlaubt.yaml (art: anzahl).",
};
