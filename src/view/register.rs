//! The register of decisions and tasks across all bodies of a region.

use super::base::{Link, PageBase, base};
use super::items::{DecisionItem, TaskItem, decisions, tasks};
use super::text::whole;
use super::titles::page_title;
use super::years::{Years, anchor};
use crate::site::{PageKind, RegionIndex, Site};
use chrono::Datelike;
use serde::Serialize;

/// Decisions and tasks.
#[derive(Debug, Serialize, Hash)]
pub struct RegisterView {
    pub(super) page: PageBase,
    year_links: Vec<Link>,
    years: Vec<YearView>,
}

#[derive(Debug, Serialize, Hash)]
struct YearView {
    year: i32,
    id: String,
    decisions: Vec<DecisionItem>,
    tasks: Vec<TaskItem>,
}

/// The register of a region: with a year that of it, else the newest.
pub fn view(site: &Site, index: usize, region: RegionIndex, year: Option<i32>) -> RegisterView {
    let mut page = base(site, index, &page_title(site, index));
    page.body = site.pages[index].entry.map(|e| whole(site, e)).unwrap_or_default();
    let all = Years::of(site, region, |k, r| match k {
        PageKind::Register(of, y) if *of == r => Some(*y),
        _ => None,
    });
    let wanted = all.shown_on(year);
    let mut years: Vec<YearView> = Vec::new();
    for meeting in site.regions[region].meetings.iter().rev() {
        let Some(data) = site.meeting(*meeting) else { continue };
        let Some(date) = data.date else { continue };
        if !wanted(date) || data.decisions.is_empty() && data.tasks.is_empty() {
            continue;
        }
        if years.last().is_none_or(|y| y.year != date.year()) {
            let id = anchor(date.year());
            years.push(YearView { year: date.year(), id, decisions: Vec::new(), tasks: Vec::new() });
        }
        if let Some(year) = years.last_mut() {
            year.decisions.extend(decisions(site, *meeting, data));
            year.tasks.extend(tasks(site, *meeting, data));
        }
    }
    RegisterView { year_links: all.links(site, index), years, page }
}
