//! Two elements with one id.

use super::{Context, Fault};
use crate::diagnostic::{Rule, Severity};
use crate::html::Page;

/// `a11y/duplicate-id`
pub static RULE: Rule = Rule {
    code: "a11y/duplicate-id",
    severity: Severity::Error,
    title: "Jede Stelle einer Seite hat eine eigene Adresse.",
    why: "Bei zwei Stellen mit derselben Adresse führt ein Link nur zur ersten. Vorlese-Programme verwechseln sie.",
    wrong: &[("s.md", "---\nart: seite\nid: s\ntitel: S\n---\n## Eins {#a}\n\n## Zwei {#a}\n")],
    right: &[("s.md", "---\nart: seite\nid: s\ntitel: S\n---\n## Eins {#a}\n\n## Zwei {#b}\n")],
};

/// Every id of the page. WCAG 2.2, 4.1.2.
pub(super) fn check(page: &Page<'_>, _: &Context<'_>, out: &mut Vec<Fault>) {
    for pair in page.ids().windows(2).filter(|pair| pair[0] == pair[1]) {
        out.push(Fault::new(
            &RULE,
            &format!("{{#{}}}", pair[0]),
            format!("Die Stelle „#{}“ gibt es zweimal.", pair[0]),
            "Geben Sie einer der Überschriften einen anderen Namen, zum Beispiel: ## Titel {#name}",
        ));
    }
}
