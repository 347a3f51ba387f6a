//! Old addresses that cannot be one.

use crate::diagnostic::{Diagnostic, FieldPath, Place, Rule, Severity};
use crate::front::nearest;
use crate::kinds::Former;
use crate::markdown::headings;
use crate::site::{EntryIndex, Page, Site};
use std::collections::HashMap;

/// `url/former`
pub static RULE: Rule = Rule {
    code: "url/former",
    severity: Severity::Error,
    title: "Unter „frueher“ stehen Adressen, die es heute nicht mehr gibt.",
    why: "Eine alte Adresse, die noch eine Seite hat, kann nicht weiterleiten.",
    wrong: &[("s.md", "---\nart: seite\nid: s\ntitel: S\nfrueher: [/]\n---\nText.\n")],
    right: &[("s.md", "---\nart: seite\nid: s\ntitel: S\nfrueher: [/alt/]\n---\nText.\n")],
};

/// Form, existing pages, doubles, and heirs that do not exist.
pub fn check(site: &Site, out: &mut Vec<Diagnostic>) {
    let mut seen: HashMap<&str, &str> = HashMap::new();
    let pages: HashMap<&str, &Page> = site.pages.iter().map(|page| (page.url.as_str(), page)).collect();
    for (index, entry) in site.entries.iter().enumerate() {
        for former in &entry.common.former {
            let problem = match seen.insert(&former.from, &entry.file) {
                Some(first) => Some((
                    "von",
                    format!("„{}“ steht auch in „{first}“.", former.from),
                    "Lassen Sie sie nur bei der Seite stehen, die an ihre Stelle tritt.".to_owned(),
                )),
                None => wrong(site, &pages, index, former),
            };
            if let Some((key, message, help)) = problem {
                let place = Place::Value(FieldPath::key("frueher").at(former.at).then(key));
                out.push(Diagnostic::new(&RULE, &entry.file, place, message, help));
            }
        }
    }
}

/// The field to blame, what is wrong, and the remedy.
fn wrong(
    site: &Site,
    pages: &HashMap<&str, &Page>,
    index: EntryIndex,
    former: &Former,
) -> Option<(&'static str, String, String)> {
    let from = &former.from;
    let (path, anchor) = from.split_once('#').map_or((from.as_str(), None), |(p, a)| (p, Some(a)));
    let file = !path.ends_with('/') && path.rsplit('/').next().is_some_and(|n| n.contains('.'));
    let shaped = path.starts_with('/') && (path.ends_with('/') || file) && !path.contains("//") && !path.contains("/.");
    if !shaped || path.contains(char::is_whitespace) {
        let help =
            "Schreiben Sie die alte Adresse so, wie sie in adressen.txt steht: /gremien/alt/ oder /vereinbarung/#nr-7";
        return Some(("von", format!("„{from}“ ist keine Adresse dieser Website."), help.to_owned()));
    }
    let page = path.strip_prefix('/').and_then(|url| pages.get(url));
    match (page, anchor) {
        (Some(_), None) => Some((
            "von",
            format!("Unter „{from}“ gibt es heute eine Seite."),
            "Nehmen Sie die Adresse aus „frueher“ heraus, oder benennen Sie jene Seite um.".to_owned(),
        )),
        (Some(page), Some(_)) if page.entry != Some(index) => Some((
            "von",
            format!("„{from}“ liegt auf einer anderen Seite."),
            "Nennen Sie die alte Stelle im Kopf jener Seite unter „frueher“.".to_owned(),
        )),
        (_, Some(anchor)) if stands(site, index, anchor) => Some((
            "von",
            format!("Die Stelle „#{anchor}“ gibt es auf dieser Seite heute noch oder wieder. Sie kann nicht zugleich woanders sein."),
            "Nehmen Sie die Adresse aus „frueher“ heraus: Wer sie gespeichert hat, kommt zu der Stelle, die heute so heißt.".to_owned(),
        )),
        _ => {
            let to = former.to.as_deref()?;
            let mut anchors = site.anchors(index);
            // An old anchor cannot be the heir of another.
            anchors.retain(|a| !site.entries[index].common.former.iter().any(|f| f.from.ends_with(&format!("#{a}"))));
            let help = match nearest(to, anchors.iter().map(String::as_str)) {
                Some(near) => format!("Meinten Sie „{near}“?"),
                None => format!("Diese Seite hat: {}.", anchors.join(", ")),
            };
            let message = format!("Die Stelle „{to}“, die an die Stelle von „{from}“ treten soll, gibt es nicht.");
            (!anchors.iter().any(|a| a == to)).then_some(("nach", message, help))
        }
    }
}

/// Whether the text itself has a place of that name, as a clause or a heading.
fn stands(site: &Site, entry: EntryIndex, anchor: &str) -> bool {
    let clause = site.agreement(entry).is_some_and(|a| a.clauses.iter().any(|clause| clause.id == anchor));
    clause || headings(&site.entries[entry].document).iter().any(|heading| heading.id == anchor)
}
