//! Pages that the law wants within reach of every page.

use super::across::Facts;
use super::{Context, Fault};
use crate::diagnostic::{Rule, Severity};
use rayon::prelude::*;

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

/// Every page links to those of them that the site has: in its own register and language, or else in everyday language.
/// (Rules of the Länder on accessibility; Digitale-Dienste-Gesetz, section 5: "ständig verfügbar".)
pub(super) fn check(facts: &[&Facts], context: &Context<'_>, out: &mut [Vec<Fault>]) {
    let there: Vec<&Facts> = facts
        .iter()
        .map(|page| &**page)
        .filter(|page| !page.leads_on && legal_page(page.address()).is_some())
        .collect();
    facts.par_iter().zip(out).filter(|(page, _)| !page.leads_on).for_each(|(page, faults)| {
        let alike = || there.iter().filter(|other| other.kind == page.kind).map(|other| other.address());
        let mut missing: Vec<&str> = there.iter().filter_map(|other| legal_page(other.address())).collect();
        missing.sort_unstable();
        missing.dedup();
        for address in page.links().filter_map(|link| link.strip_prefix(context.base)) {
            let own = |name: &&str| {
                alike().any(|other| other == address) || !alike().any(|other| legal_page(other) == Some(name))
            };
            if let Some(reached) = legal_page(address).filter(own) {
                missing.retain(|name| *name != reached);
            }
        }
        for wanted in missing {
            let message = format!("Von hier führt kein Link zur Seite „{wanted}“.");
            let help = "Nehmen Sie die Seite in site.yaml unter „fuss“ auf.";
            faults.push(Fault::new(&RULE, "", message, help));
        }
    });
}

/// Which of those pages lies at an address.
pub fn legal_page(address: &str) -> Option<&'static str> {
    let name = address.trim_end_matches('/').rsplit('/').next()?;
    PAGES.into_iter().find(|page| *page == name)
}
