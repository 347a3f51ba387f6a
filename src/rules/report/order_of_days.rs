//! Days of a report in an order that cannot be.

use super::example;
use crate::diagnostic::{Diagnostic, FieldPath, Place, Rule, Severity};
use crate::german::date_in_words;
use crate::site::Site;
use chrono::Datelike;

/// `report/order-of-days`
pub static RULE: Rule = Rule {
    code: "report/order-of-days",
    severity: Severity::Error,
    title: "Zahlen gibt es erst nach dem Tag, für den sie gelten. Dann werden sie geliefert, dann veröffentlicht.",
    why: "Eines der Daten ist vertippt. Die Website würde eine Zusage mit Zahlen belegen, die es noch nicht geben kann.",
    wrong: &[("berichte/z.md", example!("stichtag: 2026-12-31\n", ""))],
    right: &[("berichte/z.md", example!("stichtag: 2025-12-31\ngeliefert_am: 2026-03-20\n", ""))],
};

/// The day or year that the numbers are about, the day they were supplied, the day they were published.
pub fn check(site: &Site, out: &mut Vec<Diagnostic>) {
    for (index, entry) in site.entries.iter().enumerate() {
        let Some(report) = site.report(index) else { continue };
        let mut add = |path, message: String, help: String| {
            out.push(Diagnostic::new(&RULE, &entry.file, Place::Value(path), message, help));
        };
        let check = |key: &str| format!("Prüfen Sie „{key}“ und „veroeffentlicht_am“, vor allem die Jahre.");
        let days = [("geliefert", report.supplied), ("veröffentlicht", report.published)];
        let first = days.into_iter().filter_map(|(what, day)| Some((day?, what))).min();
        let period = || report.period.map(|(_, until)| ("bis", "Der letzte Tag des Zeitraums", until));
        let about = report.reference.map(|day| ("stichtag", "Der Stichtag", day)).or_else(period);
        if let (Some((key, name, day)), Some((first, what))) = (about, first)
            && day > first
        {
            let path = if key == "bis" { FieldPath::key("zeitraum").then(key) } else { FieldPath::key(key) };
            let message = format!("{name} liegt nach dem {}, an dem die Zahlen {what} wurden.", date_in_words(first));
            let help = "Prüfen Sie beide Daten, vor allem die Jahre.".to_owned();
            add(path, message, help);
        } else if let (Some(year), Some(published)) = (report.year, report.published)
            && year > published.year()
        {
            let message = format!("Das Jahr {year} beginnt erst nach der Veröffentlichung.");
            add(FieldPath::key("jahr"), message, check("jahr"));
        }
        if let (Some(supplied), Some(published)) = (report.supplied, report.published)
            && supplied > published
        {
            let message = "Die Zahlen sollen nach der Veröffentlichung geliefert worden sein.".to_owned();
            add(FieldPath::key("geliefert_am"), message, check("geliefert_am"));
        }
    }
}
