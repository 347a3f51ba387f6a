//! The language of a page.

use super::{Context, Fault};
use crate::diagnostic::{Rule, Severity};
use crate::html::Page;

/// `a11y/lang`
pub static RULE: Rule = Rule {
    code: "a11y/lang",
    severity: Severity::Error,
    title: "Jede Seite nennt ihre Sprache.",
    why: "Ein Vorlese-Programm spricht sonst mit der falschen Stimme.",
    wrong: &[(
        "seite.html",
        "<!doctype html>\n<html><head><title>Beispiel – Website</title></head><body><main><h1>Beispiel</h1></main></body></html>\n",
    )],
    right: &[("seite.html", "<p>Der <span lang=\"en\">newsletter</span> ist am Montag.</p>\n")],
};

/// The root element, and every `lang` besides. WCAG 2.2, 3.1.1 and 3.1.2; tags after BCP 47.
pub(super) fn check(page: &Page<'_>, _: &Context<'_>, out: &mut Vec<Fault>) {
    let help = "Schreiben Sie in der Vorlage ein Kürzel nach BCP 47, zum Beispiel lang=\"de\".";
    if page.all("html").next().is_none_or(|(_, root)| !page.has(root, "lang")) {
        out.push(Fault::new(&RULE, "", "Die Seite nennt ihre Sprache nicht.".to_owned(), help));
    }
    for (_, tag) in page.all_attributes().iter().filter(|(key, _)| *key == "lang") {
        let first = tag.split('-').next().unwrap_or_default();
        let good = (2..=3).contains(&first.len()) && tag.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
        if !good {
            out.push(Fault::new(&RULE, "", format!("„{tag}“ ist kein Kürzel einer Sprache."), help));
        }
    }
}
