//! Drawings in the page without a name.

use super::{Context, Fault};
use crate::diagnostic::{Rule, Severity};
use crate::html::Page;

/// `a11y/svg-name`
pub static RULE: Rule = Rule {
    code: "a11y/svg-name",
    severity: Severity::Error,
    title: "Eine Zeichnung (SVG) hat einen Namen, oder sie ist für Vorlese-Programme verborgen.",
    why: "Ein Vorlese-Programm sagt sonst nur „Grafik“ oder liest Bruchstücke vor.",
    wrong: &[("seite.html", "<svg viewBox=\"0 0 9 9\"><path d=\"M0 0h9\"></path></svg>\n")],
    right: &[(
        "seite.html",
        "<svg viewBox=\"0 0 9 9\" role=\"img\"><title>Anteil der Sitzungen</title><path d=\"M0 0h9\"></path></svg>\n",
    )],
};

/// Every drawing: `aria-hidden`, or `role="img"` with a name. WCAG 2.2, 1.1.1.
pub(super) fn check(page: &Page<'_>, _: &Context<'_>, out: &mut Vec<Fault>) {
    for (id, svg) in page.all("svg") {
        let named = page.has(svg, "aria-label")
            || page.has(svg, "aria-labelledby")
            || page.within(id, "title").next().is_some_and(|(title, _)| !page.text(title).is_empty());
        if page.attribute(svg, "aria-hidden") != Some("true") && !(named && page.attribute(svg, "role") == Some("img"))
        {
            let help = "Geben Sie dem svg role=\"img\" und ein title, oder aria-hidden=\"true\", wenn es nur schmückt.";
            out.push(Fault::new(&RULE, "", "Eine Zeichnung (svg) hat keinen Namen.".to_owned(), help));
        }
    }
}
