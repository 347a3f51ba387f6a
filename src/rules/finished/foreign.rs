//! Anything a page fetches from others.

use super::{Context, Fault};
use crate::diagnostic::{Rule, Severity};
use crate::html::Page;

/// `a11y/foreign-request`
pub static RULE: Rule = Rule {
    code: "a11y/foreign-request",
    severity: Severity::Error,
    title: "Die Seite lädt nichts von fremden Adressen.",
    why: "Fremde Anbieter erfahren sonst, wer die Seite liest. Die Sicherheits-Regel der Website (CSP) verbietet es ohnehin. Ein iframe braucht außerdem einen Titel.",
    wrong: &[(
        "seite.html",
        "<p><img src=\"https://example.org/bild.png\" alt=\"Lageplan\" width=\"9\" height=\"9\"></p>\n",
    )],
    right: &[("seite.html", "<p><a href=\"https://example.org/\">Beispiel-Amt</a></p>\n")],
};

/// Whether an address leads to another host. Our own pages name themselves without one.
pub(super) fn is_foreign(address: &str) -> bool {
    let address = address.trim_start();
    address.starts_with("//") || ["http:", "https:", "ws:", "wss:"].iter().any(|scheme| address.starts_with(scheme))
}

/// Every address that is loaded without being asked for, and the names of frames. WCAG 2.2, 4.1.2; TDDDG, section 25.
pub(super) fn check(page: &Page<'_>, _: &Context<'_>, out: &mut Vec<Fault>) {
    for (_, element) in page.elements() {
        for (key, value) in page.attributes(element) {
            let loads = match (element.name, *key) {
                (_, "src" | "poster" | "data") => is_foreign(value),
                (_, "srcset") => value.split(',').any(is_foreign),
                ("link", "href") => {
                    let kind = page.attribute(element, "rel").unwrap_or_default();
                    is_foreign(value) && !matches!(kind, "canonical" | "alternate" | "license" | "author" | "me")
                }
                ("use" | "image", "href") => is_foreign(value),
                _ => false,
            };
            if loads {
                let message = format!("Die Seite lädt etwas von einer fremden Adresse: {value}");
                out.push(Fault::new(&RULE, value, message, "Legen Sie die Datei in den Ordner der Website."));
            }
        }
        if element.name == "iframe" && !page.has(element, "title") {
            let message = "Ein iframe hat keinen Titel.".to_owned();
            out.push(Fault::new(&RULE, "", message, "Schreiben Sie in title, was darin zu sehen ist."));
        }
    }
}
