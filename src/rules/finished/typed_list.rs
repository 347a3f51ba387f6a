//! Lists and headings that only look like it.

use super::{Context, Fault};
use crate::diagnostic::{Rule, Severity};
use crate::html::Page;

/// `a11y/typed-list`
pub static RULE: Rule = Rule {
    code: "a11y/typed-list",
    severity: Severity::Warning,
    title: "Listen und Überschriften sind als solche geschrieben, nicht mit Zeichen oder fetter Schrift nachgemacht.",
    why: "Ein Vorlese-Programm sagt „Liste mit drei Punkten“ und springt zu Überschriften. Bei nachgemachten weiß es nichts davon.",
    wrong: &[("seite.html", "<p>• Lageplan</p>\n")],
    right: &[("seite.html", "<ul><li>Lageplan</li></ul>\n")],
};

/// Signs that people put before the items of a list.
const SIGNS: [&str; 7] = ["- ", "– ", "• ", "* ", "· ", "▪ ", "o "];

/// Every paragraph of the main part. WCAG 2.2, 1.3.1.
pub(super) fn check(page: &Page<'_>, _: &Context<'_>, out: &mut Vec<Fault>) {
    let Some((main, _)) = page.all("main").next() else { return };
    for (id, p) in page.within(main, "p") {
        let start = page.start(id);
        if SIGNS.iter().any(|sign| start.starts_with(sign)) {
            let text = page.text(id);
            let message = format!("Ein Absatz sieht aus wie ein Punkt einer Liste: „{}“", short(&text));
            out.push(Fault::new(
                &RULE,
                &text,
                message,
                "Schreiben Sie die Punkte untereinander, jeden mit „- “ am Anfang der Zeile.",
            ));
        }
        // The whole paragraph is bold: one element, and nothing around it.
        let bold = start.is_empty() && id + 1 < p.end && matches!(page.element(id + 1).name, "strong" | "b");
        if bold && page.element(id + 1).end == p.end && page.behind(id + 1, 1).is_empty() {
            let text = page.text(id);
            if text.chars().count() < 60 && !text.ends_with(['.', ':', '!', '?', ',']) {
                let message = format!("Ein fetter Absatz sieht aus wie eine Überschrift: „{text}“");
                out.push(Fault::new(&RULE, &text, message, "Schreiben Sie ## davor, wenn es eine ist."));
            }
        }
    }
}

fn short(text: &str) -> String {
    text.chars().take(40).collect()
}
