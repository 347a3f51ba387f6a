//! What every page shows: head, menu, way here, banners.

use super::html::Html;
use crate::front::Listed;
use crate::german::{date_in_words, date_kept_together};
use crate::kinds::Words;
use crate::rules::legal_page;
use crate::site::{EntryIndex, Hidden, PageKind, RegionIndex, Site};
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

/// A note across the page.
#[derive(Debug, Clone, Serialize, Hash)]
pub struct Banner {
    /// `sample`, `draft`, `future`, `expired`.
    pub kind: &'static str,
    /// German sentence.
    pub text: String,
}

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
    let links = |items: &[Listed<crate::kinds::MenuItem>]| {
        let link = |item: &crate::kinds::MenuItem| {
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
        search_url: site.page_of_file.get("suche/index.md").map(|p| site.href(&site.pages[*p].url)),
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
    let link = |item: &crate::kinds::MenuItem| {
        let twin = site.twin_of(site.menu_page(region, &item.target)?, register)?;
        let common = site.pages[twin].entry.map(|e| &site.entries[e].common)?;
        let text = common.short.clone().unwrap_or_else(|| common.title.clone());
        Some(Link { text, url: site.href(&site.pages[twin].url), current: false })
    };
    // Who offers the site, and how one can complain, is within reach of every page, in whatever language there is.
    let legal = |item: &crate::kinds::MenuItem| {
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

/// Title of any page, also of a generated one without an entry.
pub fn page_title(site: &Site, index: usize) -> String {
    let page = &site.pages[index];
    let generated = match page.kind {
        PageKind::Bodies(_) => "Gremien".to_owned(),
        PageKind::Meetings(_, None) => "Sitzungen".to_owned(),
        PageKind::Meetings(_, Some(year)) => format!("Sitzungen {year}"),
        PageKind::BodyMeetings(_, body) => format!("Alle Sitzungen: {}", site.entries[body].common.title),
        PageKind::Register(_, None) => "Beschlüsse und Aufträge".to_owned(),
        PageKind::Register(_, Some(year)) => format!("Beschlüsse und Aufträge {year}"),
        PageKind::Glossary => "Wörter".to_owned(),
        PageKind::Board(_, None) => "Versprochen und gehalten".to_owned(),
        PageKind::Board(_, Some(year)) => format!("Versprochen und gehalten {year}"),
        PageKind::BoardByBody(_) => "Versprochen und gehalten: nach Gremium".to_owned(),
        PageKind::BoardByPartner(_) => "Versprochen und gehalten: nach Partner".to_owned(),
        PageKind::Due(_) => "Was ist als Nächstes fällig?".to_owned(),
        PageKind::Changes(_) => "Änderungen".to_owned(),
        PageKind::Reports(_) => "Berichte".to_owned(),
        PageKind::Series(region, series) => super::reports::series_title(site, region, series),
        PageKind::Videos => super::video::TITLE.to_owned(),
        PageKind::Print(_) => super::print::TITLE.to_owned(),
        PageKind::Search { letter: Some(letter), .. } => {
            format!("Alle Titel mit {}", super::glossary::letter(&letter.to_string()))
        }
        PageKind::Search { .. } => "Suche".to_owned(),
        PageKind::Entry(entry) | PageKind::Twin { entry, .. } => site.entries[entry].common.title.clone(),
    };
    page.entry.map_or(generated, |e| site.entries[e].common.title.clone())
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

/// What a reader must know before reading: invented, or not public yet.
pub fn banners(site: &Site, entry: EntryIndex) -> Vec<Banner> {
    let mut out = Vec::new();
    if site.entries[entry].common.sample {
        let text = "Der Inhalt dieser Seite ist erfunden. Er zeigt, wie die Seite später aussieht.".to_owned();
        out.push(Banner { kind: "sample", text });
    }
    match site.badges.get(&entry) {
        Some(Hidden::Draft) => {
            out.push(Banner { kind: "draft", text: "Diese Seite wird noch nicht veröffentlicht.".to_owned() });
        }
        Some(Hidden::Until(day)) => {
            let text = format!("Diese Seite ist ab dem {} zu sehen.", date_in_words(*day));
            out.push(Banner { kind: "future", text });
        }
        Some(Hidden::Since(day)) => {
            let text = format!("Diese Seite war bis zum {} zu sehen.", date_in_words(*day));
            out.push(Banner { kind: "expired", text });
        }
        Some(Hidden::Unreadable) | None => {}
    }
    out
}
