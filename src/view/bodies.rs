//! The list of bodies.

use super::base::{PageBase, base, page_title};
use super::text::whole;
use crate::german::{date_in_words, kept_together, soft_hyphens};
use crate::html::escape;
use crate::kinds::{Body, Group, State};
use crate::model::Validity;
use crate::site::{EntryIndex, RegionIndex, Site};
use serde::Serialize;

/// The list of bodies of a region.
#[derive(Debug, Serialize, Hash)]
pub struct BodiesView {
    pub(super) page: PageBase,
    groups: Vec<GroupView>,
}

#[derive(Debug, Serialize, Hash)]
struct GroupView {
    /// With soft hyphens.
    title: String,
    bodies: Vec<BodyCard>,
}

#[derive(Debug, Serialize, Hash)]
struct BodyCard {
    title: String,
    /// The title with soft hyphens.
    title_html: String,
    short: Option<String>,
    url: String,
    frequency: Option<String>,
    validity: Option<String>,
    ended: bool,
    next: Option<NextLink>,
    /// Meetings held; invented ones of a real agreement are none.
    held_count: usize,
}

#[derive(Debug, Serialize, Hash)]
struct NextLink {
    date: String,
    url: String,
    sample: bool,
}

/// The list of bodies.
pub fn view(site: &Site, index: usize, region: RegionIndex) -> BodiesView {
    let mut page = base(site, index, "gremien", &page_title(site, index));
    page.body = site.pages[index].entry.map(|e| whole(site, e)).unwrap_or_default();
    let group = |wanted: Group| {
        let of_group = |b: &&EntryIndex| site.body(**b).is_some_and(|d| d.group == wanted);
        let cards = site.regions[region].bodies.iter().filter(of_group);
        let bodies: Vec<BodyCard> = cards.filter_map(|b| Some(card(site, region, *b, site.body(*b)?))).collect();
        GroupView { title: soft_hyphens(wanted.title()), bodies }
    };
    let groups = [Group::General, Group::Specific].map(group).into_iter().filter(|g| !g.bodies.is_empty());
    BodiesView { groups: groups.collect(), page }
}

fn card(site: &Site, region: RegionIndex, body: EntryIndex, data: &Body) -> BodyCard {
    let common = &site.entries[body].common;
    let meetings = site.regions[region].meetings_of.get(&body).map(Vec::as_slice).unwrap_or_default();
    let next = meetings.iter().find_map(|m| {
        let meeting = site.meeting(*m)?;
        let open = matches!(meeting.state, State::Planned | State::Invited | State::Moved);
        let date = meeting.date.filter(|d| open && *d >= site.as_of)?;
        let sample = site.entries[*m].common.sample;
        Some(NextLink {
            date: kept_together(&date_in_words(date)).into_owned(),
            url: site.href(site.entry_url(*m)),
            sample,
        })
    });
    BodyCard {
        title: common.title.clone(),
        title_html: escape(&soft_hyphens(&common.title)),
        short: common.short.clone(),
        url: site.href(site.entry_url(body)),
        frequency: data.frequency.map(|f| f.in_words()),
        validity: validity_text(&data.validity),
        ended: data.validity.is_over(site.as_of),
        next,
        held_count: meetings
            .iter()
            .filter(|m| site.counts(**m) && site.meeting(**m).is_some_and(|d| d.state == State::Held))
            .count(),
    }
}

/// "befristet bis 31. März 2022", "seit 1. Juni 2021".
pub fn validity_text(validity: &Validity) -> Option<String> {
    let day = |day: chrono::NaiveDate| kept_together(&date_in_words(day)).into_owned();
    let (from, until) = (validity.from.map(day), validity.until.map(day));
    match (from, until) {
        (None, None) => None,
        (Some(from), None) => Some(format!("seit {from}")),
        (None, Some(until)) => Some(format!("befristet bis {until}")),
        (Some(from), Some(until)) => Some(format!("seit {from}, befristet bis {until}")),
    }
}
