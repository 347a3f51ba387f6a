//! Meeting: what the page of a meeting says. A day without a time begins at midnight, and a vendor property says so.

use super::agenda;
use super::file::Files;
use super::location;
use super::object::{Kind, Known, Object, Room, title};
use crate::kinds::{Meeting, State, day_begins, instant};
use crate::outputs::address::whole;
use crate::site::EntryIndex;
use serde_json::Value;
use std::collections::BTreeMap;

/// Places by their name.
pub type Places = BTreeMap<String, Object>;

/// A meeting and the items of its agenda. Its files and its place are added to the region's.
pub fn objects(
    room: Room<'_>,
    entry: EntryIndex,
    files: &mut Files,
    places: &mut Places,
) -> Option<(Object, Vec<Object>)> {
    let site = room.site;
    let data = site.meeting(entry)?;
    let of = &site.entries[entry];
    let known = Known::of(site, entry);
    let path = room.path(Kind::Meeting, &of.common.id);
    let mut out = Object::new(site, Kind::Meeting, path, known, &of.file);
    let id = out.id();
    out.set("name", title(site, entry));
    out.set("meetingState", state(data, site.as_of));
    if data.state == State::Cancelled {
        out.set("cancelled", true);
    }
    match (data.starts(), data.date) {
        (Some(start), _) => out.set("start", instant(start)),
        (None, Some(day)) => {
            out.set("start", day_begins(day));
            out.set("kok:uhrzeitUnbekannt", true);
        }
        (None, None) => {}
    }
    out.set_some("end", data.ends().map(instant));
    let bodies = site.bodies_of(entry).into_iter();
    let bodies: Vec<Value> = bodies.map(|b| room.id(Kind::Organization, &site.entries[b].common.id).into()).collect();
    out.set("organization", bodies);
    out.set("web", whole(site, site.entry_url(entry)));
    let place = data.place.as_deref().and_then(location::name).and_then(|name| places.get_mut(&name));
    if let Some(place) = place {
        place.add_back("meetings", &id);
        out.set("location", place.embedded());
    }
    let items = agenda::objects(room, entry, data, &id, known);
    out.set("agendaItem", items.iter().map(Object::embedded).collect::<Vec<Value>>());
    if data.has_minutes {
        out.set("resultsProtocol", files.page(room, entry, data.minutes_on, ("meeting", &id)));
    }
    out.set("auxiliaryFile", files.linked(room, entry, ("meeting", &id)));
    let moved: Vec<Value> = data.moved_from.iter().map(|d| d.to_string().into()).collect();
    out.set("kok:zuerstGeplantFuer", moved);
    out.set("kok:zugang", data.access.iter().map(|a| a.as_str().into()).collect::<Vec<Value>>());
    if of.common.sample {
        out.set("kok:beispiel", true);
    }
    Some((out, items))
}

/// The recommended words of OParl 1.1.
fn state(data: &Meeting, as_of: chrono::NaiveDate) -> &'static str {
    match data.state {
        State::Held => "durchgeführt",
        State::Invited => "eingeladen",
        State::Planned | State::Moved | State::Cancelled if data.invited.is_some_and(|d| d <= as_of) => "eingeladen",
        State::Planned | State::Moved | State::Cancelled => "terminiert",
    }
}

/// The places of meetings. One is as old as its first meeting here and as new as its newest.
pub fn places(room: Room<'_>, meetings: &[EntryIndex]) -> Places {
    let site = room.site;
    let mut found: BTreeMap<String, (&str, Known)> = BTreeMap::new();
    for entry in meetings {
        let Some(words) = site.meeting(*entry).and_then(|m| m.place.as_deref()) else { continue };
        let Some(name) = location::name(words) else { continue };
        let known = Known::of(site, *entry);
        let place = found.entry(name).or_insert((words, known));
        place.1 = place.1.and(known);
    }
    let object = |(name, (words, known)): (String, (&str, Known))| {
        let place = location::of_meetings(room, &name, words, known);
        (name, place)
    };
    found.into_iter().map(object).collect()
}
