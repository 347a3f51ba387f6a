//! Headings as an outline of the page.

use super::{Context, Fault};
use crate::diagnostic::{Rule, Severity};
use crate::html::Page;

/// `a11y/headings`
pub static RULE: Rule = Rule {
    code: "a11y/headings",
    severity: Severity::Error,
    title: "Jede Seite hat genau eine Überschrift erster Ordnung, keine Überschrift ist leer, und keine Stufe fehlt.",
    why: "Mit Vorlese-Programmen springt man von Überschrift zu Überschrift. Eine fehlende Stufe wirkt wie fehlender Text.",
    wrong: &[("seite.html", "<h3>Anfahrt</h3>\n")],
    right: &[("seite.html", "<h2>Anfahrt</h2>\n")],
};

/// All headings in order. WCAG 2.2, 1.3.1, 2.4.6.
pub(super) fn check(page: &Page<'_>, _: &Context<'_>, out: &mut Vec<Fault>) {
    let (mut last, mut first) = (1, 0);
    for (id, heading) in page.elements() {
        let level = match heading.name.as_bytes() {
            [b'h', digit @ b'1'..=b'6'] => digit - b'0',
            _ => continue,
        };
        first += usize::from(level == 1);
        // The text of a heading is only put together where there is something to say of it, or nothing in it.
        if level > last + 1 {
            let text = page.text(id);
            let message = format!("Vor der Überschrift „{text}“ (Stufe {level}) fehlt eine der Stufe {}.", level - 1);
            out.push(Fault::new(&RULE, &text, message, "Nehmen Sie die Stufe, die auf die vorige folgt."));
        }
        if !page.start(id).starts_with(char::is_alphanumeric) && page.text(id).is_empty() {
            let message = "Eine Überschrift ist leer.".to_owned();
            out.push(Fault::new(&RULE, "", message, "Geben Sie ihr einen Text, oder lassen Sie sie weg."));
        }
        last = level;
    }
    if first != 1 {
        let message = format!("Die Seite hat {first} Überschriften erster Ordnung (h1).");
        out.push(Fault::new(&RULE, "", message, "Die Vorlage soll genau eine setzen: den Titel der Seite."));
    }
}
