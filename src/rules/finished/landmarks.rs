//! The parts of a page.

use super::{Context, Fault};
use crate::diagnostic::{Rule, Severity};
use crate::html::Page;

/// `a11y/landmarks`
pub static RULE: Rule = Rule {
    code: "a11y/landmarks",
    severity: Severity::Error,
    title: "Die Seite hat einen Haupt-Teil, benannte Menüs und als Erstes einen Link zum Inhalt.",
    why: "Wer mit der Tastatur liest, überspringt so den Kopf der Seite. Vorlese-Programme listen die Teile auf.",
    wrong: &[("seite.html", "<nav><a href=\"#inhalt\">Anfang</a></nav>\n")],
    right: &[("seite.html", "<nav aria-label=\"Inhalt\"><a href=\"#inhalt\">Anfang</a></nav>\n")],
};

/// One `main`, the first link leads to it, and every `nav` has a name. WCAG 2.2, 2.4.1.
pub(super) fn check(page: &Page<'_>, _: &Context<'_>, out: &mut Vec<Fault>) {
    let mut fault = |message: &str, help| out.push(Fault::new(&RULE, "", message.to_owned(), help));
    let mains: Vec<_> = page.all("main").collect();
    if mains.len() != 1 {
        fault(&format!("Die Seite hat {} Elemente main.", mains.len()), "Die Vorlage soll genau eines setzen.");
    }
    if page.all("nav").any(|(_, nav)| !page.has(nav, "aria-label") && !page.has(nav, "aria-labelledby")) {
        fault("Ein Menü (nav) hat keinen Namen.", "Geben Sie ihm aria-label, zum Beispiel „Haupt-Menü“.");
    }
    let first = page.all("a").find_map(|(_, link)| page.attribute(link, "href"));
    let target = first.and_then(|href| page.by_attribute("id", href.strip_prefix('#')?));
    match target.map(|id| page.element(id)) {
        Some(target) if page.attribute(target, "tabindex") == Some("-1") => {}
        Some(_) => fault("Das Ziel des ersten Links nimmt die Tastatur nicht auf.", "Geben Sie ihm tabindex=\"-1\"."),
        None => fault(
            "Der erste Link der Seite führt nicht zum Inhalt.",
            "Setzen Sie an den Anfang von body: <a class=\"skip\" href=\"#inhalt\">Zum Inhalt springen</a>",
        ),
    }
}
