//! Tables without a file.

use super::{NUMBERS, example};
use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::site::Site;
use crate::tables::ProblemKind;

/// `report/table-missing`
pub static RULE: Rule = Rule {
    code: "report/table-missing",
    severity: Severity::Error,
    title: "Die CSV-Datei eines Berichts gibt es.",
    why: "Ein Bericht ohne seine Zahlen ist keiner.",
    wrong: &[("berichte/z.md", example!(""))],
    right: &[("berichte/z.md", example!("")), NUMBERS],
};

/// Problems that the room `tables` found.
pub fn check(site: &Site, out: &mut Vec<Diagnostic>) {
    super::problems(site, ProblemKind::Missing, &RULE, out);
}
