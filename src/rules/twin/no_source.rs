//! Twins without a page to stand beside.

use super::{HOME, PAGE};
use crate::diagnostic::{Diagnostic, FieldPath, Place, Rule, Severity};
use crate::site::Site;

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
    for (index, entry) in site.entries.iter().enumerate().filter(|(i, _)| site.twin(*i).is_some()) {
        let known = site.twins().find(|(twin, ..)| *twin == index);
        let message = match known {
            Some((_, _, Some(_))) => continue,
            Some((_, _, None)) => "Zu dieser Fassung fehlt die Seite in Alltags-Sprache.".to_owned(),
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
