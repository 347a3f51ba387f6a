//! Rules about links.

mod absolute;
mod empty;
mod hidden;
mod no_anchor;
mod no_file;
mod orphan;
mod outside;
mod scheme;

use super::Check;
use crate::diagnostic::Rule;
use crate::front::nearest;
use crate::site::{EntryIndex, Link, LinkProblem, Site};

/// Checks of this group.
pub const CHECKS: &[Check] = &[
    absolute::check,
    empty::check,
    hidden::check,
    no_anchor::check,
    no_file::check,
    orphan::check,
    outside::check,
    scheme::check,
];

/// Rules of this group.
pub static RULES: &[&Rule] = &[
    &absolute::RULE,
    &empty::RULE,
    &hidden::RULE,
    &no_anchor::RULE,
    &no_file::RULE,
    &orphan::RULE,
    &outside::RULE,
    &scheme::RULE,
];

/// Calls `each` for every link that leads nowhere.
fn each_problem(site: &Site, mut each: impl FnMut(EntryIndex, &Link, &LinkProblem)) {
    for (entry, links) in site.links.iter().enumerate() {
        for link in links {
            if let Err(problem) = &link.target {
                each(entry, link, problem);
            }
        }
    }
}

/// Remedy for a file that is not there: the most similar one.
pub fn file_help(site: &Site, path: &str) -> String {
    let folder = format!("{}/index.md", path.trim_end_matches('/'));
    let pages = site.page_of_file.keys().map(String::as_str);
    let files = pages.chain(site.assets.keys().map(|a| &**a));
    if site.page_of_file.contains_key(&folder) {
        format!("„{path}“ ist ein Ordner. Nennen Sie die Datei darin: {folder}")
    } else {
        // Sorted first, so that equally near names always give the same one.
        let mut files: Vec<&str> = files.collect();
        files.sort_unstable();
        match nearest(path, files.into_iter()) {
            Some(near) => format!("Meinten Sie „{near}“? Der Weg zählt von der Datei aus, in der der Link steht."),
            None => "Prüfen Sie den Namen. Der Weg zählt von der Datei aus, in der der Link steht.".to_owned(),
        }
    }
}

/// Remedy for an anchor that is not there: the most similar ones of that page.
fn anchor_help(site: &Site, path: &str, anchor: &str) -> String {
    let entry = site.page_of_file.get(path).and_then(|p| site.pages[*p].entry);
    let anchors = entry.map(|e| site.anchors(e)).unwrap_or_default();
    match nearest(anchor, anchors.iter().map(String::as_str)) {
        Some(near) => format!("Meinten Sie „#{near}“?"),
        None if anchors.is_empty() => "Diese Seite hat keine Stellen mit eigener Adresse.".to_owned(),
        None => format!("Diese Seite hat: #{}", anchors.join(", #")),
    }
}
