//! Two files, one address.

use crate::diagnostic::{Diagnostic, Place, Rule, Severity};
use crate::site::{Site, url_to_path};
use crate::source::collision_key;
use std::collections::BTreeMap;
use std::sync::Arc;

/// `url/collision`
pub static RULE: Rule = Rule {
    code: "url/collision",
    severity: Severity::Error,
    title: "Jede Adresse gehört nur einer Seite oder Datei.",
    why: "Von zwei Seiten mit derselben Adresse wäre eine nicht zu erreichen. Große und kleine Buchstaben gelten als gleich, weil manche Rechner sie nicht unterscheiden.",
    wrong: &[
        ("s.md", "---\nart: seite\nid: s\ntitel: S\n---\nText.\n"),
        ("s/index.md", "---\nart: seite\nid: t\ntitel: T\n---\nText.\n"),
    ],
    right: &[("s.md", "---\nart: seite\nid: s\ntitel: S\n---\nText.\n")],
};

/// Compares the output paths of all pages, copied files and old addresses, blind to case and Unicode form.
pub fn check(site: &Site, out: &mut Vec<Diagnostic>) {
    let mut taken: BTreeMap<String, String> = BTreeMap::new();
    let mut claim = |path: &str, file: Option<&Arc<str>>| {
        let name = file.map_or("einer Liste von Klartext", |f| f);
        if let Some(first) = taken.get(&collision_key(path)) {
            let none: Arc<str> = "".into();
            out.push(Diagnostic::new(
                &RULE,
                file.unwrap_or(&none),
                Place::File,
                format!("Diese Datei und „{first}“ bekommen dieselbe Adresse: {path}"),
                "Benennen Sie eine der beiden Dateien um. Ihre alte Adresse können Sie unter „frueher“ nennen.",
            ));
        } else {
            taken.insert(collision_key(path), name.to_owned());
        }
    };
    for page in &site.pages {
        claim(&url_to_path(&page.url), page.entry.map(|e| &site.entries[e].file));
    }
    for asset in site.assets.keys() {
        claim(asset, Some(asset));
    }
    for own in ["404.html", "sitemap.xml", "robots.txt"] {
        if let Some(asset) = site.assets.keys().find(|a| collision_key(a) == own) {
            claim(own, Some(asset));
        }
    }
}
