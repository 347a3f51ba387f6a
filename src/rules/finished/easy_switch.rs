//! The switch between everyday language and Leichte Sprache.

use super::across::Facts;
use super::{Context, Fault};
use crate::diagnostic::{Rule, Severity};
use std::collections::HashMap;

/// `a11y/easy-switch`
pub static RULE: Rule = Rule {
    code: "a11y/easy-switch",
    severity: Severity::Error,
    title: "Der Wechsel zur Leichten Sprache steht auf jeder Seite und führt vom Zwilling wieder zurück.",
    why: "Wer Leichte Sprache braucht, sucht den Wechsel immer an derselben Stelle und will zurückfinden.",
    wrong: &[
        ("seite.html", "<p><a data-easy-toggle rel=\"alternate\" href=\"/leicht.html\">Leichte Sprache</a></p>\n"),
        ("leicht.html", "<p>Text.</p>\n"),
    ],
    right: &[
        ("seite.html", "<p><a data-easy-toggle rel=\"alternate\" href=\"/leicht.html\">Leichte Sprache</a></p>\n"),
        ("leicht.html", "<p><a data-easy-toggle rel=\"alternate\" href=\"/seite.html\">Alltags-Sprache</a></p>\n"),
    ],
};

/// All pages, as soon as the home page has a twin in Leichte Sprache; until then only the pairs that there are. WCAG 2.2,
/// 3.2.3. Between languages a page may have several twins, and a page that only leads on needs none.
pub(super) fn check(facts: &[&Facts], context: &Context<'_>, out: &mut [Vec<Fault>]) {
    let by_address: HashMap<&str, &Facts> = facts.iter().map(|page| (page.address(), &**page)).collect();
    let leads_to = |target: &str| target.strip_prefix(context.base).and_then(|address| by_address.get(address));
    let home = by_address.get("").and_then(|home| Some((&home.kind.0, leads_to(&home.switch.as_ref()?.0)?.kind.1)));
    for (page, faults) in facts.iter().zip(out).filter(|(page, _)| !page.leads_on && page.path != "404.html") {
        let Some((target, twin)) = &page.switch else {
            if home != Some((&page.kind.0, true)) {
                continue;
            }
            let help = "Die Vorlage soll auf jeder Seite ein <a data-easy-toggle …> setzen.";
            faults.push(Fault::new(&RULE, "", "Der Wechsel zur Leichten Sprache fehlt.".to_owned(), help));
            continue;
        };
        let other = leads_to(target).filter(|other| other.kind.0 == page.kind.0);
        let back = other.and_then(|other| other.switch.as_ref()).map(|(back, _)| back.strip_prefix(context.base));
        if *twin && other.is_some() && back != Some(Some(page.address())) {
            let message = format!("Der Wechsel führt zu {target}, von dort aber nicht zurück zu dieser Seite.");
            faults.push(Fault::new(&RULE, "", message, "Der Zwilling soll mit seinem Wechsel auf diese Seite zeigen."));
        }
    }
}
