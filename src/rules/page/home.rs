//! A site without a home page.

use crate::diagnostic::{Diagnostic, Place, Rule, Severity};
use crate::site::Site;

/// `site/no-home`
pub static RULE: Rule = Rule {
    code: "site/no-home",
    severity: Severity::Error,
    title: "Es gibt eine Start-Seite.",
    why: "Unter der Adresse der Website muss etwas stehen.",
    wrong: &[("index.md", "\u{0}gelöscht")],
    right: &[("index.md", "---\nart: seite\nid: start\ntitel: Start\n---\nWillkommen.\n")],
};

/// Asks for `index.md`.
pub fn check(site: &Site, out: &mut Vec<Diagnostic>) {
    if !site.pages.iter().any(|p| p.url.is_empty()) && !site.hidden.contains_key("index.md") {
        out.push(Diagnostic::new(
            &RULE,
            &"index.md".into(),
            Place::File,
            "Die Start-Seite fehlt.",
            "Legen Sie im Ordner der Website die Datei index.md an: klartext new seite index",
        ));
    }
}
