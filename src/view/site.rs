//! What is the same on all pages of a region, or of a register in it: takes the site and where the files of the theme lie,
//! gives names, menu, foot and addresses. Never looks at a single page.

use super::base::{Easy, Link};
use crate::front::Listed;
use crate::german::date_kept_together;
use crate::kinds::{MenuItem, Words};
use crate::rules::legal_page;
use crate::site::{RegionIndex, Site};
use serde::Serialize;

/// What is the same on all pages of a region.
#[derive(Debug, Clone, Serialize, Hash)]
pub struct SiteView {
    /// Name of the site.
    pub title: String,
    /// Name of the region, where the site has several; tells pages of the same title apart.
    pub region: Option<String>,
    /// Line that says who offers it.
    pub provider: String,
    /// Base path.
    pub base: String,
    /// Address of the stylesheet.
    pub css: String,
    /// Address of the stylesheet that charts need besides.
    pub css_numbers: Option<String>,
    /// Address of the stylesheet that the search page needs besides.
    pub css_search: Option<String>,
    /// Address of the icon.
    pub favicon: Option<String>,
    /// Picture in the head instead of the icon.
    pub logo: Option<LogoView>,
    /// Address of the font to fetch first.
    pub font: Option<String>,
    /// Address of the home page.
    pub home_url: String,
    /// Language of the pages.
    pub lang: String,
    /// What the theme says, in that language.
    pub words: Words,
    /// Main menu.
    pub menu: Vec<Link>,
    /// Links at the foot.
    pub footer: Vec<Link>,
    /// The day the site is built for, in words.
    pub as_of: String,
    /// Whether this is an editor's preview.
    pub preview: bool,
    /// Address of the list of videos in sign language, where there are some.
    pub sign_url: Option<String>,
    /// Address of the script that shows the button for reading aloud, where the settings ask for it.
    pub read_aloud: Option<String>,
    /// Address of the script that it fetches when the button is pressed.
    pub reader: Option<String>,
    /// Address of the search page.
    pub search_url: Option<String>,
    /// Address of its script.
    pub search_script: Option<String>,
    /// The start page in Leichte Sprache, for a page that is no page of the site; templates do not see it.
    #[serde(skip)]
    pub easy_home: Option<Easy>,
}

/// A logo with its size in pixels.
#[derive(Debug, Clone, Serialize, Hash)]
pub struct LogoView {
    /// Address.
    pub url: String,
    /// Width.
    pub width: u32,
    /// Height.
    pub height: u32,
    /// Whether it stands on a white plate.
    pub plate: bool,
}

/// Height of a logo in the head in pixels.
const LOGO_HEIGHT: u32 = 48;

fn logo(site: &Site) -> Option<LogoView> {
    let logo = site.settings.brand.as_ref()?.logo.as_ref()?;
    let (width, height) = crate::pictures::shape(&site.assets.get(logo.path.as_str())?.bytes)?;
    let width = (f64::from(LOGO_HEIGHT) * width / height).round().max(1.0) as u32;
    Some(LogoView { url: site.href(&logo.path), width, height: LOGO_HEIGHT, plate: logo.plate })
}

/// The site as a reader in `region` sees it. `asset` gives the address of a theme file.
pub fn site_view(site: &Site, region: Option<RegionIndex>, asset: &dyn Fn(&str) -> Option<String>) -> SiteView {
    let links = |items: &[Listed<MenuItem>]| {
        let link = |item: &MenuItem| {
            let page = site.menu_page(region, &item.target)?;
            let fragment = item.target.split_once('#').map_or(String::new(), |(_, f)| format!("#{f}"));
            let url = format!("{}{fragment}", site.href(&site.pages[page].url));
            Some(Link { text: item.text.clone(), url, current: false })
        };
        items.iter().filter_map(|item| link(item)).collect()
    };
    SiteView {
        title: site.settings.title.clone(),
        region: region.filter(|_| site.regions.len() > 1).map(|r| site.regions[r].name.clone()),
        provider: site.settings.provider.clone(),
        base: site.base.clone(),
        css: asset("site.css").unwrap_or_default(),
        css_numbers: asset("zahlen.css"),
        css_search: asset("suche.css"),
        favicon: asset("favicon.svg"),
        logo: logo(site),
        font: asset("schrift/atkinson-400.woff2"),
        home_url: site.href(""),
        lang: "de".to_owned(),
        words: Words::german(),
        menu: links(&site.settings.menu),
        footer: links(&site.settings.footer),
        as_of: date_kept_together(site.as_of),
        preview: site.preview,
        sign_url: site.sign_page().map(|p| site.href(&site.pages[p].url)),
        read_aloud: asset("vorlesen.js").filter(|_| site.settings.read_aloud),
        reader: asset("lesen.js"),
        search_url: site.href_of("suche/index.md"),
        search_script: asset("suche.js"),
        easy_home: site.page_of_file.get("index.md").and_then(|page| super::easy::switch(site, *page)),
    }
}

/// The site as a reader of a register sees it: only pages that have a twin are in its menu and at its foot, besides those that
/// the law wants there.
pub fn register_view(
    site: &Site,
    region: Option<RegionIndex>,
    register: usize,
    asset: &dyn Fn(&str) -> Option<String>,
) -> SiteView {
    let own = &site.settings.registers[register];
    let link = |item: &MenuItem| {
        let twin = site.twin_of(site.menu_page(region, &item.target)?, register)?;
        let common = site.pages[twin].entry.map(|e| &site.entries[e].common)?;
        let text = common.short.clone().unwrap_or_else(|| common.title.clone());
        Some(Link { text, url: site.href(&site.pages[twin].url), current: false })
    };
    // Who offers the site, and how one can complain, is within reach of every page, in whatever language there is.
    let legal = |item: &MenuItem| {
        let page = &site.pages[site.menu_page(region, &item.target)?];
        let text = format!("{}: {}", own.words.original, item.text);
        legal_page(&page.url).is_some().then(|| Link { text, url: site.href(&page.url), current: false })
    };
    let (foot, menu) = (&site.settings.footer, &site.settings.menu);
    let mut foot: Vec<Link> = foot.iter().filter_map(|item| link(item).or_else(|| legal(item))).collect();
    let in_menu = menu.iter().filter(|item| link(item).is_none()).filter_map(|item| legal(item));
    foot.extend(in_menu.filter(|link| foot.iter().all(|other| other.url != link.url)).collect::<Vec<_>>());
    let home = site.page_of_file.get("index.md").and_then(|p| site.twin_of(*p, register));
    let everyday = site_view(site, region, asset);
    let search = site.page_of_file.get("suche/index.md").and_then(|p| site.twin_of(*p, register));
    SiteView {
        search_url: search.map(|p| site.href(&site.pages[p].url)).or(everyday.search_url),
        menu: site.settings.menu.iter().filter_map(|item| link(item)).collect(),
        footer: foot,
        home_url: home.map_or(site.href(""), |p| site.href(&site.pages[p].url)),
        lang: own.lang.clone(),
        words: own.words.clone(),
        as_of: if own.lang == "de" { everyday.as_of.clone() } else { site.as_of.to_string() },
        ..everyday
    }
}
