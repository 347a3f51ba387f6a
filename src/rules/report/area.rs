//! Areas that site.yaml does not know.

use super::example;
use crate::diagnostic::{Diagnostic, FieldPath, Place, Rule, Severity};
use crate::front::nearest;
use crate::site::Site;

/// `report/unknown-area`
pub static RULE: Rule = Rule {
    code: "report/unknown-area",
    severity: Severity::Error,
    title: "Das Gebiet eines Berichts steht in site.yaml.",
    why: "Ein Kreis mit einer Stadt und derselbe Kreis ohne sie sind zwei Gebiete. Zahlen dazu darf niemand verwechseln.",
    wrong: &[("berichte/z.md", example!("gebiet: [kreis-ohne-stadt]\n", ""))],
    right: &[("berichte/z.md", example!("gebiet: [lwv]\n", ""))],
};

/// `gebiet` of each report: an area of the settings, or a partner.
pub fn check(site: &Site, out: &mut Vec<Diagnostic>) {
    let settings = &site.settings;
    for (index, entry) in site.entries.iter().enumerate() {
        let Some(report) = site.report(index) else { continue };
        for id in report.areas.iter().filter(|id| settings.area(id).is_none()) {
            let ids = settings.areas.iter().map(|a| a.id.as_str());
            let help = match nearest(id, ids.chain(settings.partners.iter().map(|p| p.id.as_str()))) {
                Some(near) => format!("Meinten Sie „{near}“?"),
                None => "Tragen Sie das Gebiet in site.yaml unter „gebiete“ ein, mit „id“ und „titel“.".to_owned(),
            };
            let place = Place::Value(FieldPath::key("gebiet").at(id.at));
            out.push(Diagnostic::new(&RULE, &entry.file, place, format!("Das Gebiet „{id}“ gibt es nicht."), help));
        }
    }
}
