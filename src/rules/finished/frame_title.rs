//! Titles of pages, as tabs, bookmarks and search engines show them.

use super::across::Facts;
use super::{Context, Fault};
use crate::diagnostic::{Rule, Severity};
use std::collections::HashMap;

/// `a11y/title`
pub static RULE: Rule = Rule {
    code: "a11y/title",
    severity: Severity::Error,
    title: "Jede Seite hat einen eigenen Titel der Form „Seite – Website“.",
    why: "Der Titel ist das Erste, was ein Vorlese-Programm sagt, und steht im Reiter und in der Such-Maschine.",
    wrong: &[(
        "seite.html",
        "<!doctype html>\n<html lang=\"de\"><head><title>Beispiel</title></head><body><a href=\"#inhalt\">Zum Inhalt</a><main id=\"inhalt\" tabindex=\"-1\"><h1>Beispiel</h1></main></body></html>\n",
    )],
    right: &[("seite.html", "<p>Der Titel „Beispiel – Website“ ist in Ordnung.</p>\n")],
};

/// All titles. WCAG 2.2, 2.4.2. Pages that only lead on are seen by nobody.
pub(super) fn check(facts: &[&Facts], context: &Context<'_>, out: &mut [Vec<Fault>]) {
    let mut known: HashMap<(&str, &(String, bool)), &str> = HashMap::new();
    for (page, faults) in facts.iter().zip(out).filter(|(page, _)| !page.leads_on) {
        let help = "Die Vorlage soll in title den Titel der Seite, „ – “ und den Namen der Website setzen.";
        if page.title.is_empty() {
            faults.push(Fault::new(&RULE, "", "Die Seite hat keinen Titel (title).".to_owned(), help));
            continue;
        }
        let form = page.title == context.title
            || page.title.strip_suffix(context.title).is_some_and(|rest| rest.ends_with(" – "));
        if !form {
            let message = format!("Der Titel „{}“ nennt den Namen der Website nicht.", page.title);
            faults.push(Fault::new(&RULE, "", message, help));
        }
        if let Some(other) = known.insert((&page.title, &page.kind), &page.path) {
            let message = format!("Den Titel „{}“ hat auch die Seite {other}.", page.title);
            let help = "Geben Sie einer der Seiten einen Titel, der sie unterscheidet.";
            faults.push(Fault::new(&RULE, "", message, help).warning());
        }
    }
}
