//! Pictograms that the theme does not have.

use super::each_problem;
use crate::diagnostic::{Diagnostic, Place, Rule, Severity};
use crate::front::nearest;
use crate::site::{LinkProblem, Site};

/// `link/pictogram`
pub static RULE: Rule = Rule {
    code: "link/pictogram",
    severity: Severity::Error,
    title: "Ein Zeichen-Bild hat einen Namen, den die Gestaltung kennt.",
    why: "Sonst fehlt das Bild. In Leichter Sprache helfen Bilder beim Verstehen (BITV 2.0, Anlage 2 Teil 2 Nr. 11).",
    wrong: &[("s.md", "---\nart: seite\nid: s\ntitel: S\n---\n![](bild:vertag)\n\nText.\n")],
    right: &[("s.md", "---\nart: seite\nid: s\ntitel: S\n---\n![](bild:vertrag)\n\nText.\n")],
};

/// Every `bild:NAME` without a drawing.
pub fn check(site: &Site, out: &mut Vec<Diagnostic>) {
    each_problem(site, |entry, link, problem| {
        let LinkProblem::NoPictogram(name) = problem else { return };
        let names: Vec<&str> = site.pictograms.keys().map(String::as_str).collect();
        let near = nearest(name, names.iter().copied()).map_or(String::new(), |n| format!("Meinten Sie „{n}“? "));
        let message = format!("Ein Zeichen-Bild „{name}“ gibt es nicht.");
        let help = format!("{near}Es gibt: {}.", names.join(", "));
        out.push(Diagnostic::new(&RULE, &site.entries[entry].file, Place::Span(link.span), message, help));
    });
}
