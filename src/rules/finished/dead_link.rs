//! A link in the finished site that leads nowhere.

use super::Fault;
use super::across::Facts;
use crate::diagnostic::{Rule, Severity};
use crate::model::Artifacts;
use crate::source::percent_decode as decoded;
use ahash::AHashMap;

/// `link/dead`
pub static RULE: Rule = Rule {
    code: "link/dead",
    severity: Severity::Error,
    title: "Auf der fertigen Website führt jeder eigene Link zu einer Seite und Stelle, die es gibt.",
    why: "Auch Vorlagen können Links setzen; geprüft wird, was Leserinnen und Leser bekommen.",
    wrong: &[("seite.html", "<p><a href=\"/fehlt/\">Anfahrt</a></p>\n")],
    right: &[("seite.html", "<p><a href=\"#inhalt\">Anfahrt</a></p>\n")],
};

/// Every link of a page.
pub(super) fn check(own: &Facts, known: &Known<'_>, base: &str) -> Vec<Fault> {
    let dead = own.links().filter(|link| !known.leads(link, own, base));
    let fault = |link: &str| {
        let page = link.split_once('#').filter(|(page, _)| known.leads(page, own, base));
        let (words, help) = match page {
            // A template that leaves a part out today, or a link in the text that hopes for it.
            Some((page, _)) => (
                &link[page.len()..],
                "Die Seite gibt es, diese Stelle auf ihr heute nicht. Steht der Link in Ihrem Text, dann nennen Sie eine andere \
                 Stelle oder keine. Sonst prüfen Sie die Vorlage der Gestaltung.",
            ),
            None => (link, "Prüfen Sie die Vorlage der Gestaltung, die diesen Link setzt."),
        };
        Fault::new(&RULE, words, format!("Ein Link führt ins Leere: {link}"), help)
    };
    dead.map(fault).collect()
}

/// All that a link of the site may name: each file by its path, a page also by its address, with the page's facts.
pub(super) struct Known<'a>(AHashMap<&'a str, Option<&'a Facts>>);

impl<'a> Known<'a> {
    pub(super) fn new(files: &'a Artifacts, facts: &[&'a Facts]) -> Self {
        let mut known: AHashMap<&str, Option<&Facts>> = files.keys().map(|path| (path.as_str(), None)).collect();
        for page in facts.iter().copied() {
            known.insert(&page.path, Some(page));
            known.insert(page.address(), Some(page));
        }
        Known(known)
    }

    /// Whether a link on that page leads to something: outside, or to a file and place of this site.
    fn leads(&self, link: &str, own: &Facts, base: &str) -> bool {
        let (target, fragment) = link.split_once('#').unwrap_or((link, ""));
        let (target, fragment) = (&*decoded(target), &*decoded(fragment));
        let has = |page: &Facts| fragment.is_empty() || page.has(fragment);
        if target.is_empty() {
            return has(own);
        }
        match target.strip_prefix(base).filter(|_| target.starts_with('/')) {
            Some(path) => self.0.get(path).is_some_and(|page| fragment.is_empty() || page.is_some_and(has)),
            // Outside addresses are not asked for: a build needs no network.
            None => target.contains(':'),
        }
    }
}
