//! `sitemap.xml` and `robots.txt`. Invented pages are in neither.

use super::Made;
use crate::html::escape_into;
use crate::model::Artifact;
use crate::site::{PageKind, Site};
use crate::theme::Theme;
use std::fmt::Write;
use std::sync::Arc;

/// Most addresses that one sitemap may hold (sitemaps.org protocol).
const MOST: usize = 50_000;

/// The sitemap (with an index where one file is not enough) and robots.txt.
pub fn make(site: &Site, _: &Theme) -> Made {
    let none: Arc<str> = "".into();
    let mut pages: Vec<(&str, String)> = site
        .pages
        .iter()
        .filter(|p| is_listed(site, p))
        .map(|p| {
            let changed = p.entry.and_then(|e| site.last_change(e)).map(|(day, _)| day);
            (p.url.as_str(), changed.map_or(String::new(), |d| format!("<lastmod>{d}</lastmod>")))
        })
        .collect();
    pages.sort();
    let base = &site.settings.base_url;
    let mut made = Made::default();
    let chunks: Vec<_> = pages.chunks(MOST).collect();
    for (number, chunk) in chunks.iter().enumerate() {
        let mut xml = String::from(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n",
        );
        for (url, changed) in *chunk {
            xml.push_str("<url><loc>");
            escape_into(&mut xml, base);
            escape_into(&mut xml, url);
            let _ = writeln!(xml, "</loc>{changed}</url>");
        }
        xml.push_str("</urlset>\n");
        let name = if chunks.len() == 1 { "sitemap.xml".to_owned() } else { format!("sitemap-{}.xml", number + 1) };
        made.files.push((name, Artifact::text(xml, &none)));
    }
    if chunks.len() != 1 {
        let mut xml = String::from(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n",
        );
        for number in 1..=chunks.len() {
            xml.push_str("<sitemap><loc>");
            escape_into(&mut xml, base);
            let _ = writeln!(xml, "sitemap-{number}.xml</loc></sitemap>");
        }
        xml.push_str("</sitemapindex>\n");
        made.files.push(("sitemap.xml".to_owned(), Artifact::text(xml, &none)));
    }
    let robots = format!("User-agent: *\nAllow: /\nSitemap: {base}sitemap.xml\n");
    made.files.push(("robots.txt".to_owned(), Artifact::text(robots, &none)));
    made
}

fn is_listed(site: &Site, page: &crate::site::Page) -> bool {
    let entry_is_public = page.entry.is_none_or(|e| !site.entries[e].common.sample);
    let left_out = match page.kind {
        // What is printed stands on the agreement's own page.
        PageKind::Print(_) => true,
        PageKind::BodyMeetings(region, body) => {
            let list = site.regions[region].meetings_of.get(&body).map(Vec::as_slice).unwrap_or_default();
            list.iter().all(|m| site.entries[*m].common.sample)
        }
        PageKind::Reports(_) | PageKind::Series(..) => site.only_samples(page),
        _ => false,
    };
    entry_is_public && !left_out
}
