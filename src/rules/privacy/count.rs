//! Small numbers of people in prose. What looks like one: `privacy/count.rs` of the room of detectors.

use super::Says;
use crate::diagnostic::{Diagnostic, Rule, Severity};

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

/// Makes a finding an error where a table of the same page withholds a number: what the table hides, the text could tell.
/// Other findings stay as they are.
pub(super) fn beside_withheld(finding: &mut Diagnostic) {
    if finding.rule.code == RULE.code {
        finding.severity = Severity::Error;
        finding.help = "In der Tabelle dieses Berichts ist eine Zahl geheim. Streichen Sie die Zahl im Text, oder schreiben Sie: einige, mehrere. Zahlen aus der Tabelle nennen Sie mit {{zahl …}}.".into();
    }
}
