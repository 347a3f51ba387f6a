//! Twins whose source has changed.

use super::{HOME, PAGE};
use crate::diagnostic::{Diagnostic, FieldPath, Place, Rule, Severity};
use crate::site::{SectionState, Site};

/// `twin/stale`
pub static RULE: Rule = Rule {
    code: "twin/stale",
    severity: Severity::Warning,
    title: "Eine Fassung sagt, was ihre Seite heute sagt.",
    why: "Sonst lesen Menschen in Leichter Sprache etwas anderes als die anderen.",
    wrong: &[
        PAGE,
        HOME,
        (
            "s.leicht.md",
            "---\nart: fassung\ntitel: S\nabschnitte:\n  - stelle: anfang\n    fassung: \"0000000000000000\"\n---\nDas ist ein Text.\n",
        ),
    ],
    right: &[PAGE, HOME, ("s.leicht.md", "---\nart: fassung\ntitel: S\n---\nDas ist ein Text.\n")],
};

/// One finding for each section whose source has changed since it was written.
pub fn check(site: &Site, out: &mut Vec<Diagnostic>) {
    for (twin, _, source) in site.twins() {
        let Some(source) = source else { continue };
        for stamp in site.lost_sections(twin, source) {
            out.push(Diagnostic::new(
                &RULE,
                &site.entries[twin].file,
                Place::Value(FieldPath::key("abschnitte").at(stamp.at).then("stelle")),
                format!("Den Abschnitt „{}“ gibt es in der Quelle nicht mehr.", stamp.section),
                "Lesen Sie beide Texte. Nehmen Sie heraus, was nicht mehr gilt, dann: klartext twin accept DATEI",
            ));
        }
        for (section, _) in site.section_states(twin, source).into_iter().filter(|(_, s)| *s == SectionState::Stale) {
            let stamps = site.twin(twin).map(|t| t.stamps.as_slice()).unwrap_or_default();
            let place = stamps
                .iter()
                .find(|s| s.section == section.id)
                .map_or(Place::File, |s| Place::Value(FieldPath::key("abschnitte").at(s.at).then("fassung")));
            let name =
                if section.title.is_empty() { "Der Anfang".to_owned() } else { format!("„{}“", section.title) };
            out.push(Diagnostic::new(
                &RULE,
                &site.entries[twin].file,
                place,
                format!("{name} hat sich in der Quelle geändert, seit dieser Abschnitt geschrieben wurde."),
                "Lesen Sie beide Texte. Passt die Fassung noch oder wieder, dann: klartext twin accept DATEI",
            ));
        }
    }
}
