//! All HTML pages, each from its view alone.

use super::{datapackage, dcat};
use crate::diagnostic::Diagnostic;
use crate::site::{self, PageKind, RegionIndex, Site, url_to_path};
use crate::theme::{Shared, Theme, template_finding};
use crate::view::{Offer, SiteView, View, not_found, register_view, site_view, view};
use rayon::prelude::*;
use std::collections::HashMap;
use std::sync::Arc;

/// Pages of the run before, each with what it was made of: what `serve` does not lay out twice. A single run keeps none.
#[derive(Default)]
pub struct Pages(Option<HashMap<String, Known>>);

/// The digest of what a page was made of, and the page.
type Known = (u64, Arc<[u8]>);

impl Pages {
    /// One that remembers.
    pub fn kept() -> Pages {
        Pages(Some(HashMap::new()))
    }
}

/// A page that was just made, for the moment in which it is in memory.
pub struct Fresh<'a> {
    /// Path below the output folder.
    pub path: &'a str,
    /// UTF-8.
    pub bytes: &'a [u8],
    /// The same in lasting memory, where it was made in an earlier run.
    pub kept: Option<&'a Arc<[u8]>>,
}

/// What became of a page.
pub struct Taken<T> {
    /// Path below the output folder.
    pub path: String,
    /// Source file to name when something about it is wrong; empty when it comes from several.
    pub origin: Arc<str>,
    /// Lasting memory of it, where its taker gave it any: the next run need not make it again.
    pub kept: Option<Arc<[u8]>>,
    /// What else its taker made of it.
    pub with: T,
}

/// Paths of all pages, `404.html` among them.
pub(super) fn paths(site: &Site) -> impl Iterator<Item = String> {
    site.pages.iter().map(|page| url_to_path(&page.url)).chain([NOT_FOUND.to_owned()])
}

/// Makes one file a page, and `404.html`. Each is handed to `take` at once, side by side with others, and then is gone but for
/// what `take` gives.
pub fn make<T: Send>(
    site: &Site,
    theme: &Theme,
    finished: &mut Pages,
    take: impl Fn(Fresh<'_>) -> (Option<Arc<[u8]>>, T) + Sync,
) -> (Vec<Taken<T>>, Vec<Diagnostic>) {
    let asset = |name: &str| theme.asset(name).map(|path| site.href(path));
    // Head and menu are the same for all pages of a region: serialised once, shared by all.
    let mut heads: HashMap<Head, (SiteView, Shared)> = HashMap::new();
    let mut add = |head: Head, view: SiteView| {
        let shared = Shared::new(&view);
        heads.insert(head, (view, shared))
    };
    for region in std::iter::once(None).chain((0..site.regions.len()).map(Some)) {
        add((region, None), site_view(site, region, &asset));
        for register in 0..site.settings.registers.len() {
            add((region, Some(register)), register_view(site, region, register, &asset));
        }
    }
    let none: Arc<str> = "".into();
    let earlier = finished.0.as_ref();
    let taken = |path: &str, origin: &Arc<str>, digest, (kept, with)| {
        (Taken { path: path.to_owned(), origin: Arc::clone(origin), kept, with }, digest)
    };
    let page = |(index, page): (usize, &site::Page)| {
        let origin = page.entry.map_or(&none, |e| &site.entries[e].file);
        let path = &*url_to_path(&page.url);
        let (head, shared) = &heads[&head(page)];
        let mut view = view(site, index);
        if let (View::Reports(reports), PageKind::Reports(region)) = (&mut view, page.kind) {
            reports.offer(offers(site, region));
        }
        let digest = earlier.map_or(0, |_| theme.digest(&view, shared));
        let known = earlier.and_then(|e| e.get(path)).filter(|(known, _)| *known == digest).map(|(_, bytes)| bytes);
        let made = match known {
            Some(bytes) => Ok(take(Fresh { path, bytes, kept: known })),
            None => theme.render(view.template(), &view, shared, &view.frame(head), |bytes| {
                take(Fresh { path, bytes, kept: None })
            }),
        };
        made.map(|made| taken(path, origin, digest, made)).map_err(|error| template_finding(origin, &error))
    };
    let mut made: Vec<Result<(Taken<T>, u64), Diagnostic>> = site.pages.par_iter().enumerate().map(page).collect();
    let (head, shared) = &heads[&(None, None)];
    let lost = not_found(head);
    let take_lost = |bytes: &[u8]| take(Fresh { path: NOT_FOUND, bytes, kept: None });
    let lost = theme.render(NOT_FOUND, &lost, shared, &lost.frame(head), take_lost);
    made.push(lost.map(|made| taken(NOT_FOUND, &none, 0, made)).map_err(|error| template_finding(&none, &error)));

    let (mut pages, mut findings, mut known) = (Vec::with_capacity(made.len()), Vec::new(), HashMap::new());
    for result in made {
        match result {
            Ok((page, digest)) => {
                let kept = page.kept.as_ref().filter(|_| earlier.is_some());
                known.extend(kept.map(|bytes| (page.path.clone(), (digest, Arc::clone(bytes)))));
                pages.push(page);
            }
            Err(finding) => findings.push(finding),
        }
    }
    if let Some(finished) = &mut finished.0 {
        *finished = known;
    }
    (pages, findings)
}

const NOT_FOUND: &str = "404.html";

/// What the head of a page depends on: its region, and its register if it is a twin.
type Head = (Option<RegionIndex>, Option<usize>);

fn head(page: &site::Page) -> Head {
    let register = match page.kind {
        PageKind::Twin { register, .. } | PageKind::Search { register: Some(register), .. } => Some(register),
        _ => None,
    };
    (page.region, register)
}

/// Files about all reports of a region, as far as they are made.
fn offers(site: &Site, region: RegionIndex) -> Vec<Offer> {
    let Some(package) = datapackage::text(site, region) else { return Vec::new() };
    let path = datapackage::path(site, region);
    let mut out = vec![Offer::new(site, &path, "Beschreibung aller Tabellen", "Data Package, JSON", package.len())];
    let catalogue = dcat::text(site).map(|text| text.len());
    out.extend(catalogue.map(|size| Offer::new(site, dcat::PATH, "Katalog der Berichte", "DCAT-AP.de, Turtle", size)));
    out
}
