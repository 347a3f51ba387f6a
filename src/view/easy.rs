//! Pages in another register or language: the twin's text, section by section, and what Klartext writes itself in
//! Leichte Sprache from dates and verdicts.

use super::base::{Crumb, Easy, PageBase, base};
use super::easy_texts::{Generated, generated};
use super::html::Html;
use super::text::twin_part;
use super::titles::page_title;
use crate::german::date_in_words;
use crate::kinds::Register;
use crate::markdown::{heading_id, plain_text, sections};
use crate::site::{EntryIndex, ReviewState, SectionState, Site};
use serde::Serialize;

/// A twin.
#[derive(Debug, Serialize, Hash)]
pub struct EasyView {
    pub(super) page: PageBase,
    sections: Vec<SectionView>,
    generated: Vec<Generated>,
    draft: bool,
    stale: bool,
    review: Option<ReviewView>,
}

#[derive(Debug, Serialize, Hash)]
struct SectionView {
    id: String,
    title: String,
    title_html: Html,
    body: Html,
    source_url: Option<String>,
}

#[derive(Debug, Serialize, Hash)]
struct ReviewView {
    group: String,
    count: Option<i64>,
    date_text: Option<String>,
    changed: bool,
}

/// The page of a twin.
pub fn view(site: &Site, index: usize, entry: EntryIndex, register: usize, source: Option<usize>) -> EasyView {
    let number = register;
    let register = &site.settings.registers[number];
    let mut page = base(site, index, "");
    page.kind = source.map_or("seite", |s| super::kind_name(site, s));
    page.register = if register.easy { "easy" } else { "standard" };
    if register.easy {
        page.title_html = crate::html::easy_words(&page.title).into();
        page.title = crate::html::joined(&page.title);
        page.print_title.clone_from(&page.title);
    }
    page.crumbs = crumbs(site, index, number);
    let way = if page.noindex { None } else { super::jsonld::breadcrumbs(site, &page.crumbs, &page.title) };
    page.data = way.into_iter().collect();
    page.menu_url = source.and_then(|s| menu_url(site, s, number));
    let back_to = source.map_or("", |s| &site.pages[s].url);
    let back = site.href(back_to);
    page.easy = Some(Easy {
        url: back.clone(),
        absolute: format!("{}{back_to}", site.settings.base_url),
        text: register.back.clone(),
        direct: source.is_some(),
        hreflang: "de".to_owned(),
        lang: register.lang.clone(),
    });
    if register.lang != "de" {
        page.updated.clone_from(&page.updated_iso);
    }
    let states = source.map(|s| site.section_states(entry, s)).unwrap_or_default();
    let known: Vec<&str> = states.iter().map(|(s, _)| s.id.as_str()).collect();
    let review = review(site, entry);
    EasyView {
        sections: texts(site, entry, &back, &known, register.easy),
        generated: source.filter(|_| register.easy).map(|s| generated(site, s)).unwrap_or_default(),
        draft: register.easy && review.as_ref().is_none_or(|r| r.changed),
        stale: states.iter().any(|(_, state)| *state == SectionState::Stale)
            || source.is_some_and(|s| !site.lost_sections(entry, s).is_empty()),
        review,
        page,
    }
}

fn review(site: &Site, entry: EntryIndex) -> Option<ReviewView> {
    // A review that lies ahead has not happened.
    let happened = site.review(entry).filter(|(_, state)| *state != ReviewState::Ahead);
    happened.map(|(review, state)| ReviewView {
        group: review.group.clone(),
        count: review.count,
        date_text: review.date.map(date_in_words),
        changed: state == ReviewState::Outdated,
    })
}

fn texts(site: &Site, entry: EntryIndex, back: &str, known: &[&str], easy: bool) -> Vec<SectionView> {
    let document = &site.entries[entry].document;
    let view = |(heading, body): (Option<u32>, std::ops::Range<u32>)| {
        let id = heading.map_or(String::new(), |h| heading_id(document, h).to_owned());
        let title = heading.map_or(String::new(), |h| plain_text(document, h));
        SectionView {
            source_url: known.contains(&id.as_str()).then(|| format!("{back}#{id}")),
            title_html: crate::html::easy_words(&title).into(),
            body: twin_part(site, entry, body, &format!("{id}-"), easy),
            title: crate::html::joined(&title),
            id,
        }
    };
    let all = sections(document, 2).into_iter().map(view);
    all.filter(|s| !s.title.is_empty() || !s.body.is_empty()).collect()
}

/// Makes `page` the search page of a register.
pub fn search_frame(site: &Site, index: usize, register: usize, page: &mut PageBase) {
    let source = site.page_at("suche/");
    let number = register;
    let register = &site.settings.registers[number];
    page.register = if register.easy { "easy" } else { "standard" };
    page.crumbs = crumbs(site, index, number);
    page.easy = source.map(|s| Easy {
        url: site.href(&site.pages[s].url),
        absolute: format!("{}{}", site.settings.base_url, site.pages[s].url),
        text: register.back.clone(),
        direct: true,
        hreflang: "de".to_owned(),
        lang: register.lang.clone(),
    });
}

/// The way from the register's own home page: each page above the source, where it has a twin.
fn crumbs(site: &Site, index: usize, register: usize) -> Vec<Crumb> {
    let url = &site.pages[index].url;
    let folder = site.settings.registers[register].key.len() + 1;
    let mut out = Vec::new();
    for (at, _) in url.match_indices('/').filter(|(at, _)| at + 1 < url.len()) {
        // What stands behind the register's folder is the address of the page above in everyday language.
        let above = &url[folder..=at];
        if let Some(twin) = site.page_at(above).and_then(|page| site.twin_of(page, register)) {
            let text = if above.is_empty() {
                site.settings.registers[register].words.home.clone()
            } else {
                page_title(site, twin)
            };
            out.push(Crumb { text, url: site.href(&site.pages[twin].url) });
        }
    }
    out
}

/// The twin of the menu item that the source belongs to.
fn menu_url(site: &Site, source: usize, register: usize) -> Option<String> {
    let page = &site.pages[source];
    let items = site.settings.menu.iter().filter_map(|item| site.menu_page(page.region, &item.target));
    let above = items.filter(|p| page.url.starts_with(site.pages[*p].url.as_str()));
    let best = above.max_by_key(|p| site.pages[*p].url.len())?;
    site.twin_of(best, register).map(|t| site.href(&site.pages[t].url))
}

/// The switch of a page in everyday language: to its twin, else to the nearest page above that has one, and then it says
/// where it leads.
pub fn switch(site: &Site, index: usize) -> Option<Easy> {
    let number = site.settings.registers.iter().position(|r| r.easy)?;
    let register = &site.settings.registers[number];
    let to = |twin, direct| way(site, register, twin, direct);
    if let Some(twin) = site.twin_of(index, number) {
        return Some(to(twin, true));
    }
    let mut url = site.pages[index].url.as_str();
    while !url.is_empty() {
        let cut = url.trim_end_matches('/').rfind('/').map_or(0, |at| at + 1);
        url = &url[..cut];
        if let Some(twin) = site.page_at(url).and_then(|page| site.twin_of(page, number)) {
            let common = site.pages[twin].entry.map(|e| &site.entries[e].common);
            let name = common.map_or("", |c| c.short.as_ref().unwrap_or(&c.title));
            let way = to(twin, false);
            return Some(Easy { text: format!("{}: {}", way.text, crate::html::joined(name)), ..way });
        }
    }
    None
}

/// The page in the other languages that it has twins in.
pub fn languages(site: &Site, index: usize) -> Vec<Easy> {
    let registers = site.settings.registers.iter().enumerate().filter(|(_, r)| !r.easy);
    registers.filter_map(|(n, r)| Some(way(site, r, site.twin_of(index, n)?, true))).collect()
}

fn way(site: &Site, register: &Register, twin: usize, direct: bool) -> Easy {
    Easy {
        url: site.href(&site.pages[twin].url),
        absolute: format!("{}{}", site.settings.base_url, site.pages[twin].url),
        text: register.name.clone(),
        direct,
        hreflang: register.hreflang.clone(),
        lang: register.lang.clone(),
    }
}
