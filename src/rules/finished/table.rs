//! Tables that cannot be read aloud.

use super::{Context, Fault};
use crate::diagnostic::{Rule, Severity};
use crate::html::Page;

/// `a11y/table`
pub static RULE: Rule = Rule {
    code: "a11y/table",
    severity: Severity::Error,
    title: "Jede Tabelle hat eine Beschriftung und Kopf-Zellen, die sagen, wofür sie gelten.",
    why: "Ein Vorlese-Programm nennt zu jeder Zelle ihren Kopf. Ohne ihn bleibt nur eine Reihe von Zahlen.",
    wrong: &[("seite.html", "<table><tr><td>Mai</td><td>2</td></tr></table>\n")],
    right: &[(
        "seite.html",
        "<table><caption>Sitzungen</caption><thead><tr><th scope=\"col\">Monat</th><th scope=\"col\">Zahl</th></tr></thead><tbody><tr><th scope=\"row\">Mai</th><td>2</td></tr></tbody></table>\n",
    )],
};

/// Every table. WCAG 2.2, 1.3.1.
pub(super) fn check(page: &Page<'_>, _: &Context<'_>, out: &mut Vec<Fault>) {
    for (id, table) in page.all("table") {
        let caption = page.within(id, "caption").next().map(|(caption, _)| page.text(caption));
        let name = caption.clone().unwrap_or_default();
        let mut fault = |what: &str, help| {
            let table = if name.is_empty() { "Eine Tabelle".to_owned() } else { format!("Die Tabelle „{name}“") };
            out.push(Fault::new(&RULE, &name, format!("{table} {what}"), help));
        };
        if matches!(page.attribute(table, "role"), Some("presentation" | "none")) {
            fault("ordnet nur die Seite.", "Ordnen Sie mit dem Stylesheet. Tabellen sind für Angaben da.");
            continue;
        }
        if name.is_empty() && !page.has(table, "aria-label") && !page.has(table, "aria-labelledby") {
            fault(
                "hat keine Beschriftung.",
                "Geben Sie ihr eine: über der Tabelle eine Zeile „Tabelle: …“, in Vorlagen caption.",
            );
        }
        let mut heads = page.within(id, "th").peekable();
        if heads.peek().is_none() {
            fault("hat keine Kopf-Zellen.", "Nehmen Sie th für die erste Zeile, mit scope=\"col\".");
        }
        let (mut unclear, mut empty) = (false, false);
        for (cell, head) in heads {
            unclear |= !page.has(head, "scope");
            empty |= page.text(cell).is_empty();
        }
        if unclear {
            fault("hat Kopf-Zellen ohne scope.", "Schreiben Sie scope=\"col\" oder scope=\"row\" an jede th.");
        }
        if empty {
            fault("hat eine leere Kopf-Zelle.", "Schreiben Sie hinein, was in ihrer Spalte oder Zeile steht.");
        }
    }
}
