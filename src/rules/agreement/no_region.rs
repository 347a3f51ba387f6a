//! Bodies, meetings, annexes and reports that belong to no agreement.

use super::AGREEMENT;
use crate::diagnostic::{Diagnostic, Place, Rule, Severity};
use crate::site::Site;

/// `agreement/none`
pub static RULE: Rule = Rule {
    code: "agreement/none",
    severity: Severity::Error,
    title: "Jedes Gremium, jede Sitzung, jede Anlage und jeder Bericht gehört zu einer Vereinbarung.",
    why: "Die Vereinbarung gilt für ihren Ordner und alles darin. Was außerhalb liegt, steht in keiner Liste, und niemand findet es.",
    wrong: &[
        ("v.md", "---\nart: seite\nid: v\ntitel: Keine Vereinbarung\n---\nText.\n"),
        ("nord/v.md", AGREEMENT.1),
        ("gremien/x.md", BODY),
    ],
    right: &[AGREEMENT, ("gremien/x.md", BODY)],
};

const BODY: &str =
    "---\nart: gremium\nid: x\ntitel: X\ngruppe: zielgruppenspezifisch\nturnus: 2x jährlich\n---\nText.\n";

/// What each of these kinds is called in a sentence.
const KINDS: [(&str, &str); 4] = [
    ("gremium", "Dieses Gremium"),
    ("sitzung", "Diese Sitzung"),
    ("anlage", "Diese Anlage"),
    ("bericht", "Dieser Bericht"),
];

/// Every entry of such a kind outside all regions. Where a file cannot be read, it may be the agreement of them all.
pub fn check(site: &Site, out: &mut Vec<Diagnostic>) {
    if site.has_unreadable() {
        return;
    }
    let folders: Vec<String> = site.regions.iter().map(|r| format!("„{}/“", r.folder)).collect();
    for (entry, _) in site.entries.iter().zip(&site.region_of).filter(|(_, region)| region.is_none()) {
        let art = entry.data.art();
        let Some((_, this)) = KINDS.iter().find(|(kind, _)| *kind == art) else { continue };
        let help = format!("Legen Sie die Datei in den Ordner ihrer Vereinbarung: {}.", folders.join(" oder "));
        let message = format!("{this} gehört zu keiner Vereinbarung, die veröffentlicht ist.");
        out.push(Diagnostic::new(&RULE, &entry.file, Place::File, message, help));
    }
}
