//! Reports that nobody released.

use super::example;
use crate::diagnostic::{Diagnostic, FieldPath, Place, Rule, Severity};
use crate::front::nearest;
use crate::site::Site;

/// `report/release`
pub static RULE: Rule = Rule {
    code: "report/release",
    severity: Severity::Error,
    title: "Ein Bericht ist von einem Partner freigegeben, bevor er veröffentlicht wird.",
    why: "Kommunen veröffentlichen freiwillig (§ 1 HODaG). Ohne Freigabe der Stelle, der die Zahlen gehören, erscheint nichts.",
    wrong: &[(
        "berichte/z.md",
        "---\nart: bericht\nid: z\ntitel: Z\njahr: 2025\nveroeffentlicht_am: 2026-04-02\nfreigabe: {von: [lwv], am: 2026-05-01}\nbeispiel: true\n---\nText.\n",
    )],
    right: &[("berichte/z.md", example!("", ""))],
};

/// `freigabe` of each report. That it is there and names somebody, the field itself demands.
pub fn check(site: &Site, out: &mut Vec<Diagnostic>) {
    for (index, entry) in site.entries.iter().enumerate() {
        let Some((report, release)) = site.report(index).and_then(|r| Some((r, r.release.as_ref()?))) else { continue };
        let path = FieldPath::key("freigabe");
        for id in release.by.iter().filter(|id| site.settings.partner(id).is_none()) {
            let ids = site.settings.partners.iter().map(|p| p.id.as_str());
            let help = match nearest(id, ids) {
                Some(near) => format!("Meinten Sie „{near}“?"),
                None => "Nennen Sie einen Partner aus site.yaml.".to_owned(),
            };
            let message = format!("Den Partner „{id}“ gibt es nicht.");
            out.push(Diagnostic::new(&RULE, &entry.file, Place::Value(path.then("von").at(id.at)), message, help));
        }
        if release.on.is_some_and(|on| on > site.as_of) {
            let message = "Die Freigabe liegt in der Zukunft.";
            let help = "Tragen Sie den Tag ein, an dem der Bericht freigegeben wurde. Bis dahin hilft entwurf: true.";
            out.push(Diagnostic::new(&RULE, &entry.file, Place::Value(path.then("am")), message, help));
        }
        if let (Some(on), Some(published)) = (release.on, report.published)
            && on > published
        {
            let message = "Die Freigabe ist jünger als die Veröffentlichung.";
            let help = "Veröffentlichen Sie erst nach der Freigabe, oder berichtigen Sie das Datum.";
            out.push(Diagnostic::new(&RULE, &entry.file, Place::Value(path.then("am")), message, help));
        }
    }
}
