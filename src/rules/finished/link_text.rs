//! Links whose words say nothing.

use super::{Context, Fault};
use crate::diagnostic::{Rule, Severity};
use crate::html::Page;

/// `a11y/link-text`
pub static RULE: Rule = Rule {
    code: "a11y/link-text",
    severity: Severity::Error,
    title: "Der Text eines Links sagt, wohin er führt.",
    why: "Vorlese-Programme lesen Links auch als Liste vor. Dort steht „hier“ ohne den Satz darum.",
    wrong: &[("seite.html", "<p><a href=\"#inhalt\">hier</a></p>\n")],
    right: &[("seite.html", "<p><a href=\"#inhalt\">Zum Anfang der Seite</a></p>\n")],
};

/// Words that only make sense with the sentence around them.
const EMPTY: [&str; 18] = [
    "hier",
    "hier klicken",
    "klicken sie hier",
    "mehr",
    "mehr erfahren",
    "mehr lesen",
    "mehr dazu",
    "mehr infos",
    "weiter",
    "weiterlesen",
    "weitere informationen",
    "link",
    "pdf",
    "download",
    "herunterladen",
    "details",
    "klick",
    "diese seite",
];

/// Every link. WCAG 2.2, 2.4.4 and 2.4.9.
pub(super) fn check(page: &Page<'_>, _: &Context<'_>, out: &mut Vec<Fault>) {
    for (id, link) in page.all("a") {
        let Some(href) = page.attribute(link, "href") else { continue };
        if page.has(link, "aria-label") || page.has(link, "aria-labelledby") {
            continue;
        }
        let text = page.link_text(id);
        let plain = text.trim_matches(|c: char| !c.is_alphanumeric());
        if plain.is_empty() && text.is_empty() {
            let message = format!("Ein Link hat keinen Text: {href}");
            out.push(Fault::new(&RULE, href, message, "Schreiben Sie in den Link, wohin er führt."));
        } else if EMPTY.iter().any(|empty| empty.eq_ignore_ascii_case(plain)) {
            let message = format!("Der Text des Links sagt nicht, wohin er führt: „{text}“.");
            out.push(Fault::new(
                &RULE,
                &format!("[{text}]"),
                message,
                "Nennen Sie das Ziel, zum Beispiel „Anfahrt zum Landratsamt“.",
            ));
        }
    }
}
