//! Old addresses that cannot be one.

use crate::diagnostic::{Diagnostic, FieldPath, Place, Rule, Severity};
use crate::kinds::{Data, Former};
use crate::site::{EntryIndex, Site};
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
    for (index, entry) in site.entries.iter().enumerate() {
        for (number, former) in entry.common.former.iter().enumerate() {
            let problem = match seen.insert(&former.from, &entry.file) {
                Some(first) => Some(format!("„{}“ steht auch in „{first}“.", former.from)),
                None => wrong(site, index, former),
            };
            if let Some(message) = problem {
                out.push(Diagnostic::new(
                    &RULE,
                    &entry.file,
                    Place::Value(FieldPath::key("frueher").at(number)),
                    message,
                    "Schreiben Sie die alte Adresse so, wie sie in adressen.txt steht: /gremien/alt/ oder /vereinbarung/#nr-7.",
                ));
            }
        }
    }
}

fn wrong(site: &Site, index: EntryIndex, former: &Former) -> Option<String> {
    let from = &former.from;
    let (path, anchor) = from.split_once('#').map_or((from.as_str(), None), |(p, a)| (p, Some(a)));
    let file = !path.ends_with('/') && path.rsplit('/').next().is_some_and(|n| n.contains('.'));
    let shaped = path.starts_with('/') && (path.ends_with('/') || file) && !path.contains("//") && !path.contains("..");
    if !shaped || path.contains(char::is_whitespace) {
        return Some(format!("„{from}“ ist keine Adresse dieser Website."));
    }
    let page = site.pages.iter().find(|p| format!("/{}", p.url) == path);
    match (page, anchor) {
        (Some(_), None) => Some(format!("Unter „{from}“ gibt es heute eine Seite.")),
        (Some(page), Some(_)) if page.entry != Some(index) => {
            Some(format!("„{from}“ liegt auf einer anderen Seite. Nennen Sie die alte Stelle dort."))
        }
        (_, Some(_)) => match (&former.to, &site.entries[index].data) {
            (Some(to), Data::Agreement(a)) if !a.clauses.iter().any(|c| c.id == *to) && !to.starts_with("anlage-") => {
                Some(format!("Die Stelle „{to}“, die an die Stelle von „{from}“ treten soll, gibt es nicht."))
            }
            _ => None,
        },
        _ => None,
    }
}
