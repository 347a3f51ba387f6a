//! Two files, one address.

use crate::diagnostic::{Diagnostic, FieldPath, Place, Rule, Severity};
use crate::kinds::Entry;
use crate::site::{Site, url_to_path};
use crate::source::collision_key;
use std::collections::HashMap;
use std::collections::hash_map;
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

/// A file of the site, or an old address, that would stand where Klartext writes a file of its own: `path` below the
/// output folder, `file` that wants it. Known only when all files are made.
pub fn with_made(site: &Site, path: &str, file: &Arc<str>) -> Diagnostic {
    let same = |from: &str| url_to_path(from.trim_start_matches('/')) == path;
    let formers = |e: &Arc<Entry>| e.common.former.iter().find(|f| same(&f.from)).map(|f| f.at);
    let former = site.entries.iter().find(|e| e.file == *file).and_then(formers);
    match former {
        Some(number) => Diagnostic::new(
            &RULE,
            file,
            Place::Value(FieldPath::key("frueher").at(number).then("von")),
            format!("Unter der alten Adresse „/{path}“ liegt heute eine Datei, die Klartext selbst macht."),
            "Nehmen Sie die Adresse aus „frueher“ heraus.",
        ),
        None => Diagnostic::new(
            &RULE,
            file,
            Place::File,
            format!("Diese Datei bekommt dieselbe Adresse wie eine, die Klartext selbst macht: {path}"),
            "Benennen Sie die Datei um, oder legen Sie sie in einen anderen Ordner.",
        ),
    }
}

/// Compares the output paths of all pages, copied files and old addresses, blind to case and Unicode form.
pub fn check(site: &Site, out: &mut Vec<Diagnostic>) {
    let mut taken: HashMap<String, Option<&Arc<str>>> = HashMap::with_capacity(site.pages.len());
    let mut claim = |path: &str, file| match taken.entry(collision_key(path)) {
        hash_map::Entry::Vacant(free) => {
            free.insert(file);
        }
        hash_map::Entry::Occupied(first) => {
            let none: Arc<str> = "".into();
            let same = |f: &Arc<str>, first: &Arc<str>| collision_key(f) == collision_key(first);
            let alike = if file.zip(*first.get()).is_some_and(|(f, first)| same(f, first)) {
                ". Die Namen unterscheiden sich nur in großen und kleinen Buchstaben oder in der Form der Umlaute."
            } else {
                ""
            };
            let first =
                first.get().map_or("eine Seite, die Klartext selbst macht,".to_owned(), |first| format!("„{first}“"));
            out.push(Diagnostic::new(
                &RULE,
                file.unwrap_or(&none),
                Place::File,
                format!("Diese Datei und {first} bekommen dieselbe Adresse: {path}{alike}"),
                "Benennen Sie eine der beiden Dateien um. Ihre alte Adresse können Sie unter „frueher“ nennen.",
            ));
        }
    };
    claim("404.html", None);
    for page in &site.pages {
        claim(&url_to_path(&page.url), page.entry.map(|e| &site.entries[e].file));
    }
    for asset in site.assets.keys() {
        claim(asset, Some(asset));
    }
}
