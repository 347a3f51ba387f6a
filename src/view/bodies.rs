//! The list of bodies.

use super::base::{PageBase, base};
use super::html::Html;
use super::text::whole;
use super::titles::page_title;
use crate::german::{date_kept_together, soft_hyphens};
use crate::kinds::{Body, Group, State};
use crate::model::Validity;
use crate::site::{EntryIndex, RegionIndex, Site};
use chrono::NaiveDate;
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
    title_html: Html,
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
    let mut page = base(site, index, &page_title(site, index));
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
        Some(NextLink { date: date_kept_together(date), url: site.href(site.entry_url(*m)), sample })
    });
    BodyCard {
        title: common.title.clone(),
        title_html: Html::title(&common.title),
        short: common.short.clone(),
        url: site.href(site.entry_url(body)),
        frequency: data.frequency.map(|f| f.in_words()),
        validity: validity_text(&data.validity, data.extended_until),
        ended: data.validity.extended_to(data.extended_until).is_over(site.as_of),
        next,
        held_count: meetings
            .iter()
            .filter(|m| site.counts(**m) && site.meeting(**m).is_some_and(|d| d.state == State::Held))
            .count(),
    }
}

/// "seit 1. Juni 2021, befristet bis 31. März 2022, verlängert bis 29. Februar 2024", as far as it is known. An
/// extension that ends no later is none.
pub fn validity_text(validity: &Validity, extended_until: Option<NaiveDate>) -> Option<String> {
    let longer = extended_until.filter(|day| validity.until.is_none_or(|until| until < *day));
    let part = |what: &str, day: Option<NaiveDate>| Some(format!("{what} {}", date_kept_together(day?)));
    let parts = [part("seit", validity.from), part("befristet bis", validity.until), part("verlängert bis", longer)];
    let known: Vec<String> = parts.into_iter().flatten().collect();
    (!known.is_empty()).then(|| known.join(", "))
}
