//! Doors of the home page that lead nowhere.

use crate::diagnostic::{Diagnostic, FieldPath, Place, Rule, Severity};
use crate::kinds::Data;
use crate::site::Site;
use crate::source::{clean_join, parent};

/// `link/door`
pub static RULE: Rule = Rule {
    code: "link/door",
    severity: Severity::Error,
    title: "Jede Tür der Start-Seite führt zu einer Seite.",
    why: "Die Türen sind das Erste, was Menschen anklicken.",
    wrong: &[(
        "index.md",
        "---\nart: seite\nid: start\ntitel: Start\ntueren:\n  - titel: A\n    ziel: fehlt.md\n    text: B\n---\nText.\n",
    )],
    right: &[(
        "index.md",
        "---\nart: seite\nid: start\ntitel: Start\ntueren:\n  - titel: A\n    ziel: index.md\n    text: B\n---\nText.\n",
    )],
};

/// Every door of every page.
pub fn check(site: &Site, out: &mut Vec<Diagnostic>) {
    for entry in &site.entries {
        let Data::Page(page) = &entry.data else { continue };
        for door in &page.doors {
            let (path, fragment) = door.target.split_once('#').unwrap_or((&door.target, ""));
            let file = clean_join(parent(&entry.file), path).unwrap_or_default();
            if let Some((message, help)) = crate::rules::link::page_problem(site, &file, fragment) {
                let place = Place::Value(FieldPath::key("tueren").at(door.at).then("ziel"));
                out.push(Diagnostic::new(&RULE, &entry.file, place, message, help));
            }
        }
    }
}
