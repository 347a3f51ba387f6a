//! Calendars (RFC 5545, RFC 7986): one for each body, region and meeting, one for all regions where there are several,
//! and one for the deadlines of each region. They change only when the sources change; the deadlines also with the day.

mod deadline;
mod meeting;
mod write;

pub use deadline::deadlines;

use super::Made;
use super::address::{beside, region_name, whole};
use crate::model::Artifact;
use crate::site::{EntryIndex, Site};
use crate::theme::Theme;
use rayon::prelude::*;
use std::sync::Arc;
use write::{Subscription, joined, text};

/// How far ahead the calendars of deadlines look, in months.
const DEADLINE_MONTHS: u32 = 24;

/// All calendars.
pub fn make(site: &Site, _: &Theme) -> Made {
    let none: Arc<str> = "".into();
    // Each meeting is written once and stands in up to four files.
    let event = |index| meeting::event(site, index).as_ref().map(text);
    let events: Vec<Option<String>> = (0..site.entries.len()).into_par_iter().map(event).collect();
    let own = events.par_iter().enumerate().filter_map(|(index, event)| {
        let text = joined(None, std::iter::once(event.as_deref()?));
        Some((beside(site, index, "termin.ics"), Artifact::text(text, &site.entries[index].file)))
    });
    let mut files: Vec<(String, Artifact)> = own.collect();
    let counted = |meetings: &[EntryIndex]| -> Vec<&str> {
        meetings.iter().filter(|m| site.counts(**m)).filter_map(|m| events[*m].as_deref()).collect()
    };
    let mut add = |path: String, name: &str, page: &str, events: &[&str], origin: &Arc<str>| {
        let (source, page) = (whole(site, &path), whole(site, page));
        let about = Subscription { name, source: &source, page: &page };
        files.push((path, Artifact::text(joined(Some(&about), events.iter().copied()), origin)));
    };
    for (index, region) in site.regions.iter().enumerate() {
        for body in &region.bodies {
            let entry = &site.entries[*body];
            let meetings = region.meetings_of.get(body).map(Vec::as_slice).unwrap_or_default();
            let name = format!("Sitzungen: {}", entry.common.title);
            let path = beside(site, *body, "sitzungen.ics");
            add(path, &name, site.entry_url(*body), &counted(meetings), &entry.file);
        }
        let name = format!("Sitzungen: {}", region_name(site, index));
        add(
            region.path("sitzungen/sitzungen.ics"),
            &name,
            &region.path("sitzungen/"),
            &counted(&region.meetings),
            &none,
        );
        if let Some(events) = deadline::events(site, index, DEADLINE_MONTHS) {
            let name = format!("Fristen: {}", region_name(site, index));
            let events: Vec<String> = events.iter().map(text).collect();
            let events: Vec<&str> = events.iter().map(String::as_str).collect();
            add(region.path("faellig/fristen.ics"), &name, &deadline::page(site, index), &events, &none);
        }
    }
    if site.regions.len() > 1 {
        let all: Vec<&str> = site.regions.iter().flat_map(|r| counted(&r.meetings)).collect();
        add("alle-sitzungen.ics".to_owned(), &format!("Sitzungen: {}", site.settings.title), "", &all, &none);
    }
    Made { files, findings: Vec::new() }
}
