//! Series whose area changes without a word.

use super::example;
use crate::diagnostic::{Diagnostic, FieldPath, Place, Rule, Severity};
use crate::kinds::Report;
use crate::site::Site;

/// `report/series-break`
pub static RULE: Rule = Rule {
    code: "report/series-break",
    severity: Severity::Error,
    title: "Ändert sich das Gebiet einer Reihe, dann sagt der Bericht, dass die Zahlen nicht vergleichbar sind.",
    why: "Sonst sieht eine neue Grenze aus wie ein Rückgang oder ein Anstieg.",
    wrong: &[
        (
            "berichte/a.md",
            "---\nart: bericht\nid: a\ntitel: A\njahr: 2024\nveroeffentlicht_am: 2025-04-02\nfreigabe: {von: [lwv], am: 2025-04-01}\nbeispiel: true\nreihe: z\n---\nText.\n",
        ),
        ("berichte/z.md", example!("reihe: z\ngebiet: [lwv]\n", "")),
    ],
    right: &[
        (
            "berichte/a.md",
            "---\nart: bericht\nid: a\ntitel: A\njahr: 2024\nveroeffentlicht_am: 2025-04-02\nfreigabe: {von: [lwv], am: 2025-04-01}\nbeispiel: true\nreihe: z\n---\nText.\n",
        ),
        ("berichte/z.md", example!("reihe: z\ngebiet: [lwv]\nbruch: Anderes Gebiet.\n", "")),
    ],
};

/// `gebiet` of each report against the report before in its series.
pub fn check(site: &Site, out: &mut Vec<Diagnostic>) {
    for (index, entry) in site.entries.iter().enumerate() {
        let Some(report) = site.report(index).filter(|r| r.break_note.is_none()) else { continue };
        let Some(before) = site.report_before(index).and_then(|b| site.report(b)) else { continue };
        let sorted = |report: &Report| {
            let mut areas: Vec<String> = report.areas.iter().map(|a| a.value.clone()).collect();
            areas.sort();
            areas
        };
        if sorted(report) != sorted(before) {
            let key = if report.areas.is_empty() { "reihe" } else { "gebiet" };
            let message = "Das Gebiet ist ein anderes als im Bericht davor, aber „bruch“ fehlt.";
            let help = "Schreiben Sie in einem Satz, was sich geändert hat, zum Beispiel: bruch: Seit 2026 ohne die Stadt Hanau.";
            out.push(Diagnostic::new(&RULE, &entry.file, Place::Value(FieldPath::key(key)), message, help));
        }
    }
}
