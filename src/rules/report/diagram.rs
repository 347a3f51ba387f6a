//! Diagrams that cannot be drawn from the table of their report.

use super::{NUMBERS, example};
use crate::chart::of_table;
use crate::diagnostic::{Diagnostic, FieldPath, Place, Rule, Severity};
use crate::site::Site;

/// `report/diagram`
pub static RULE: Rule = Rule {
    code: "report/diagram",
    severity: Severity::Error,
    title: "Ein Diagramm lässt sich aus der Tabelle seines Berichts zeichnen.",
    why: "Sonst fehlt es auf der Seite, oder es zählt Menschen doppelt.",
    wrong: &[("berichte/z.md", example!("diagramme: [{form: balken, zeilen: region}]\n")), NUMBERS],
    right: &[("berichte/z.md", example!("diagramme: [{form: balken, zeilen: ort}]\n")), NUMBERS],
};

/// `diagramme` of each report. Where the table itself is wrong, that is said first.
pub fn check(site: &Site, out: &mut Vec<Diagnostic>) {
    for (index, entry) in site.entries.iter().enumerate() {
        let Some(report) = site.report(index) else { continue };
        for (n, decl) in &report.diagrams {
            let here = FieldPath::key("diagramme").at(*n);
            let mut add = |path: FieldPath, message: String, help: String| {
                out.push(Diagnostic::new(&RULE, &entry.file, Place::Value(path), message, help));
            };
            match (site.tables.get(&index), &report.table) {
                (Some(table), _) => {
                    if let Err(misfit) = of_table(table, decl, "", "") {
                        let path = FieldPath(here.0.into_iter().chain(misfit.field.0).collect());
                        add(path, misfit.message, misfit.help);
                    }
                }
                (None, None) => {
                    let message = "Der Bericht hat keine Tabelle, aus der man zeichnen kann.".to_owned();
                    add(here, message, "Beschreiben Sie die Zahlen unter „tabelle“.".to_owned());
                }
                (None, Some(_)) => {}
            }
        }
    }
}
