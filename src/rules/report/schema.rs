//! Declarations of tables that contradict themselves.

use super::{NUMBERS, example};
use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::site::Site;
use crate::tables::ProblemKind;

/// `report/table-schema`
pub static RULE: Rule = Rule {
    code: "report/table-schema",
    severity: Severity::Error,
    title: "Die Merkmale einer Tabelle sind eindeutig.",
    why: "Aus ihnen folgt, was sich zusammenzählen lässt, und damit auch, was geheim bleiben muss.",
    wrong: &[
        (
            "berichte/z.md",
            example!(
                "",
                "tabelle:\n  datei: zahlen-2025.csv\n  mass: {titel: Personen, einheit: Personen}\n  merkmale:\n    - spalte: ort\n      titel: Ort\n      summe: gesamt\n      werte: [{id: alle, titel: Alle}, {id: nord, titel: Nord}, {id: ost, titel: Ost}, {id: west, titel: West}]\n"
            ),
        ),
        NUMBERS,
    ],
    right: &[("berichte/z.md", example!("")), NUMBERS],
};

/// Problems that the room `tables` found.
pub fn check(site: &Site, out: &mut Vec<Diagnostic>) {
    super::problems(site, ProblemKind::Schema, &RULE, out);
}
