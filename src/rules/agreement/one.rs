//! A second agreement in one folder.

use super::AGREEMENT;
use crate::diagnostic::{Diagnostic, FieldPath, Place, Rule, Severity};
use crate::kinds::Data;
use crate::site::Site;
use crate::source::parent;
use std::collections::HashMap;

/// `agreement/second`
pub static RULE: Rule = Rule {
    code: "agreement/second",
    severity: Severity::Error,
    title: "In einem Ordner liegt nur eine Vereinbarung.",
    why: "Der Ordner einer Vereinbarung ist eine Region. Bei zweien weiß niemand, wozu ein Gremium gehört.",
    wrong: &[
        AGREEMENT,
        (
            "w.md",
            "---\nart: vereinbarung\nid: w\ntitel: V\nregion: R\npartner: [lwv]\nin_kraft: 2021-06-01\n---\n## 1. Eins\n\nText.\n",
        ),
    ],
    right: &[AGREEMENT],
};

/// Every agreement but the first of a folder.
pub fn check(site: &Site, out: &mut Vec<Diagnostic>) {
    let mut first: HashMap<&str, &str> = HashMap::new();
    for entry in site.entries.iter().filter(|e| matches!(e.data, Data::Agreement(_))) {
        if let Some(other) = first.get(parent(&entry.file)) {
            out.push(Diagnostic::new(
                &RULE,
                &entry.file,
                Place::Value(FieldPath::key("art")),
                format!("In diesem Ordner liegt schon die Vereinbarung „{other}“."),
                "Legen Sie diese Vereinbarung mit ihren Gremien in einen eigenen Ordner.",
            ));
        } else {
            first.insert(parent(&entry.file), &entry.file);
        }
    }
}
