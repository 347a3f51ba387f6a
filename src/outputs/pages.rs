//! All HTML pages, each from its view alone.

use super::Made;
use crate::model::Artifact;
use crate::site::{PageKind, RegionIndex, Site, url_to_path};
use crate::theme::{Shared, Theme, template_finding};
use crate::view::{not_found, register_view, site_view, view};
use rayon::prelude::*;
use std::collections::HashMap;
use std::sync::Arc;

/// One file a page, and `404.html`.
pub fn make(site: &Site, theme: &Theme) -> Made {
    let asset = |name: &str| theme.asset(name).map(|path| site.href(path));
    // Head and menu are the same for all pages of a region: serialised once, shared by all.
    let mut shared: HashMap<Head, Shared> = HashMap::new();
    for region in std::iter::once(None).chain((0..site.regions.len()).map(Some)) {
        shared.insert((region, None), Shared::new(&site_view(site, region, &asset)));
        for register in 0..site.settings.registers.len() {
            shared.insert((region, Some(register)), Shared::new(&register_view(site, region, register, &asset)));
        }
    }
    let none: Arc<str> = "".into();
    let mut rendered: Vec<Result<(String, Artifact), crate::diagnostic::Diagnostic>> = site
        .pages
        .par_iter()
        .enumerate()
        .map(|(index, page)| {
            let origin = page.entry.map_or(&none, |e| &site.entries[e].file);
            let view = view(site, index);
            let html = theme.render(view.template(), &view, &shared[&head(page)]);
            match html {
                Ok(html) => Ok((url_to_path(&page.url), Artifact::text(html, origin))),
                Err(error) => Err(template_finding(origin, &error)),
            }
        })
        .collect();
    let lost = not_found(&site_view(site, None, &asset));
    rendered.push(match theme.render("404.html", &lost, &shared[&(None, None)]) {
        Ok(html) => Ok(("404.html".to_owned(), Artifact::text(html, &none))),
        Err(error) => Err(template_finding(&none, &error)),
    });
    let mut made = Made::default();
    for result in rendered {
        match result {
            Ok(file) => made.files.push(file),
            Err(finding) => made.findings.push(finding),
        }
    }
    made
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
