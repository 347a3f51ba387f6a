//! Deadlines as whole-day events. Meetings have calendars of their own and are left out.

use super::write::{Event, Status, When, calendar};
use crate::obligations::{DueKind, due, of_region};
use crate::outputs::address::{host, named, whole};
use crate::site::{RegionIndex, Site};
use std::collections::HashSet;

/// The deadlines of all regions in one calendar, for `months` months from the as-of day; what is overdue is in it too.
pub fn deadlines(site: &Site, months: u32) -> String {
    let regions = (0..site.regions.len()).filter_map(|r| events(site, r, months));
    let all: Vec<Event> = regions.flatten().collect();
    calendar(None, &all)
}

/// The deadlines of a region; `None` when it has no agreement.
pub(super) fn events(site: &Site, region: RegionIndex, months: u32) -> Option<Vec<Event>> {
    let (obligations, records) = of_region(site, region)?;
    let agreement = site.regions[region].agreement?;
    let mut seen = HashSet::new();
    let mut out = Vec::new();
    for due in due(obligations, &records, site.as_of, months).into_iter().filter(|d| d.kind != DueKind::Meeting) {
        let meetings = &site.regions[region].meetings;
        let meeting = meetings.iter().copied().find(|m| due.meeting.as_ref() == Some(&site.entries[*m].common.id));
        let (summary, url) = match meeting {
            Some(meeting) => {
                (format!("{}: {}", due.text, site.entries[meeting].common.title), site.entry_url(meeting).to_owned())
            }
            None => (due.text, page(site, region)),
        };
        let uid = format!("{}@{}", named(site, Some(region), &format!("frist.{}", due.key), '.'), host(site));
        // Two readings of one clause may fall on one day.
        if !seen.insert(uid.clone()) {
            continue;
        }
        let url = whole(site, &url);
        let overdue = due.overdue.then(|| "Der Tag ist vorbei. Eine Angabe dazu ist nicht veröffentlicht.".to_owned());
        out.push(Event {
            uid,
            // What falls due follows from the agreement, for minutes from the meeting.
            stamp: site.known_since(meeting.unwrap_or(agreement)),
            sequence: 0,
            status: Status::Confirmed,
            when: When::Day(due.day),
            summary,
            place: None,
            description: overdue.into_iter().chain([format!("Mehr dazu: {url}")]).collect(),
            url,
            categories: vec!["Frist".to_owned()],
        });
    }
    Some(out)
}

/// Address of the page that shows the deadlines, else of the agreement.
pub(super) fn page(site: &Site, region: RegionIndex) -> String {
    let region = &site.regions[region];
    let list = site.page_of_file.get(&*region.path("faellig/index.md")).map(|p| site.pages[*p].url.as_str());
    list.or_else(|| region.agreement.map(|a| site.entry_url(a))).unwrap_or_default().to_owned()
}
