//! Years that are declared complete before they are over.

use crate::diagnostic::{Diagnostic, FieldPath, Place, Rule, Severity};
use crate::kinds::Data;
use crate::site::Site;
use chrono::Datelike;

/// `obligation/year-not-over`
pub static RULE: Rule = Rule {
    code: "obligation/year-not-over",
    severity: Severity::Warning,
    title: "Vollständig ist nur ein Jahr, das vorbei ist.",
    why: "Sonst urteilt die Website am 1. Januar über das Jahr, ohne dass jemand die Angaben noch einmal geprüft hat.",
    wrong: &[
        (
            "v.md",
            "---\nart: vereinbarung\nid: v\ntitel: V\nregion: R\npartner: [lwv]\nin_kraft: 2021-06-01\nvollstaendige_jahre: [2024, 2199]\nbeispiel: true\n---\n## 1. Eins\n\nText.\n",
        ),
        (
            "g.md",
            "---\nart: gremium\nid: x\ntitel: X\ngruppe: zielgruppenspezifisch\nturnus: 2x jährlich\nvollstaendige_jahre: [2024, 2199]\n---\nText.\n",
        ),
    ],
    right: &[
        (
            "v.md",
            "---\nart: vereinbarung\nid: v\ntitel: V\nregion: R\npartner: [lwv]\nin_kraft: 2021-06-01\nvollstaendige_jahre: [2024]\nbeispiel: true\n---\n## 1. Eins\n\nText.\n",
        ),
        (
            "g.md",
            "---\nart: gremium\nid: x\ntitel: X\ngruppe: zielgruppenspezifisch\nturnus: 2x jährlich\nvollstaendige_jahre: [2024]\n---\nText.\n",
        ),
    ],
};

/// Declared years of agreements and bodies against the day of the build.
pub fn check(site: &Site, out: &mut Vec<Diagnostic>) {
    for entry in &site.entries {
        let declared = match &entry.data {
            Data::Agreement(data) => &data.complete_years,
            Data::Body(data) => &data.complete_years,
            _ => continue,
        };
        for year in declared.iter().filter(|year| year.value >= site.as_of.year()) {
            let place = Place::Value(FieldPath::key("vollstaendige_jahre").at(year.at));
            let message = format!("Das Jahr {} ist noch nicht vorbei.", year.value);
            let help =
                "Nehmen Sie das Jahr heraus. Tragen Sie es ein, wenn es vorbei ist und alles veröffentlicht ist.";
            out.push(Diagnostic::new(&RULE, &entry.file, place, message, help));
        }
    }
}
