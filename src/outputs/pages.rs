//! All HTML pages, each from its view alone.

use super::{Made, datapackage, dcat};
use crate::diagnostic::Diagnostic;
use crate::model::Artifact;
use crate::site::{PageKind, RegionIndex, Site, url_to_path};
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

/// One file a page, and `404.html`.
pub fn make(site: &Site, theme: &Theme, finished: &mut Pages) -> Made {
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
    let rendered: Vec<Result<Page, Diagnostic>> = site
        .pages
        .par_iter()
        .enumerate()
        .map(|(index, page)| {
            let origin = page.entry.map_or(&none, |e| &site.entries[e].file);
            let path = url_to_path(&page.url);
            let (head, shared) = &heads[&head(page)];
            let mut view = view(site, index);
            if let (View::Reports(reports), PageKind::Reports(region)) = (&mut view, page.kind) {
                reports.offer(offers(site, region));
            }
            let digest = earlier.map_or(0, |_| theme.digest(&view, shared));
            if let Some((_, bytes)) = earlier.and_then(|e| e.get(&path)).filter(|(known, _)| *known == digest) {
                let artifact = Artifact { bytes: Arc::clone(bytes), origin: Arc::clone(origin) };
                return Ok(Page { path, artifact, digest });
            }
            match theme.render(view.template(), &view, shared, &view.frame(head)) {
                Ok(bytes) => Ok(Page { path, artifact: Artifact { bytes, origin: Arc::clone(origin) }, digest }),
                Err(error) => Err(template_finding(origin, &error)),
            }
        })
        .collect();
    let mut made = Made { files: Vec::with_capacity(rendered.len() + 1), findings: Vec::new() };
    let mut digests = Vec::with_capacity(rendered.len());
    for result in rendered {
        match result {
            Ok(Page { path, artifact, digest }) => {
                made.files.push((path, artifact));
                digests.push(digest);
            }
            Err(finding) => made.findings.push(finding),
        }
    }
    if let Some(finished) = &mut finished.0 {
        let pages = made.files.iter().zip(digests);
        *finished = pages.map(|((path, page), digest)| (path.clone(), (digest, Arc::clone(&page.bytes)))).collect();
    }
    let (head, shared) = &heads[&(None, None)];
    let lost = not_found(head);
    match theme.render("404.html", &lost, shared, &lost.frame(head)) {
        Ok(bytes) => made.files.push(("404.html".to_owned(), Artifact { bytes, origin: none })),
        Err(error) => made.findings.push(template_finding(&none, &error)),
    }
    made
}

/// A page and what it was made of.
struct Page {
    path: String,
    artifact: Artifact,
    digest: u64,
}

/// What the head of a page depends on: its region, and its register if it is a twin.
type Head = (Option<RegionIndex>, Option<usize>);

fn head(page: &crate::site::Page) -> Head {
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
