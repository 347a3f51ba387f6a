//! Linked reports and facts that lead nowhere.

use super::{NUMBERS, example};
use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::site::Site;
use crate::tables::ProblemKind;

/// `report/table-link`
pub static RULE: Rule = Rule {
    code: "report/table-link",
    severity: Severity::Error,
    title: "Verbundene Berichte und Zellen gibt es.",
    why: "Wer zwei Tabellen nebeneinander legt, kann mehr ausrechnen. Die Prüfung muss beide kennen.",
    wrong: &[
        (
            "berichte/z.md",
            example!(
                "",
                "tabelle:\n  datei: zahlen-2025.csv\n  mass: {titel: Personen, einheit: Personen}\n  verbunden: [zahlen-2024]\n  merkmale:\n    - spalte: ort\n      titel: Ort\n      summe: alle\n      werte: [{id: alle, titel: Alle}, {id: nord, titel: Nord}, {id: ost, titel: Ost}, {id: west, titel: West}]\n"
            ),
        ),
        NUMBERS,
    ],
    right: &[("berichte/z.md", example!("")), NUMBERS],
};

/// Problems that the room `tables` found.
pub fn check(site: &Site, out: &mut Vec<Diagnostic>) {
    super::problems(site, ProblemKind::Link, &RULE, out);
}
