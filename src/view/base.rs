//! What every page has: takes the site and a page, gives its title, address, way here, notes and twins. Never its text: that
//! is put in by the view of its type.

use super::banners::{Banner, banners};
use super::html::Html;
use super::titles::page_title;
use crate::german::date_kept_together;
use crate::site::Site;
use serde::Serialize;

/// A link in a list.
#[derive(Debug, Clone, Serialize, Hash)]
pub struct Link {
    /// Words.
    pub text: String,
    /// Address.
    pub url: String,
    /// Whether it is the page itself.
    pub current: bool,
}

/// A step of the way from the home page.
#[derive(Debug, Clone, Serialize, Hash)]
pub struct Crumb {
    /// Title of the page above.
    pub text: String,
    /// Its address.
    pub url: String,
}

/// What every template gets as `page`.
#[derive(Debug, Serialize, Hash)]
pub struct PageBase {
    /// Value of `data-page-kind`.
    pub kind: &'static str,
    /// `standard` or `easy`.
    pub register: &'static str,
    /// Title, plain; not escaped.
    pub title: String,
    /// Title as HTML with soft hyphens.
    pub title_html: Html,
    /// A sentence for search engines.
    pub description: String,
    /// Address from the root of the host.
    pub url: String,
    /// Whole public address.
    pub canonical: Option<String>,
    /// Whether search engines shall leave it out.
    pub noindex: bool,
    /// Address of the menu item this page belongs to.
    pub menu_url: Option<String>,
    /// Pages above.
    pub crumbs: Vec<Crumb>,
    /// Notes across the page.
    pub banners: Vec<Banner>,
    /// First paragraph in larger type.
    pub lead: Option<String>,
    /// The text as HTML.
    pub body: Html,
    /// Last change, in words.
    pub updated: Option<String>,
    /// Last change, ISO.
    pub updated_iso: Option<String>,
    /// Contents list.
    pub toc: Vec<Crumb>,
    /// Where to read on.
    pub related: Vec<Link>,
    /// The same in sign language.
    pub video: Option<super::video::VideoView>,
    /// The easy twin.
    pub easy: Option<Easy>,
    /// The page in other languages.
    pub languages: Vec<Easy>,
    /// Title on printed sheets.
    pub print_title: String,
    /// Whether the page has no button for reading aloud.
    pub silent: bool,
    /// Blocks of JSON-LD; none on pages that search engines shall leave out.
    pub data: Vec<Html>,
}

impl PageBase {
    /// Search engines shall leave it out: nothing on it speaks to them.
    pub fn hide_from_search(&mut self) {
        self.noindex = true;
        self.canonical = None;
        self.data.clear();
    }
}

/// Where the switch between registers leads.
#[derive(Debug, Clone, Serialize, Hash)]
pub struct Easy {
    /// Address.
    pub url: String,
    /// The whole address with the host; search engines ignore `hreflang` links without one.
    pub absolute: String,
    /// Words.
    pub text: String,
    /// Whether it is this page's own twin.
    pub direct: bool,
    /// Language tag of the link.
    pub hreflang: String,
    /// Language of its words.
    pub lang: String,
}

/// The base of the page at `index`, with `title` where no entry gives one.
pub fn base(site: &Site, index: usize, title: &str) -> PageBase {
    let page = &site.pages[index];
    let entry = page.entry.map(|e| &site.entries[e]);
    let title = entry.map_or(title, |e| &e.common.title).to_owned();
    let changed = page.entry.and_then(|e| site.last_change(e)).map(|(day, _)| day);
    let sample = entry.is_some_and(|e| e.common.sample);
    let description = entry.and_then(|e| e.common.description.clone());
    let description = description.unwrap_or_else(|| format!("{title} – {}", site.settings.title));
    let noindex = sample || site.preview;
    let crumbs = crumbs(site, index);
    let way = if noindex { None } else { super::jsonld::breadcrumbs(site, &crumbs, &title) };
    PageBase {
        kind: super::kind_name(site, index),
        register: "standard",
        title_html: Html::title(&title),
        description,
        url: site.href(&page.url),
        canonical: (!noindex).then(|| format!("{}{}", site.settings.base_url, page.url)),
        noindex,
        menu_url: menu_url(site, index),
        crumbs,
        banners: page.entry.map(|e| banners(site, e)).unwrap_or_default(),
        lead: None,
        body: Html::default(),
        updated: changed.map(date_kept_together),
        updated_iso: changed.map(|d| d.to_string()),
        toc: Vec::new(),
        related: super::related::related(site, index),
        video: page.entry.and_then(|e| super::video::of(site, e)),
        easy: super::easy::switch(site, index),
        languages: super::easy::languages(site, index),
        silent: page.entry.and_then(|e| site.twin(e)).is_some_and(|t| t.silent),
        print_title: title.clone(),
        data: way.into_iter().collect(),
        title,
    }
}

/// The pages above: each folder of the address that is a page itself.
fn crumbs(site: &Site, index: usize) -> Vec<Crumb> {
    let url = &site.pages[index].url;
    if url.is_empty() {
        return Vec::new();
    }
    let mut out = vec![Crumb { text: "Start".to_owned(), url: site.href("") }];
    for (at, _) in url.match_indices('/').filter(|(at, _)| at + 1 < url.len()) {
        let above = &url[..=at];
        if let Some(page) = site.page_at(above) {
            out.push(Crumb { text: page_title(site, page), url: site.href(above) });
        }
    }
    out
}

/// The menu item whose page is this one or above it; the longest address wins.
fn menu_url(site: &Site, index: usize) -> Option<String> {
    let page = &site.pages[index];
    let items = site.menu.get(&page.region).map(Vec::as_slice).unwrap_or_default();
    items
        .iter()
        .map(|p| &site.pages[*p].url)
        .filter(|url| if url.is_empty() { page.url.is_empty() } else { page.url.starts_with(url.as_str()) })
        .max_by_key(|url| url.len())
        .map(|url| site.href(url))
}
