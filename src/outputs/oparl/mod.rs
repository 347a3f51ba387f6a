//! OParl 1.1 as files: the data of the site in the form that programs for council information read. It is a profile with
//! the same data, not a server: no filter by date, no `limit`. See `docs/offene-daten.md`.
//!
//! Every object is a file, and its address is its id. Objects that stand in others stand alone too. Days come from the
//! sources, never from a clock.

mod agenda;
mod body;
mod file;
mod list;
mod location;
mod meeting;
mod object;
mod organization;
mod paper;
mod system;
mod tombstone;

use super::Made;
use crate::model::{Artifact, Partner};
use crate::site::{EntryIndex, Site};
use crate::theme::Theme;
use file::Files;
use object::{Known, Object, Room};
use rayon::prelude::*;
use serde_json::Value;
use std::collections::HashSet;
use std::sync::Arc;

/// A file of the profile: path, content, source.
type Page = (String, Value, Arc<str>);

/// All objects and lists, where the settings ask for them.
pub fn make(site: &Site, _: &Theme) -> Made {
    if !site.settings.open_data.oparl {
        return Made::default();
    }
    let regions: Vec<(Object, Vec<Page>)> =
        (0..site.regions.len()).into_par_iter().map(|region| of_region(Room { site, region })).collect();
    let bodies: Vec<&Object> = regions.iter().map(|(body, _)| body).collect();
    let known = Known::of_all(bodies.iter().map(|b| b.known));
    let mut pages: Vec<Page> = known.map(|known| alone(&system::object(site, known))).into_iter().collect();
    let none: Arc<str> = "".into();
    pages.extend(list::pages(site, system::BODIES, &bodies).into_iter().map(|(p, v)| (p, v, Arc::clone(&none))));
    pages.extend(regions.into_iter().flat_map(|(_, pages)| pages));
    // After the living, so that those keep their place.
    pages.extend(tombstone::objects(site).iter().map(alone));
    let write = |(path, value, origin): Page| {
        // A tree of texts and numbers always serialises.
        let text = serde_json::to_string(&value).unwrap_or_default() + "\n";
        (path, Artifact::text(text, &origin))
    };
    Made { files: pages.into_par_iter().map(write).collect(), findings: Vec::new() }
}

fn alone(object: &Object) -> Page {
    (object.path.clone(), object.alone(), Arc::clone(&object.origin))
}

/// The Body of a region, and all files below it.
fn of_region(room: Room<'_>) -> (Object, Vec<Page>) {
    let Room { site, region } = room;
    let of = &site.regions[region];
    let counted =
        |entries: &[EntryIndex]| -> Vec<EntryIndex> { entries.iter().copied().filter(|e| site.counts(*e)).collect() };
    let region_meetings = counted(&of.meetings);
    let counted_entries: Vec<EntryIndex> =
        (0..site.entries.len()).filter(|e| site.region_of[*e] == Some(region) && site.counts(*e)).collect();
    let mut files = Files::linked_from(site, &counted_entries);
    let mut places = meeting::places(room, &region_meetings);
    let mut organizations: Vec<Object> =
        counted(&of.bodies).into_iter().filter_map(|b| organization::of_body(room, b)).collect();
    let body_count = organizations.len();
    let agreed = of.agreement.map(|a| Known::of(site, a));
    for partner in partners(room) {
        let since = partner.validity.from.filter(|day| *day <= site.as_of);
        let since = since.map(|day| Known { created: day, modified: day });
        let known = agreed.or(since).or(organizations.first().map(|o| o.known)).unwrap_or_default();
        let (object, place) = organization::of_partner(room, partner, known);
        organizations.push(object);
        places.extend(place.map(|p| (format!("partner/{}", partner.id), p)));
    }
    let papers: Vec<Object> = counted_entries.iter().filter_map(|e| paper::object(room, *e, &mut files)).collect();
    let (mut meetings, mut items) = (Vec::new(), Vec::new());
    for entry in region_meetings {
        let Some((object, agenda)) = meeting::objects(room, entry, &mut files, &mut places) else { continue };
        meetings.push((entry, object));
        items.extend(agenda);
    }
    let all = organizations.iter().chain(&papers).chain(meetings.iter().map(|(_, m)| m));
    let known = Known::of_all(all.map(|o| o.known)).or(agreed).unwrap_or_default();
    let body = body::object(room, known);
    let mut pages = vec![alone(&body)];
    let mut list = |name: &str, objects: &[&Object]| {
        let origin = &body.origin;
        let of_list = list::pages(site, &room.list_path(name), objects);
        pages.extend(of_list.into_iter().map(|(path, value)| (path, value, Arc::clone(origin))));
    };
    for (_, name) in body::LISTS {
        match *name {
            "organization" => list(name, &organizations.iter().collect::<Vec<_>>()),
            "meeting" => list(name, &meetings.iter().map(|(_, m)| m).collect::<Vec<_>>()),
            "paper" => list(name, &papers.iter().collect::<Vec<_>>()),
            "agenda-item" => list(name, &items.iter().collect::<Vec<_>>()),
            "file" => list(name, &files.objects.values().collect::<Vec<_>>()),
            "location" => list(name, &places.values().collect::<Vec<_>>()),
            _ => list(name, &[]),
        }
    }
    for gremium in counted(&of.bodies).into_iter().take(body_count) {
        let own: HashSet<&EntryIndex> = of.meetings_of.get(&gremium).into_iter().flatten().collect();
        let own = meetings.iter().filter(|(m, _)| own.contains(m)).map(|(_, m)| m);
        list(&organization::meetings_list(&site.entries[gremium].common.id), &own.collect::<Vec<_>>());
    }
    let objects = organizations.iter().chain(meetings.iter().map(|(_, m)| m)).chain(&items).chain(&papers);
    pages.extend(objects.chain(files.objects.values()).chain(places.values()).map(alone));
    (body, pages)
}

/// The partners of a region's agreement; all, where there is none.
fn partners(room: Room<'_>) -> Vec<&Partner> {
    let site = room.site;
    match site.regions[room.region].agreement.and_then(|a| site.agreement(a)) {
        Some(agreement) => agreement.partners.iter().filter_map(|id| site.settings.partner(id)).collect(),
        None => site.settings.partners.iter().collect(),
    }
}
