//! Two pages with one id.

use crate::diagnostic::{Diagnostic, FieldPath, Place, Rule, Severity};
use crate::site::Site;
use std::collections::HashMap;

/// `site/duplicate-id`
pub static RULE: Rule = Rule {
    code: "site/duplicate-id",
    severity: Severity::Error,
    title: "Jeder Kurz-Name gehört in einer Region nur einer Seite derselben Art.",
    why: "Sonst weiß niemand, welche Seite gemeint ist.",
    wrong: &[
        ("s.md", "---\nart: seite\nid: s\ntitel: S\n---\nText.\n"),
        ("t.md", "---\nart: seite\nid: s\ntitel: S\n---\nText.\n"),
    ],
    right: &[
        ("s.md", "---\nart: seite\nid: s\ntitel: S\n---\nText.\n"),
        ("t.md", "---\nart: seite\nid: t\ntitel: S\n---\nText.\n"),
    ],
};

/// Ids are compared within a region and a kind; words are known to the whole site.
pub fn check(site: &Site, out: &mut Vec<Diagnostic>) {
    let mut seen = HashMap::new();
    for (index, entry) in site.entries.iter().enumerate() {
        let art = entry.data.art();
        let region = if art == "wort" { None } else { site.region_of[index] };
        if let Some(first) = seen.insert((region, art, entry.common.id.as_str()), &entry.file) {
            out.push(Diagnostic::new(
                &RULE,
                &entry.file,
                Place::Value(FieldPath::key("id")),
                format!("Den Kurz-Namen „{}“ hat auch „{first}“.", entry.common.id),
                "Geben Sie der neueren Seite einen anderen. Bei der älteren bleibt er, weil andere auf sie verweisen.",
            ));
        }
    }
}
