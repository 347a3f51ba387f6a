//! A published address that is gone.

use crate::diagnostic::{Diagnostic, Place, Rule, Severity};
use crate::front::nearest;
use crate::rules::link::GUESSES;
use crate::site::{Site, current_addresses, page_url};
use std::collections::BTreeSet;

/// `url/lost`
pub static RULE: Rule = Rule {
    code: "url/lost",
    severity: Severity::Error,
    title: "Eine Adresse, die einmal veröffentlicht war, führt immer weiter.",
    why: "Menschen haben die Adresse gespeichert, gedruckt oder verschickt. Ein Link darf nicht sterben.",
    wrong: &[("adressen.txt", "/alt/\n")],
    right: &[
        ("adressen.txt", "/alt/\n"),
        ("index.md", "---\nart: seite\nid: start\ntitel: Start\n---\n[S](s.md)\n"),
        ("s.md", "---\nart: seite\nid: s\ntitel: S\nfrueher: [/alt/]\n---\nText.\n"),
    ],
};

/// Holds the ledger against the pages, anchors and old addresses of this build.
pub fn check(site: &Site, out: &mut Vec<Diagnostic>) {
    let Some(file) = &site.ledger.file else { return };
    let current = current_addresses(site);
    let pages: BTreeSet<String> = site.pages.iter().map(|p| format!("/{}", p.url)).collect();
    let former: BTreeSet<&str> = site.entries.iter().flat_map(|e| &e.common.former).map(|f| f.from.as_str()).collect();
    // A page that is hidden for now, or that cannot be read, is not lost.
    let hidden: BTreeSet<String> = site.hidden.keys().map(|f| format!("/{}", page_url(f))).collect();
    // Who moved a whole folder needs no hundred guesses.
    let mut guesses = GUESSES;
    for (address, line) in &site.ledger.addresses {
        let page = address.split('#').next().unwrap_or(address);
        let moved = former.contains(address.as_str()) || former.contains(page) && !pages.contains(page);
        let there = current.contains(address) || (!address.contains('#') && pages.contains(address));
        if there || moved || hidden.contains(page) {
            continue;
        }
        let what = if address.contains('#') { "Stelle" } else { "Seite" };
        guesses = guesses.saturating_sub(1);
        let candidates = current.iter().map(String::as_str).filter(|a| a.len() > 1 && guesses > 0);
        let near = nearest(address, candidates).map_or(String::new(), |n| format!(" Am ähnlichsten ist heute: {n}"));
        out.push(Diagnostic::new(
            &RULE,
            file,
            Place::Point(*line, 1),
            format!("Die {what} „{address}“ war veröffentlicht und ist jetzt weg."),
            format!("Schreiben Sie in den Kopf der Seite, die an ihre Stelle tritt: frueher: [\"{address}\"].{near}"),
        ));
    }
}
