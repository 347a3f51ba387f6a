//! Organization: the bodies of a region and the partners of its agreement.

use super::location;
use super::object::{Kind, Known, Object, Room, title};
use crate::model::Partner;
use crate::outputs::address::whole;
use crate::site::EntryIndex;
use serde_json::Value;

/// A body (gremium).
pub fn of_body(room: Room<'_>, entry: EntryIndex) -> Option<Object> {
    let site = room.site;
    let data = site.body(entry)?;
    let of = &site.entries[entry];
    let path = room.path(Kind::Organization, &of.common.id);
    let mut out = Object::new(site, Kind::Organization, path, Known::of(site, entry), &of.file);
    out.set("body", whole(site, &room.body_path()));
    out.set("name", title(site, entry));
    out.set_some("shortName", of.common.short.as_deref());
    out.set("organizationType", "Gremium");
    out.set("classification", data.group.title());
    out.set_some("startDate", data.validity.from.map(|d| d.to_string()));
    out.set_some("endDate", data.validity.extended_to(data.extended_until).until.map(|d| d.to_string()));
    out.set("meeting", meetings(room, &of.common.id));
    let page = whole(site, site.entry_url(entry));
    out.set("website", page.as_str());
    out.set("web", page);
    out.set_some("kok:turnus", data.wording.as_deref());
    let participants: Vec<Value> = data.participants.iter().map(|p| p.name.as_str().into()).collect();
    out.set("kok:teilnehmende", participants);
    if of.common.sample {
        out.set("kok:beispiel", true);
    }
    Some(out)
}

/// Address of the list of a body's meetings.
fn meetings(room: Room<'_>, id: &str) -> String {
    room.list(&meetings_list(id))
}

/// Name of the list of a body's meetings.
pub fn meetings_list(id: &str) -> String {
    format!("organization/{id}/meeting")
}

/// Name of a partner's object. It has a folder of its own, because a body may have the same short name.
pub fn partner_name(id: &str) -> String {
    format!("partner/{id}")
}

/// A partner, with its address where `site.yaml` gives one.
pub fn of_partner(room: Room<'_>, partner: &Partner, known: Known) -> (Object, Option<Object>) {
    let site = room.site;
    let path = room.path(Kind::Organization, &partner_name(&partner.id));
    let mut out = Object::new(site, Kind::Organization, path, known, &site.settings.file);
    out.set("body", whole(site, &room.body_path()));
    out.set("name", partner.name.as_str());
    out.set("shortName", partner.short.as_str());
    out.set("organizationType", "Institution");
    out.set_some("startDate", partner.validity.from.map(|d| d.to_string()));
    out.set_some("endDate", partner.validity.until.map(|d| d.to_string()));
    let mut place = location::of_partner(room, partner, known);
    if let Some(place) = &mut place {
        out.set("location", place.embedded());
        place.add_back("organizations", &out.id());
    }
    (out, place)
}
