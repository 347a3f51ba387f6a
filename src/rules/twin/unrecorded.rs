//! Twins that nobody held against their source.

use super::{HOME, PAGE};
use crate::diagnostic::{Diagnostic, FieldPath, Place, Rule, Severity};
use crate::site::{SectionState, Site};

/// `twin/unrecorded`
pub static RULE: Rule = Rule {
    code: "twin/unrecorded",
    severity: Severity::Info,
    title: "Zu jedem Abschnitt einer Fassung ist festgehalten, aus welchem Stand der Quelle er entstanden ist.",
    why: "Nur dann kann Klartext melden, wenn sich die Quelle ändert.",
    wrong: &[PAGE, HOME, ("s.leicht.md", "---\nart: fassung\ntitel: S\n---\nDas ist ein Text.\n")],
    right: &[
        PAGE,
        HOME,
        (
            "s.leicht.md",
            "---\nart: fassung\ntitel: S\nabschnitte:\n  - stelle: anfang\n    fassung: \"819bc3316e22a422\"\n---\nDas ist ein Text.\n",
        ),
    ],
};

/// One finding for a twin with sections that have no record.
pub fn check(site: &Site, out: &mut Vec<Diagnostic>) {
    for (twin, _, source) in site.twins() {
        let Some(source) = source else { continue };
        let open = site.section_states(twin, source).iter().filter(|(_, s)| *s == SectionState::Unrecorded).count();
        if open > 0 {
            let what = if open == 1 { "1 Abschnitt ist".to_owned() } else { format!("{open} Abschnitte sind") };
            out.push(Diagnostic::new(
                &RULE,
                &site.entries[twin].file,
                Place::Key(FieldPath::key("art"), 0),
                format!("{what} noch nicht mit der Quelle verglichen."),
                "Lesen Sie beide Texte, dann: klartext twin accept DATEI",
            ));
        }
    }
}
