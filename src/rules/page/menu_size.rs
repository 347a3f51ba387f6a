//! A menu with too many items.

use crate::diagnostic::{Diagnostic, FieldPath, Place, Rule, Severity};
use crate::site::Site;

/// `site/menu-size`
pub static RULE: Rule = Rule {
    code: "site/menu-size",
    severity: Severity::Warning,
    title: "Das Haupt-Menü hat höchstens sechs Links.",
    why: "Ein langes Menü ist auf dem Telefon und mit dem Vorlese-Programm mühsam.",
    wrong: &[(
        "site.yaml",
        "titel: T\nanbieter: A\nbasis_url: https://example.org/\npartner:\n  - id: lwv\n    name: LWV\nmenue:\n  - text: X\n    ziel: index.md\n  - text: X\n    ziel: index.md\n  - text: X\n    ziel: index.md\n  - text: X\n    ziel: index.md\n  - text: X\n    ziel: index.md\n  - text: X\n    ziel: index.md\n  - text: X\n    ziel: index.md\n",
    )],
    right: &[(
        "site.yaml",
        "titel: T\nanbieter: A\nbasis_url: https://example.org/\npartner:\n  - id: lwv\n    name: LWV\nmenue:\n  - text: X\n    ziel: index.md\n",
    )],
};

/// Counts the items of the main menu.
pub fn check(site: &Site, out: &mut Vec<Diagnostic>) {
    let count = site.settings.menu.len();
    if count > 6 {
        out.push(Diagnostic::new(
            &RULE,
            &site.settings.file,
            Place::Key(FieldPath::key("menue"), 0),
            format!("Das Haupt-Menü hat {count} Links."),
            "Lassen Sie die sechs wichtigsten stehen. Die anderen passen unter „fuss“ oder auf die Start-Seite.",
        ));
    }
}
