//! What changed when in a region, and where one can subscribe to it.

use super::base::{Link, PageBase, base};
use super::text::whole;
use super::titles::page_title;
use crate::german::{date_in_words, soft_hyphens};
use crate::site::{PageKind, RegionIndex, Site};
use crate::source::HistoryNote;
use chrono::NaiveDate;
use serde::Serialize;

/// Most changes on the page; the rest is in Git.
const MOST: usize = 200;

/// What changed when.
#[derive(Debug, Serialize, Hash)]
pub struct ChangesView {
    pub(super) page: PageBase,
    note: Option<&'static str>,
    days: Vec<DayView>,
    calendars: Vec<Link>,
    feeds: Vec<Link>,
    open_data: Option<Link>,
}

#[derive(Debug, Serialize, Hash)]
struct DayView {
    date_text: String,
    iso: String,
    id: String,
    changes: Vec<ChangeView>,
}

/// One change, on all pages that it touched.
#[derive(Debug, Serialize, Hash)]
struct ChangeView {
    text: String,
    pages: Vec<Link>,
}

/// The changes of a region.
pub fn view(site: &Site, index: usize, region: RegionIndex) -> ChangesView {
    let mut page = base(site, index, &page_title(site, index));
    page.body = site.pages[index].entry.map(|e| whole(site, e)).unwrap_or_default();
    let link = |text: &str, url: String| Link { text: text.to_owned(), url: site.href(&url), current: false };
    let of = &site.regions[region];
    let mut calendars = vec![link("Alle Sitzungen", of.path("sitzungen/sitzungen.ics"))];
    if site.regions.len() > 1 {
        calendars.push(link("Alle Sitzungen aller Regionen", "alle-sitzungen.ics".to_owned()));
    }
    if of.agreement.is_some() {
        calendars.push(link("Fristen", of.path("faellig/fristen.ics")));
    }
    let feeds = vec![
        link("Neues", of.path("neues.atom")),
        link("Niederschriften", of.path("sitzungen/protokolle.atom")),
        link("Berichte", of.path("berichte/berichte.atom")),
        link("Änderungen", of.path("aenderungen/aenderungen.atom")),
    ];
    // One entrance for the whole site, also where there are several regions.
    let oparl = link("Daten nach OParl 1.1", "oparl/system.json".to_owned());
    let open_data = Some(oparl).filter(|_| site.settings.open_data.oparl);
    ChangesView { open_data, note: note(site), days: days(site, region), calendars, feeds, page }
}

fn note(site: &Site) -> Option<&'static str> {
    site.snapshot.history.note.map(|note| match note {
        HistoryNote::Shallow => "Ältere Änderungen fehlen hier.",
        HistoryNote::NotARepository | HistoryNote::NoGit | HistoryNote::Refused => {
            "Diese Liste ist nicht vollständig. Sie zeigt nur, was die Redaktion selbst vermerkt hat."
        }
    })
}

/// The title of a page with what tells it from another of that title: a word, or a text in another register.
fn title(site: &Site, index: usize) -> String {
    let entry = &site.entries[index];
    let page = site.page_of_file.get(&*entry.file);
    match page.map(|page| &site.pages[*page].kind) {
        Some(PageKind::Twin { register, .. }) => {
            format!("{} ({})", entry.common.title, site.settings.registers[*register].name)
        }
        _ if entry.data.art() == "wort" => format!("{} (Wort)", entry.common.title),
        _ => soft_hyphens(&entry.common.title),
    }
}

/// Anchor and name of each day on the page, newest first.
pub fn change_days(site: &Site, region: RegionIndex) -> Vec<(String, String)> {
    days(site, region).into_iter().map(|day| (day.id, day.date_text)).collect()
}

fn days(site: &Site, region: RegionIndex) -> Vec<DayView> {
    let mut all: Vec<(NaiveDate, String, usize)> = Vec::new();
    for (index, of) in site.region_of.iter().enumerate() {
        if *of == Some(region) && site.counts(index) {
            all.extend(site.changes(index).into_iter().map(|c| (c.date, c.text, index)));
        }
    }
    all.sort_by(|a, b| b.0.cmp(&a.0).then_with(|| (&a.1, a.2).cmp(&(&b.1, b.2))));
    let mut out: Vec<DayView> = Vec::new();
    for (date, text, index) in all.into_iter().take(MOST) {
        let iso = date.to_string();
        if out.last().is_none_or(|d| d.iso != iso) {
            let id = format!("tag-{iso}");
            out.push(DayView { date_text: date_in_words(date), iso, id, changes: Vec::new() });
        }
        let Some(day) = out.last_mut() else { continue };
        let text = if text.is_empty() { "Geändert".to_owned() } else { text };
        if day.changes.last().is_none_or(|c| c.text != text) {
            day.changes.push(ChangeView { text, pages: Vec::new() });
        }
        if let Some(change) = day.changes.last_mut() {
            let (text, url) = (title(site, index), site.href(site.entry_url(index)));
            // Two changes of a page on one day that say the same are one.
            if change.pages.last().is_none_or(|last| last.url != url) {
                change.pages.push(Link { text, url, current: false });
            }
        }
    }
    out
}
