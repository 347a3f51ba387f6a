//! Rules about links.

mod absolute;
mod empty;
mod file_size;
mod foreign_image;
mod hidden;
mod no_anchor;
mod no_file;
mod orphan;
mod outside;
mod pictogram;
mod scheme;

use super::Check;
use crate::diagnostic::Rule;
use crate::front::nearest;
use crate::site::{EntryIndex, Link, LinkProblem, PageKind, Site};
use std::collections::HashMap;

/// Checks of this group.
pub const CHECKS: &[Check] = &[
    absolute::check,
    empty::check,
    file_size::check,
    foreign_image::check,
    hidden::check,
    no_anchor::check,
    no_file::check,
    orphan::check,
    outside::check,
    pictogram::check,
    scheme::check,
];

/// Rules of this group.
pub static RULES: &[&Rule] = &[
    &absolute::RULE,
    &empty::RULE,
    &file_size::RULE,
    &foreign_image::RULE,
    &hidden::RULE,
    &no_anchor::RULE,
    &no_file::RULE,
    &orphan::RULE,
    &outside::RULE,
    &pictogram::RULE,
    &scheme::RULE,
];

/// Calls `each` for every link that leads nowhere.
fn each_problem<'a>(site: &'a Site, mut each: impl FnMut(EntryIndex, &'a Link, &'a LinkProblem)) {
    for (entry, links) in site.links.iter().enumerate() {
        for link in links {
            if let Err(problem) = &link.target {
                each(entry, link, problem);
            }
        }
    }
}

/// What is wrong with a link in front matter or settings to the page `file` and its anchor, and the remedy. Hidden pages
/// are in order: the link appears with them.
pub fn page_problem(site: &Site, file: &str, fragment: &str) -> Option<(String, String)> {
    match site.page_of_file.get(file) {
        Some(page) if fragment.is_empty() || site.has_anchor(*page, fragment) => None,
        Some(_) => {
            Some((format!("Die Seite „{file}“ hat keine Stelle „#{fragment}“."), anchor_help(site, file, fragment)))
        }
        None if site.hidden.contains_key(file) => None,
        None => Some((format!("Die Seite „{file}“ gibt es nicht."), file_help(site, file))),
    }
}

/// Remedy for a single file that is not there.
pub fn file_help(site: &Site, path: &str) -> String {
    Files::of(site).help(path, true)
}

/// How many remedies of one check look for the most similar name: who moved a whole folder needs no hundred of them.
pub const GUESSES: usize = 50;

/// Pages and files of the site by name, for remedies.
struct Files<'a> {
    site: &'a Site,
    /// Sorted, so that equally near names always give the same one.
    all: Vec<&'a str>,
    /// The first of each name without its folder.
    named: HashMap<&'a str, &'a str>,
}

impl<'a> Files<'a> {
    fn of(site: &'a Site) -> Files<'a> {
        let pages = site.page_of_file.keys().map(|f| &**f);
        let mut all: Vec<&str> = pages.chain(site.assets.keys().map(|a| &**a)).collect();
        all.sort_unstable();
        let named = all.iter().rev().map(|path| (name(path), *path)).collect();
        Files { site, all, named }
    }

    /// Remedy for a file that is not there: one of the same name elsewhere, else with `guess` the most similar one.
    fn help(&self, path: &str, guess: bool) -> String {
        let folder = format!("{}/index.md", path.trim_end_matches('/'));
        if self.site.page_of_file.contains_key(&*folder) {
            return format!("„{path}“ ist ein Ordner. Nennen Sie die Datei darin: {folder}");
        }
        // Each folder has an index.md: there the folder's name is what counts.
        let elsewhere = self.named.get(name(path)).copied().filter(|found| name(found) != "index.md");
        match elsewhere.or_else(|| if guess { self.nearest(path) } else { None }) {
            Some(near) => format!("Meinten Sie „{near}“?"),
            None => "Prüfen Sie den Namen.".to_owned(),
        }
    }

    /// The most similar path of that ending; the ending itself says nothing about likeness.
    fn nearest(&self, path: &str) -> Option<&'a str> {
        let ending = |p: &str| p.rsplit_once('.').map(|(_, e)| e.to_lowercase()).unwrap_or_default();
        let fits = |file: &&&str| ending(path).is_empty() || ending(file) == ending(path);
        let near = nearest(stem(path), self.all.iter().filter(fits).map(|f| stem(f)))?;
        self.all.iter().filter(fits).find(|f| stem(f) == near).copied()
    }
}

/// The last part of a path.
fn name(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or_default()
}

/// What tells a file from others: `gremien/index.md` is called `gremien`.
fn stem(path: &str) -> &str {
    let stem = path.strip_suffix(".md").unwrap_or(path);
    stem.strip_suffix("/index").unwrap_or(stem).trim_end_matches('/')
}

/// Remedy for an anchor that is not there on that page.
fn anchor_help(site: &Site, path: &str, anchor: &str) -> String {
    anchor_among(&anchors_of(site, path), anchor)
}

/// All anchors of a page.
fn anchors_of(site: &Site, path: &str) -> Vec<String> {
    let entry = site.page_of_file.get(path).and_then(|p| site.pages[*p].entry);
    let mut anchors = entry.map(|e| site.anchors(e)).unwrap_or_default();
    if site.page_of_file.get(path).is_some_and(|p| site.pages[*p].kind == PageKind::Glossary) {
        anchors.extend(site.terms.iter().map(|t| site.entries[*t].common.id.clone()));
    }
    anchors
}

/// The most similar anchor of these, else all.
fn anchor_among(anchors: &[String], anchor: &str) -> String {
    match nearest(anchor, anchors.iter().map(String::as_str)) {
        Some(near) => format!("Meinten Sie „#{near}“?"),
        None if anchors.is_empty() => "Diese Seite hat keine Stellen mit eigener Adresse.".to_owned(),
        None => format!("Diese Seite hat: #{}", anchors.join(", #")),
    }
}
