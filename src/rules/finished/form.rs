//! Fields without a label.

use super::{Context, Fault};
use crate::diagnostic::{Rule, Severity};
use crate::html::Page;

/// `a11y/form-label`
pub static RULE: Rule = Rule {
    code: "a11y/form-label",
    severity: Severity::Error,
    title: "Jedes Eingabe-Feld hat eine Beschriftung, die stehen bleibt.",
    why: "Ein Text im Feld verschwindet beim Tippen, und Vorlese-Programme lesen ihn nicht sicher vor.",
    wrong: &[("seite.html", "<input type=\"search\" placeholder=\"Suchen\">\n")],
    right: &[("seite.html", "<label for=\"suche\">Suchen</label> <input type=\"search\" id=\"suche\">\n")],
};

/// Every field. WCAG 2.2, 1.3.5 and 3.3.2.
pub(super) fn check(page: &Page<'_>, _: &Context<'_>, out: &mut Vec<Fault>) {
    for (id, field) in page.all("input").chain(page.all("select")).chain(page.all("textarea")) {
        let kind = page.attribute(field, "type").unwrap_or("text");
        if matches!(kind, "hidden" | "submit" | "button" | "reset" | "image") {
            continue;
        }
        let label = |(label, element): (usize, &crate::html::Element<'_>)| {
            let own = page.attribute(field, "id");
            (own.is_some() && page.attribute(element, "for") == own) || (label < id && id < element.end)
        };
        let named = page.has(field, "aria-label") || page.has(field, "aria-labelledby");
        if !named && !page.all("label").any(label) {
            let help = "Setzen Sie ein label davor, dessen for die id des Feldes nennt.";
            out.push(Fault::new(&RULE, "", "Ein Eingabe-Feld hat keine Beschriftung.".to_owned(), help));
        }
        if matches!(kind, "email" | "tel") && !page.has(field, "autocomplete") {
            let help = "Schreiben Sie autocomplete=\"email\" oder autocomplete=\"tel\" an das Feld.";
            out.push(Fault::new(
                &RULE,
                "",
                "Ein Feld für eigene Angaben lässt sich nicht ausfüllen lassen.".to_owned(),
                help,
            ));
        }
    }
}
