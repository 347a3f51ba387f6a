//! Lists of meetings: of a region by year, and of one body.

use super::base::{Link, PageBase, base};
use super::items::{MeetingItem, meeting};
use super::text::whole;
use super::titles::page_title;
use super::years::{Years, anchor};
use crate::german::month_name;
use crate::site::{EntryIndex, PageKind, RegionIndex, Site};
use chrono::Datelike;
use serde::Serialize;

/// A list of meetings.
#[derive(Debug, Serialize, Hash)]
pub struct MeetingsView {
    pub(super) page: PageBase,
    filters: Vec<Link>,
    year_links: Vec<Link>,
    years: Vec<YearView>,
}

#[derive(Debug, Serialize, Hash)]
struct YearView {
    year: i32,
    id: String,
    months: Vec<MonthView>,
}

#[derive(Debug, Serialize, Hash)]
struct MonthView {
    name: &'static str,
    id: String,
    meetings: Vec<MeetingItem>,
}

/// The meetings of a region: with a year those of it, else the newest year's and all to come.
pub fn of_region(site: &Site, index: usize, region: RegionIndex, year: Option<i32>) -> MeetingsView {
    let mut page = base(site, index, &page_title(site, index));
    page.body = site.pages[index].entry.map(|e| whole(site, e)).unwrap_or_default();
    let all = Years::of(site, region, |k, r| match k {
        PageKind::Meetings(of, y) if *of == r => Some(*y),
        _ => None,
    });
    let wanted = all.shown_on(year);
    let meetings: Vec<EntryIndex> = site.regions[region]
        .meetings
        .iter()
        .copied()
        .filter(|m| site.meeting(*m).and_then(|d| d.date).is_some_and(&wanted))
        .collect();
    MeetingsView {
        filters: filters(site, region, None),
        year_links: all.links(site, index),
        years: years(site, &meetings),
        page,
    }
}

/// All meetings of a body.
pub fn of_body(site: &Site, index: usize, region: RegionIndex, body: EntryIndex) -> MeetingsView {
    let mut page = base(site, index, &page_title(site, index));
    page.body = site.pages[index].entry.map(|e| whole(site, e)).unwrap_or_default();
    let meetings = site.regions[region].meetings_of.get(&body).map(Vec::as_slice).unwrap_or_default();
    if meetings.iter().all(|m| site.entries[*m].common.sample) {
        page.hide_from_search();
    }
    MeetingsView {
        filters: filters(site, region, Some(body)),
        year_links: Vec::new(),
        years: years(site, meetings),
        page,
    }
}

/// "Alle" and each body: plain links, so that the filter needs no script.
fn filters(site: &Site, region: RegionIndex, current: Option<EntryIndex>) -> Vec<Link> {
    let all = site.page_of_file.get(&*site.regions[region].path("sitzungen/index.md"));
    let mut out: Vec<Link> = all
        .map(|p| Link { text: "Alle".to_owned(), url: site.href(&site.pages[*p].url), current: current.is_none() })
        .into_iter()
        .collect();
    for body in &site.regions[region].bodies {
        let file = format!("{}sitzungen.md", site.entry_url(*body));
        if let Some(page) = site.page_of_file.get(&*file) {
            let common = &site.entries[*body].common;
            let text = common.short.clone().unwrap_or_else(|| common.title.clone());
            out.push(Link { text, url: site.href(&site.pages[*page].url), current: current == Some(*body) });
        }
    }
    out
}

/// Meetings by year and month, newest first: what is to come stands on top.
fn years(site: &Site, meetings: &[EntryIndex]) -> Vec<YearView> {
    let mut out: Vec<YearView> = Vec::new();
    for index in meetings.iter().rev() {
        let Some(data) = site.meeting(*index) else { continue };
        let Some(date) = data.date else { continue };
        if out.last().is_none_or(|y| y.year != date.year()) {
            out.push(YearView { year: date.year(), id: anchor(date.year()), months: Vec::new() });
        }
        let Some(year) = out.last_mut() else { continue };
        let id = format!("monat-{}-{:02}", date.year(), date.month());
        if year.months.last().is_none_or(|m| m.id != id) {
            year.months.push(MonthView { name: month_name(date.month()), id, meetings: Vec::new() });
        }
        if let Some(month) = year.months.last_mut() {
            month.meetings.push(meeting(site, *index, data, false));
        }
    }
    out
}
