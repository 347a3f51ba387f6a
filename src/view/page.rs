//! Plain pages, home pages, the page for wrong addresses, and redirect pages.

use super::base::{Easy, PageBase, base};
use super::frame::FrameView;
use super::glance::{self, Glance};
use super::html::Html;
use super::items;
use super::legal::{LegalFact, facts};
use super::site::SiteView;
use super::text::{toc, whole};
use crate::german::{kept_together, listing, month_name, soft_hyphens, weekday_date};
use crate::kinds::{Data, Door, State};
use crate::site::{EntryIndex, RegionIndex, Site};
use crate::source::{clean_join, parent};
use chrono::Datelike;
use serde::Serialize;

/// A plain page.
#[derive(Debug, Serialize, Hash)]
pub struct PageView {
    pub(super) page: PageBase,
    legal: Vec<LegalFact>,
}

/// A home page.
#[derive(Debug, Serialize, Hash)]
pub struct StartView {
    pub(super) page: PageBase,
    next: Option<NextMeeting>,
    doors: Vec<DoorItem>,
    /// What there is in Leichte Sprache and in sign language.
    ways: Vec<Way>,
    /// How much there is and what is due; on the home page of a single region.
    glance: Option<Glance>,
}

/// A link to another way of reading.
#[derive(Debug, Serialize, Hash)]
struct Way {
    text: String,
    url: String,
    hreflang: Option<String>,
}

#[derive(Debug, Serialize, Hash)]
struct DoorItem {
    title: String,
    url: String,
    text: String,
}

#[derive(Debug, Serialize, Hash)]
struct NextMeeting {
    title: String,
    url: String,
    weekday_date: String,
    iso: String,
    day: u32,
    month_name: &'static str,
    year: i32,
    time: Option<String>,
    place: Option<String>,
    access: Vec<String>,
    body_names: String,
    sample: bool,
}

/// A plain page.
pub fn view(site: &Site, index: usize, entry: EntryIndex) -> PageView {
    let mut page = base(site, index, "");
    page.body = whole(site, entry);
    page.toc = toc(site, entry);
    PageView { page, legal: facts(site, entry) }
}

/// Whether a page is the home page of a region in a folder.
pub fn is_region_home(site: &Site, index: usize) -> bool {
    let page = &site.pages[index];
    let folder = page.region.map(|r| site.regions[r].folder.as_str()).filter(|folder| !folder.is_empty());
    folder.is_some_and(|folder| page.url.strip_suffix('/') == Some(folder))
}

/// A home page: of the site, or of a region.
pub fn start(site: &Site, index: usize, entry: EntryIndex) -> StartView {
    let mut page = base(site, index, "");
    page.body = whole(site, entry);
    page.lead = site.entries[entry].common.description.clone();
    let doors = match &site.entries[entry].data {
        Data::Page(data) => data.doors.iter().filter_map(|d| door(site, entry, d)).collect(),
        _ => Vec::new(),
    };
    // The home page of a state-wide site belongs to no region: it shows the next meeting of all.
    let regions: Vec<RegionIndex> = match site.pages[index].region {
        Some(region) => vec![region],
        None => (0..site.regions.len()).collect(),
    };
    let glance = match regions.as_slice() {
        [only] => Some(glance::of(site, *only)),
        _ => None,
    };
    StartView { page, next: next_meeting(site, &regions), doors, ways: ways(site, index), glance }
}

/// What BITV 2.0 section 4 wants at the beginning of a start page, as far as it is there: the contents and the statement on
/// accessibility in Leichte Sprache, and the videos in sign language.
fn ways(site: &Site, index: usize) -> Vec<Way> {
    let mut out = Vec::new();
    if let Some(number) = site.settings.registers.iter().position(|r| r.easy) {
        let register = &site.settings.registers[number];
        let mut add = |page: Option<usize>, about: &str| {
            if let Some(twin) = page.and_then(|p| site.twin_of(p, number)) {
                let url = site.href(&site.pages[twin].url);
                let text = format!("{}: {about}", register.name);
                out.push(Way { text, url, hreflang: Some(register.hreflang.clone()) });
            }
        };
        add(Some(index), "Worum es hier geht");
        add(site.menu_page(site.pages[index].region, "barrierefreiheit.md"), "Erklärung zur Barriere-Freiheit");
    }
    if let Some(page) = site.sign_page() {
        let url = site.href(&site.pages[page].url);
        out.push(Way { text: "Gebärdensprache: alle Videos".to_owned(), url, hreflang: None });
    }
    out
}

fn door(site: &Site, entry: EntryIndex, door: &Door) -> Option<DoorItem> {
    let (path, fragment) = door.target.split_once('#').unwrap_or((&door.target, ""));
    let file = clean_join(parent(&site.entries[entry].file), path)?;
    let page = site.page_of_file.get(&*file)?;
    let fragment = if fragment.is_empty() { String::new() } else { format!("#{fragment}") };
    let url = format!("{}{fragment}", site.href(&site.pages[*page].url));
    Some(DoorItem { title: door.title.clone(), url, text: door.text.clone() })
}

fn next_meeting(site: &Site, regions: &[RegionIndex]) -> Option<NextMeeting> {
    let open = [State::Planned, State::Invited, State::Moved];
    let (date, meeting) = regions
        .iter()
        .flat_map(|r| &site.regions[*r].meetings)
        .filter_map(|m| {
            site.meeting(*m).filter(|d| open.contains(&d.state)).and_then(|d| d.date.map(|date| (date, *m)))
        })
        .filter(|(date, _)| *date >= site.as_of)
        .min()?;
    let data = site.meeting(meeting)?;
    let bodies = site.bodies_of(meeting).into_iter().map(|b| site.entries[b].common.title.as_str());
    let names = listing(&bodies.collect::<Vec<_>>());
    let title = kept_together(&site.entries[meeting].common.title).into_owned();
    Some(NextMeeting {
        url: site.href(site.entry_url(meeting)),
        weekday_date: kept_together(&weekday_date(date)).into_owned(),
        iso: items::iso(data),
        day: date.day(),
        month_name: month_name(date.month()),
        year: date.year(),
        time: items::time_text(data),
        place: data.place.as_deref().map(|p| kept_together(p).into_owned()),
        access: data.access.clone(),
        body_names: if names.is_empty() { title.clone() } else { soft_hyphens(&names) },
        sample: site.entries[meeting].common.sample,
        title,
    })
}

/// The page for addresses that do not exist.
#[derive(Debug, Serialize, Hash)]
pub struct NotFoundView {
    pub(super) page: PageBase,
}

impl NotFoundView {
    /// The frame of the page, whose readers share `site`.
    pub fn frame(&self, site: &SiteView) -> FrameView<'_> {
        FrameView::of(&self.page, site)
    }
}

/// A page that leads on to another.
#[derive(Debug, Serialize, Hash)]
pub struct RedirectView {
    page: PageBase,
    target: String,
}

impl RedirectView {
    /// The frame of the page, whose readers share `site`.
    pub fn frame(&self, site: &SiteView) -> FrameView<'_> {
        FrameView::of(&self.page, site)
    }
}

fn bare(kind: &'static str, title: &str, url: String) -> PageBase {
    PageBase {
        silent: false,
        kind,
        register: "standard",
        title: title.to_owned(),
        title_html: crate::html::escape(title).into(),
        description: title.to_owned(),
        url,
        canonical: None,
        noindex: true,
        menu_url: None,
        crumbs: Vec::new(),
        banners: Vec::new(),
        lead: None,
        body: Html::default(),
        updated: None,
        updated_iso: None,
        toc: Vec::new(),
        related: Vec::new(),
        video: None,
        easy: None,
        languages: Vec::new(),
        print_title: title.to_owned(),
        data: Vec::new(),
    }
}

/// The page for addresses that do not exist.
pub fn not_found(site: &SiteView) -> NotFoundView {
    let mut page = bare("404", "Diese Seite gibt es nicht", format!("{}404.html", site.base));
    // No page has it as its twin, so the way leads to the start.
    page.easy = site.easy_home.clone().map(|easy| Easy { direct: false, ..easy });
    NotFoundView { page }
}

/// A page at an old address (`url`, without the base path) that leads to `target`.
pub fn redirect(site: &SiteView, url: &str, target: String) -> RedirectView {
    let mut page = bare("weiterleitung", "Diese Seite ist umgezogen", format!("{}{url}", site.base));
    page.canonical = None;
    RedirectView { page, target }
}
