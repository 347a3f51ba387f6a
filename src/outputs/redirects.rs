//! Old addresses: a page that leads on, for hosts that know nothing, and rules for servers that do.

use super::{Made, server};
use crate::model::Artifact;
use crate::site::{Site, url_to_path};
use crate::theme::{Shared, Theme, template_finding};
use crate::view::{redirect, site_view};
use std::collections::{BTreeMap, HashSet};
use std::sync::Arc;

/// Redirect pages.
pub fn make(site: &Site, theme: &Theme) -> Made {
    let asset = |name: &str| theme.asset(name).map(|path| site.href(path));
    let head = site_view(site, None, &asset);
    let shared = Shared::new(&head);
    let mut made = Made::default();
    let moves = moves(site);
    for (from, (to, origin)) in &moves {
        let view = redirect(&head, from, to.clone());
        match theme.render("weiterleitung.html", &view, &shared, &view.frame(&head), |page| page.into()) {
            Ok(bytes) => {
                made.files.push((url_to_path(from), Artifact { bytes, origin: Arc::clone(origin) }));
            }
            Err(error) => made.findings.push(template_finding(origin, &error)),
        }
    }
    made
}

/// `server/nginx.conf` and `server/apache.conf`.
pub fn rules(site: &Site, _: &Theme) -> Made {
    let none: Arc<str> = "".into();
    let moves = moves(site);
    let mut made = Made::default();
    let list: Vec<(String, &String)> = moves.iter().map(|(from, (to, _))| (site.href(from), to)).collect();
    made.files.push(("server/nginx.conf".into(), Artifact::text(server::nginx(&site.base, &list), &none)));
    made.files.push(("server/apache.conf".into(), Artifact::text(server::apache(&site.base, &list), &none)));
    made
}

/// Old page addresses with their new ones. Old anchors of a page that still stands are answered by the page itself.
fn moves(site: &Site) -> BTreeMap<String, (String, Arc<str>)> {
    let mut out = BTreeMap::new();
    let pages: HashSet<&str> = site.pages.iter().map(|page| page.url.as_str()).collect();
    for (index, entry) in site.entries.iter().enumerate() {
        for former in &entry.common.former {
            let path = former.from.split_once('#').map_or(former.from.as_str(), |(path, _)| path);
            let from = path.trim_start_matches('/').to_owned();
            if pages.contains(from.as_str()) {
                continue;
            }
            let target = site.href(site.entry_url(index));
            out.entry(from).or_insert((target, Arc::clone(&entry.file)));
        }
    }
    out
}
