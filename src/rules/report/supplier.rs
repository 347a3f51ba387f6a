//! Suppliers that site.yaml does not know.

use super::example;
use crate::diagnostic::{Diagnostic, FieldPath, Place, Rule, Severity};
use crate::front::nearest;
use crate::site::Site;

/// `report/unknown-supplier`
pub static RULE: Rule = Rule {
    code: "report/unknown-supplier",
    severity: Severity::Error,
    title: "Wer die Zahlen eines Berichts geliefert hat, steht in site.yaml.",
    why: "Die Leserinnen und Leser sollen wissen, wer für die Zahlen einsteht.",
    wrong: &[("berichte/z.md", example!("geliefert_von: lvw\n", ""))],
    right: &[("berichte/z.md", example!("geliefert_von: lwv\n", ""))],
};

/// `geliefert_von` of each report.
pub fn check(site: &Site, out: &mut Vec<Diagnostic>) {
    for (index, entry) in site.entries.iter().enumerate() {
        let Some(id) = site.report(index).and_then(|r| r.supplier.as_ref()) else { continue };
        if site.settings.partner(id).is_some() {
            continue;
        }
        let help = match nearest(id, site.settings.partners.iter().map(|p| p.id.as_str())) {
            Some(near) => format!("Meinten Sie „{near}“?"),
            None => "Nennen Sie einen Partner aus site.yaml.".to_owned(),
        };
        let place = Place::Value(FieldPath::key("geliefert_von"));
        out.push(Diagnostic::new(&RULE, &entry.file, place, format!("Den Partner „{id}“ gibt es nicht."), help));
    }
}
