//! Reports of a region: their order, their series, and where their numbers can be downloaded.

use super::{EntryIndex, Page, PageKind, Region, Site};
use crate::kinds::{Data, Entry, Report};
use crate::source::looks_like_table;
use crate::tables::Dialect;
use std::sync::Arc;

/// Reports that tell of the same thing year after year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Series {
    /// Its id, as reports name it.
    pub id: String,
    /// Its reports, oldest first.
    pub reports: Vec<EntryIndex>,
}

/// Endings of files that pages show or offer. Any other file may be a raw table under another name.
const PUBLISHED: [&str; 30] = [
    "pdf",
    "docx",
    "odt",
    "rtf",
    "pptx",
    "odp",
    "jpg",
    "jpeg",
    "png",
    "webp",
    "gif",
    "svg",
    "ico",
    "avif",
    "mp4",
    "webm",
    "vtt",
    "srt",
    "mp3",
    "ogg",
    "oga",
    "ics",
    "atom",
    "xml",
    "json",
    "geojson",
    "webmanifest",
    "txt",
    "html",
    "woff2",
];
/// Files without an ending that hosts ask for.
const BY_NAME: [&str; 3] = ["CNAME", ".nojekyll", "_headers"];

/// Whether a file of the site folder is copied to the site: its kind is one that pages show or offer, and it does not look
/// like a table. What is not copied may hold what nobody may see.
pub fn is_published(path: &str, bytes: &[u8]) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path);
    if BY_NAME.contains(&name) {
        return true;
    }
    let ending = name.rsplit_once('.').map(|(_, e)| e.to_ascii_lowercase()).unwrap_or_default();
    let text = matches!(ending.as_str(), "txt" | "json" | "xml" | "html");
    PUBLISHED.contains(&ending.as_str()) && !(text && looks_like_table(bytes))
}

fn data(entry: &Entry) -> Option<&Report> {
    match &entry.data {
        Data::Report(report) => Some(report),
        _ => None,
    }
}

/// Newest first, by what the numbers are about; and the series, each oldest first.
pub(super) fn sort(region: &mut Region, entries: &[Arc<Entry>]) {
    let key = |i: &EntryIndex| {
        let day = data(&entries[*i]).map(|r| (r.year, r.reference.or(r.period.map(|p| p.1))));
        (day, entries[*i].common.id.clone())
    };
    region.reports.sort_by_key(|i| std::cmp::Reverse(key(i)));
    for report in region.reports.iter().rev() {
        let Some(id) = data(&entries[*report]).and_then(|r| r.series.clone()) else { continue };
        match region.series.iter_mut().find(|s| s.id == id) {
            Some(series) => series.reports.push(*report),
            None => region.series.push(Series { id, reports: vec![*report] }),
        }
    }
    region.series.sort_by(|a, b| a.id.cmp(&b.id));
}

impl Site {
    /// Whether a list of reports holds invented ones alone.
    pub fn only_samples(&self, page: &Page) -> bool {
        let reports = match page.kind {
            // A text of the editors is worth finding, whatever is listed below it.
            PageKind::Reports(_) if page.entry.is_some() => return false,
            PageKind::Reports(region) => &self.regions[region].reports,
            PageKind::Series(region, series) => &self.regions[region].series[series].reports,
            _ => return false,
        };
        reports.iter().all(|r| self.entries[*r].common.sample)
    }

    /// Address of a report's numbers below the base path, for everyone who links to them.
    pub fn table_url(&self, report: EntryIndex, dialect: Dialect) -> String {
        let ending = match dialect {
            Dialect::Comma => "",
            Dialect::Semicolon => "-semikolon",
        };
        let file = format!("berichte/{}{ending}.csv", self.entries[report].common.id);
        self.region_of[report].map_or(file.clone(), |r| self.regions[r].path(&file))
    }

    /// The report before this one in its series.
    pub fn report_before(&self, report: EntryIndex) -> Option<EntryIndex> {
        let id = self.report(report)?.series.as_ref()?;
        let series = self.regions[self.region_of[report]?].series.iter().find(|s| s.id == *id)?;
        let at = series.reports.iter().position(|r| *r == report)?;
        at.checked_sub(1).map(|n| series.reports[n])
    }
}
