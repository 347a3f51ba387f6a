//! The day or the days that a report is about.

use super::example;
use crate::diagnostic::{Diagnostic, FieldPath, Place, Rule, Severity};
use crate::site::Site;

/// `report/period`
pub static RULE: Rule = Rule {
    code: "report/period",
    severity: Severity::Error,
    title: "Ein Bericht nennt einen Stichtag oder einen Zeitraum, nicht beides.",
    why: "Sonst weiß niemand, wofür die Zahlen gelten.",
    wrong: &[("berichte/z.md", example!("zeitraum: {von: 2025-12-31, bis: 2025-01-01}\n", ""))],
    right: &[("berichte/z.md", example!("zeitraum: {von: 2025-01-01, bis: 2025-12-31}\n", ""))],
};

/// `stichtag` and `zeitraum` of each report.
pub fn check(site: &Site, out: &mut Vec<Diagnostic>) {
    for (index, entry) in site.entries.iter().enumerate() {
        let Some((report, (from, until))) = site.report(index).and_then(|r| Some((r, r.period?))) else { continue };
        let place = Place::Value(FieldPath::key("zeitraum"));
        if report.reference.is_some() {
            let message = "Der Bericht nennt einen Stichtag und einen Zeitraum.";
            out.push(Diagnostic::new(&RULE, &entry.file, place, message, "Löschen Sie eine der beiden Angaben."));
        } else if until < from {
            let place = Place::Value(FieldPath::key("zeitraum").then("bis"));
            let message = "Der Zeitraum endet, bevor er beginnt.";
            out.push(Diagnostic::new(&RULE, &entry.file, place, message, "Prüfen Sie beide Tage."));
        }
    }
}
