//! Charts that only the eye can read.

use super::{Context, Fault};
use crate::diagnostic::{Rule, Severity};
use crate::html::Page;

/// `a11y/chart`
pub static RULE: Rule = Rule {
    code: "a11y/chart",
    severity: Severity::Error,
    title: "Ein Schaubild hat eine Beschreibung, und seine Zahlen stehen in einer Tabelle auf der Seite.",
    why: "Wer das Schaubild nicht sieht, braucht dieselben Zahlen als Text.",
    wrong: &[(
        "seite.html",
        "<figure><svg viewBox=\"0 0 9 9\" role=\"img\"><title>Sitzungen im Jahr</title></svg></figure>\n",
    )],
    right: &[(
        "seite.html",
        "<figure><svg viewBox=\"0 0 9 9\" role=\"img\"><title>Sitzungen im Jahr</title><desc>2025 gab es mehr Sitzungen als 2024.</desc></svg></figure><table><caption>Sitzungen</caption><thead><tr><th scope=\"col\">Jahr</th><th scope=\"col\">Zahl</th></tr></thead><tbody><tr><th scope=\"row\">2025</th><td>2</td></tr></tbody></table>\n",
    )],
};

/// Every drawing with a name inside a figure. WCAG 2.2, 1.1.1.
pub(super) fn check(page: &Page<'_>, _: &Context<'_>, out: &mut Vec<Fault>) {
    for (figure, _) in page.all("figure") {
        let chart = page.within(figure, "svg").find(|(_, svg)| page.attribute(svg, "role") == Some("img"));
        let Some((chart, svg)) = chart else { continue };
        let mut fault = |message: &str, help| out.push(Fault::new(&RULE, "", message.to_owned(), help));
        let said = page.within(chart, "desc").any(|(desc, _)| !page.text(desc).is_empty());
        if !said && !page.has(svg, "aria-describedby") {
            fault("Ein Schaubild hat keine Beschreibung.", "Schreiben Sie in desc, was das Schaubild zeigt.");
        }
        if page.all("table").next().is_none() {
            fault("Zu einem Schaubild fehlt die Tabelle.", "Setzen Sie die Zahlen als Tabelle darunter.");
        }
    }
}
