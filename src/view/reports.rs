//! Lists of reports: all of a region by series.

use super::banners::Banner;
use super::base::{PageBase, base};
use super::text::whole;
use super::titles::page_title;
use crate::german::{date_kept_together, kept_together, soft_hyphens};
use crate::site::{EntryIndex, RegionIndex, Site};
use serde::Serialize;

/// All reports of a region.
#[derive(Debug, Serialize, Hash)]
pub struct ReportsView {
    pub(super) page: PageBase,
    groups: Vec<Group>,
    files: Vec<Offer>,
}

/// A file for programs that lists all reports.
#[derive(Debug, Serialize, Hash)]
pub struct Offer {
    url: String,
    text: &'static str,
    kind: &'static str,
    size: String,
}

impl Offer {
    /// The file at `path` with so many bytes.
    pub fn new(site: &Site, path: &str, text: &'static str, kind: &'static str, bytes: usize) -> Offer {
        Offer { url: site.href(path), text, kind, size: crate::model::file_size(bytes) }
    }
}

impl ReportsView {
    /// Files are made by outputs, after the view: only then their size is known.
    pub fn offer(&mut self, files: Vec<Offer>) {
        self.files = files;
    }
}

#[derive(Debug, Serialize, Hash)]
struct Group {
    id: String,
    title: String,
    url: Option<String>,
    reports: Vec<ReportItem>,
}

/// A report in a list.
#[derive(Debug, Serialize, Hash)]
pub struct ReportItem {
    title: String,
    url: String,
    date_text: String,
    iso: String,
    break_note: Option<String>,
    sample: bool,
}

/// The reports of a region by series; those of no series come last.
pub fn view(site: &Site, index: usize, region: RegionIndex) -> ReportsView {
    let all = &site.regions[region];
    let mut groups: Vec<Group> = all
        .series
        .iter()
        .enumerate()
        .map(|(n, series)| Group {
            id: format!("reihe-{}", series.id),
            title: soft_hyphens(&series_title(site, region, n)),
            url: site.href_of(&all.path(&format!("berichte/reihe/{}.md", series.id))),
            reports: series.reports.iter().rev().map(|r| item(site, *r)).collect(),
        })
        .collect();
    let single = |r: &&EntryIndex| site.report(**r).is_some_and(|d| d.series.is_none());
    let others: Vec<ReportItem> = all.reports.iter().filter(single).map(|r| item(site, *r)).collect();
    if !others.is_empty() {
        let title = if groups.is_empty() { "Alle Berichte" } else { "Weitere Berichte" };
        groups.push(Group { id: "weitere".to_owned(), title: title.to_owned(), url: None, reports: others });
    }
    ReportsView { page: list_page(site, index, "berichte", &all.reports), groups, files: Vec::new() }
}

/// What a series is called: by its own page, else by what its newest table counts, else by its newest report.
pub fn series_title(site: &Site, region: RegionIndex, at: usize) -> String {
    let all = &site.regions[region];
    let series = &all.series[at];
    let page = site.page_of_file.get(&*all.path(&format!("berichte/reihe/{}.md", series.id)));
    if let Some(entry) = page.and_then(|p| site.pages[*p].entry) {
        return site.entries[entry].common.title.clone();
    }
    let newest = series.reports.last();
    let measure = newest.and_then(|r| site.report(*r)?.table.as_ref().map(|t| t.measure.title.clone()));
    measure.or_else(|| newest.map(|r| site.entries[*r].common.title.clone())).unwrap_or_default()
}

/// What lists of reports have in common; those with numbers of their own are of the kind "reihe".
pub(super) fn list_page(site: &Site, index: usize, kind: &'static str, reports: &[EntryIndex]) -> PageBase {
    let mut page = base(site, index, &page_title(site, index));
    page.body = site.pages[index].entry.map(|e| whole(site, e)).unwrap_or_default();
    if site.only_samples(&site.pages[index]) {
        page.hide_from_search();
    }
    // A list that shows numbers of its own says of invented ones what their own pages say.
    if kind == "reihe" && reports.iter().any(|r| site.entries[*r].common.sample) {
        let text = "Auf dieser Seite stehen erfundene Zahlen. Sie zeigen, wie die Seite später aussieht.".to_owned();
        page.banners.push(Banner { kind: "sample", text });
    }
    page
}

/// A report for a list.
pub(super) fn item(site: &Site, report: EntryIndex) -> ReportItem {
    let (common, data) = (&site.entries[report].common, site.report(report));
    let published = data.and_then(|d| d.published);
    ReportItem {
        title: kept_together(&common.title).into_owned(),
        url: site.href(site.entry_url(report)),
        date_text: published.map_or(String::new(), |d| format!("veröffentlicht am {}", date_kept_together(d))),
        iso: published.map_or(String::new(), |d| d.to_string()),
        break_note: data.and_then(|d| d.break_note.as_deref()).map(|note| kept_together(note).into_owned()),
        sample: common.sample,
    }
}
