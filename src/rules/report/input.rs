//! CSV files that are not what the report says.

use super::example;
use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::site::Site;
use crate::tables::ProblemKind;

/// `report/table-input`
pub static RULE: Rule = Rule {
    code: "report/table-input",
    severity: Severity::Error,
    title: "Eine CSV-Datei sieht so aus, wie ihr Bericht sie beschreibt.",
    why: "Nur eine vollständige und eindeutige Tabelle lässt sich prüfen und richtig zeigen.",
    wrong: &[
        ("berichte/z.md", example!("")),
        ("berichte/zahlen-2025.csv", "ort,wert,status\nalle,30,\nnord,zehn,\nost,8,\nwest,12,\n"),
    ],
    right: &[
        ("berichte/z.md", example!("")),
        ("berichte/zahlen-2025.csv", "ort,wert,status\nalle,30,\nnord,10,\nost,8,\nwest,12,\n"),
    ],
};

/// Problems that the room `tables` found.
pub fn check(site: &Site, out: &mut Vec<Diagnostic>) {
    super::problems(site, ProblemKind::Input, &RULE, out);
}
