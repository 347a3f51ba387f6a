//! Resolves the links of every text: relative Markdown file links to addresses, each fragment to an anchor.

use super::twins::register_of;
use super::{EntryIndex, Hidden, PageKind, Site, anchors};
use crate::kinds::Entry;
use crate::markdown::{Kind, NodeId};
use crate::source::{Span, clean_join, composed, parent, percent_decode as decode};
use ahash::{AHashMap, AHashSet};
use rayon::prelude::*;
use std::collections::BTreeSet;
use std::sync::Arc;

/// Where a link leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// A page of this site, with its anchor if any; the number is its place in `Site::pages`.
    Page(usize, Option<String>),
    /// A copied file.
    Asset(String),
    /// An address outside, as written.
    External(String),
    /// A pictogram of the theme, by name.
    Pictogram(String),
}

/// Why a link leads nowhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LinkProblem {
    /// No such file.
    NoFile(String),
    /// The file has no such anchor; path and anchor.
    NoAnchor(String, String),
    /// The page is not public.
    Hidden(String, Hidden),
    /// It leaves the site folder.
    Outside,
    /// An address of this site instead of a file.
    Absolute,
    /// A kind of address that pages may not use, e.g. `javascript:`.
    Scheme(String),
    /// Nothing between the brackets.
    Empty,
    /// The theme has no pictogram of that name.
    NoPictogram(String),
}

/// A link or image in a text.
#[derive(Debug, Clone)]
pub struct Link {
    /// Its node.
    pub node: NodeId,
    /// Its place in the source.
    pub span: Span,
    /// Where it leads, or why not.
    pub target: Result<Target, LinkProblem>,
}

pub(super) fn resolve_all(site: &Site) -> Vec<Vec<Link>> {
    let mut links: Vec<Vec<Link>> = site.entries.par_iter().map(|entry| of_entry(site, entry)).collect();
    // Anchors are gathered only for pages that some fragment asks for.
    let pages = links.par_iter().flatten_iter().filter_map(|link| Some(asked(link)?.0));
    let entries: BTreeSet<EntryIndex> = pages.filter_map(|page| site.pages[page].entry).collect();
    let gathered = entries.into_par_iter().map(|entry| (entry, anchors::anchors(site, entry).into_iter().collect()));
    let anchors: AHashMap<EntryIndex, AHashSet<String>> = gathered.collect::<Vec<_>>().into_iter().collect();
    links.par_iter_mut().zip(&site.entries).for_each(|(links, entry)| {
        for link in links {
            let Some((page, fragment)) = asked(link) else { continue };
            if !has_anchor(site, page, fragment, |entry| anchors.get(&entry).is_some_and(|a| a.contains(fragment))) {
                let problem = LinkProblem::NoAnchor(file_of(site, entry, link.node), fragment.to_owned());
                link.target = Err(problem);
            }
        }
    });
    links
}

/// The page and the anchor that a link asks for, if it asks for one.
fn asked(link: &Link) -> Option<(usize, &str)> {
    match &link.target {
        Ok(Target::Page(page, Some(fragment))) => Some((*page, fragment)),
        _ => None,
    }
}

/// The links of a text; nobody has looked yet whether the anchors are there.
fn of_entry(site: &Site, entry: &Entry) -> Vec<Link> {
    let document = &entry.document;
    let mut links = Vec::new();
    for (node, n) in document.nodes.iter().enumerate() {
        if let Kind::Link(to) | Kind::Image(to) = n.kind {
            let to = document.target(to);
            let pictogram = pictogram_name(to).filter(|_| matches!(n.kind, Kind::Image(_)));
            let target = match pictogram {
                Some(name) if site.pictograms.contains_key(name) => Ok(Target::Pictogram(name.to_owned())),
                Some(name) => Err(LinkProblem::NoPictogram(name.to_owned())),
                None => resolve(site, &entry.file, to),
            };
            links.push(Link { node: node as NodeId, span: n.span, target });
        }
    }
    links
}

/// The file that a link names.
fn file_of(site: &Site, entry: &Entry, node: NodeId) -> String {
    let (Kind::Link(to) | Kind::Image(to)) = entry.document.node(node).kind else { return String::new() };
    let (path, _) = split(entry.document.target(to));
    named(site, &entry.file, path).unwrap_or_default()
}

/// Path and fragment of a target.
pub(super) fn split(target: &str) -> (&str, Option<&str>) {
    target.split_once('#').map_or((target, None), |(path, fragment)| (path, Some(fragment)))
}

/// The file at `path` as seen from the file `from`; `None` outside of the site.
pub(super) fn named(site: &Site, from: &str, path: &str) -> Option<String> {
    if path.is_empty() {
        return Some(from.to_owned());
    }
    Some(site.on_disk(clean_join(parent(from), &decode(path))?))
}

fn resolve(site: &Site, from: &str, target: &str) -> Result<Target, LinkProblem> {
    if target.is_empty() || target == "#" {
        return Err(LinkProblem::Empty);
    }
    if let Some(scheme) = scheme(target) {
        return match scheme.as_str() {
            "http" | "https" | "mailto" | "tel" if target[scheme.len() + 1..].trim_matches('/').is_empty() => {
                Err(LinkProblem::Empty)
            }
            "http" | "https" | "mailto" | "tel" => Ok(Target::External(target.to_owned())),
            _ => Err(LinkProblem::Scheme(scheme)),
        };
    }
    if target.starts_with('/') {
        return Err(LinkProblem::Absolute);
    }
    let (path, fragment) = split(target);
    let file = named(site, from, path).ok_or(LinkProblem::Outside)?;
    if let Some(page) = site.page_of_file.get(file.as_str()) {
        let page = site.in_register_of(from, *page, fragment.unwrap_or(""));
        return Ok(Target::Page(page, fragment.filter(|f| !f.is_empty()).map(|f| decode(f).into_owned())));
    }
    if let Some(reason) = site.hidden.get(file.as_str()) {
        return Err(LinkProblem::Hidden(file, *reason));
    }
    if site.assets.contains_key(file.as_str()) {
        return Ok(Target::Asset(file));
    }
    Err(LinkProblem::NoFile(file))
}

impl Site {
    /// From a twin a link leads to the twin of its target, where there is one that has the anchor.
    fn in_register_of(&self, from: &str, page: usize, fragment: &str) -> usize {
        let register = register_of(&self.settings.registers, from).map(|(n, ..)| n);
        let twin = register.and_then(|r| self.twin_of(page, r));
        twin.filter(|t| fragment.is_empty() || self.has_anchor(*t, &decode(fragment))).unwrap_or(page)
    }

    /// A path as it is on disk, where a file of the site looks the same in writing.
    fn on_disk(&self, path: String) -> String {
        if path.is_ascii() || self.snapshot.file(&path).is_some() {
            return path;
        }
        let known = self.composed.get_or_init(|| {
            let files = self.snapshot.files.iter().map(|file| &file.path).filter(|path| !path.is_ascii());
            files.rev().map(|path| (composed(path), Arc::clone(path))).collect()
        });
        known.get(&composed(&path)).map_or(path, |file| file.to_string())
    }

    /// Whether a page has an anchor of that name. Gathers the anchors anew: for the few links outside of texts.
    pub fn has_anchor(&self, page: usize, fragment: &str) -> bool {
        has_anchor(self, page, fragment, |entry| self.anchors(entry).iter().any(|a| a == fragment))
    }
}

/// `own` says whether the text and template of an entry have the anchor.
fn has_anchor(site: &Site, page: usize, fragment: &str, own: impl Fn(EntryIndex) -> bool) -> bool {
    let page = &site.pages[page];
    let own = page.entry.is_some_and(own);
    let generated = match page.kind {
        PageKind::Entry(_) => false,
        PageKind::Glossary => site.terms.iter().any(|t| site.entries[*t].common.id == fragment),
        // Lists have an anchor for each year; the finished page is checked again.
        _ => fragment.starts_with("jahr-") || fragment == "inhalt",
    };
    own || generated
}

/// `bild:vertrag` gives "vertrag".
pub fn pictogram_name(target: &str) -> Option<&str> {
    target.strip_prefix("bild:")
}

/// `mailto:…` gives "mailto"; a drive letter or a path does not look like a scheme.
fn scheme(target: &str) -> Option<String> {
    let (scheme, _) = target.split_once(':')?;
    let form = scheme.len() > 1 && scheme.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'+' | b'-' | b'.'));
    form.then(|| scheme.to_ascii_lowercase())
}
