//! Two annexes with one number.

use super::AGREEMENT;
use crate::diagnostic::{Diagnostic, FieldPath, Place, Rule, Severity};
use crate::site::Site;

/// `agreement/annex-number`
pub static RULE: Rule = Rule {
    code: "agreement/annex-number",
    severity: Severity::Error,
    title: "Jede Anlage einer Vereinbarung hat eine eigene Nummer.",
    why: "Die Nummer steht in der Adresse der Anlage.",
    wrong: &[
        AGREEMENT,
        ("a.md", "---\nart: anlage\nid: a\ntitel: A\nnummer: 1\n---\nText.\n"),
        ("b.md", "---\nart: anlage\nid: b\ntitel: B\nnummer: 1\n---\nText.\n"),
    ],
    right: &[
        AGREEMENT,
        ("a.md", "---\nart: anlage\nid: a\ntitel: A\nnummer: 1\n---\nText.\n"),
        ("b.md", "---\nart: anlage\nid: b\ntitel: B\nnummer: 2\n---\nText.\n"),
    ],
};

/// Annexes stand in order of their numbers, so doubles are neighbours.
pub fn check(site: &Site, out: &mut Vec<Diagnostic>) {
    for region in &site.regions {
        for pair in region.annexes.windows(2) {
            let (Some(a), Some(b)) = (site.annex(pair[0]), site.annex(pair[1])) else { continue };
            if a.number == b.number {
                out.push(Diagnostic::new(
                    &RULE,
                    &site.entries[pair[1]].file,
                    Place::Value(FieldPath::key("nummer")),
                    format!("Die Nummer {} hat auch „{}“.", b.number, site.entries[pair[0]].file),
                    "Geben Sie einer der beiden Anlagen eine andere Nummer.",
                ));
            }
        }
    }
}
