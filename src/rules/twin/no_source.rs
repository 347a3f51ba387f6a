//! Twins without a page to stand beside.

use super::{HOME, PAGE};
use crate::diagnostic::{Diagnostic, FieldPath, Place, Rule, Severity};
use crate::site::{EntryIndex, Site};
use std::collections::HashMap;

/// `twin/no-source`
pub static RULE: Rule = Rule {
    code: "twin/no-source",
    severity: Severity::Error,
    title: "Neben jeder Fassung liegt die Seite, von der sie die Fassung ist.",
    why: "Eine Fassung in Leichter Sprache gehört zu einer Seite und hat den gleichen Dateinamen: kok.md und kok.leicht.md.",
    wrong: &[("t.leicht.md", "---\nart: fassung\ntitel: S\n---\nDas ist ein Text.\n")],
    right: &[PAGE, HOME, ("s.leicht.md", "---\nart: fassung\ntitel: S\n---\nDas ist ein Text.\n")],
};

/// Twins whose file name names no register, or whose source is not there.
pub fn check(site: &Site, out: &mut Vec<Diagnostic>) {
    let keys: Vec<&str> = site.settings.registers.iter().map(|r| r.key.as_str()).collect();
    let twins: HashMap<EntryIndex, bool> = site.twins().map(|(twin, _, source)| (twin, source.is_some())).collect();
    for (index, entry) in site.entries.iter().enumerate().filter(|(i, _)| site.twin(*i).is_some()) {
        let message = match twins.get(&index) {
            Some(true) => continue,
            Some(false) => "Zu dieser Fassung fehlt die Seite in Alltags-Sprache.".to_owned(),
            None => format!("Der Dateiname sagt nicht, welche Fassung das ist. Es gibt: {}.", keys.join(", ")),
        };
        out.push(Diagnostic::new(
            &RULE,
            &entry.file,
            Place::Value(FieldPath::key("art")),
            message,
            "Nennen Sie die Datei wie die Seite, mit .leicht davor: aus kok.md wird kok.leicht.md.",
        ));
    }
}
