//! Numbers that lead to persons.

use super::example;
use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::site::Site;
use crate::tables::ProblemKind;

/// `report/unsafe-cell`
pub static RULE: Rule = Rule {
    code: "report/unsafe-cell",
    severity: Severity::Error,
    title: "Keine Zahl eines Berichts verrät einzelne Personen.",
    why: "Kleine Zahlen, und Zahlen, die sich aus anderen ausrechnen lassen, können Menschen erkennbar machen (§ 67 SGB X).",
    wrong: &[
        ("berichte/z.md", example!("")),
        ("berichte/zahlen-2025.csv", "ort,wert,status\nalle,30,\nnord,,geheim\nost,8,\nwest,12,\n"),
    ],
    right: &[
        ("berichte/z.md", example!("")),
        ("berichte/zahlen-2025.csv", "ort,wert,status\nalle,30,\nnord,,geheim\nost,,geheim\nwest,12,\n"),
    ],
};

/// Problems that the room `tables` found.
pub fn check(site: &Site, out: &mut Vec<Diagnostic>) {
    super::problems(site, ProblemKind::Unsafe, &RULE, out);
}
