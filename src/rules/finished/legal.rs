//! Pages that the law wants within reach of every page.

use super::across::Facts;
use super::{Context, Fault};
use crate::diagnostic::{Rule, Severity};
use std::sync::Arc;

/// `a11y/legal-links`
pub static RULE: Rule = Rule {
    code: "a11y/legal-links",
    severity: Severity::Error,
    title: "Impressum, Datenschutz, Barrierefreiheit und Kontakt sind von jeder Seite aus zu erreichen.",
    why: "Das Recht verlangt es: die Erklärung zur Barrierefreiheit und das Impressum müssen leicht zu finden sein.",
    wrong: &[("impressum/index.html", "<p>Anschrift.</p>\n"), ("seite.html", "<p>Text.</p>\n")],
    right: &[
        ("impressum/index.html", "<p><a href=\"/impressum/\">Impressum</a></p>\n"),
        ("seite.html", "<p><a href=\"/impressum/\">Impressum</a></p>\n"),
    ],
};

/// Last parts of the addresses of those pages.
const PAGES: [&str; 4] = ["barrierefreiheit", "datenschutz", "impressum", "kontakt"];

/// Every page links to those of them that the site has in its register and language. (Rules of the Länder on
/// accessibility; Digitale-Dienste-Gesetz, section 5.)
pub(super) fn check(facts: &[Arc<Facts>], context: &Context<'_>, out: &mut [Vec<Fault>]) {
    let name = |page: &Facts| page.address().trim_end_matches('/').rsplit('/').next().and_then(wanted);
    let there: Vec<(&'static str, &Facts)> =
        facts.iter().filter(|page| !page.leads_on).filter_map(|page| Some((name(page)?, &**page))).collect();
    for (page, faults) in facts.iter().zip(out).filter(|(page, _)| !page.leads_on) {
        for wanted in PAGES {
            let mut targets =
                there.iter().filter(|(name, other)| *name == wanted && other.kind == page.kind).peekable();
            let leads = |address: &str| page.links().any(|link| link.strip_prefix(context.base) == Some(address));
            if targets.peek().is_some() && !targets.any(|(_, other)| leads(other.address())) {
                let message = format!("Von hier führt kein Link zur Seite „{wanted}“.");
                let help = "Nehmen Sie die Seite in site.yaml unter „fuss“ auf.";
                faults.push(Fault::new(&RULE, "", message, help));
            }
        }
    }
}

fn wanted(name: &str) -> Option<&'static str> {
    PAGES.into_iter().find(|page| *page == name)
}
