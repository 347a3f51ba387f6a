//! Location: places of meetings and addresses of partners, each under an address of its own.

use super::object::{Kind, Known, Object, Room};
use crate::markdown::slug;
use crate::model::Partner;

/// Name of a meeting place's object, made from its words; `None` when they hold no letter.
pub fn name(place: &str) -> Option<String> {
    Some(slug(place)).filter(|name| !name.is_empty())
}

/// A place of meetings.
pub fn of_meetings(room: Room<'_>, name: &str, place: &str, known: Known) -> Object {
    let site = room.site;
    let mut out = Object::new(site, Kind::Location, room.path(Kind::Location, name), known, &"".into());
    out.set("description", place);
    out
}

/// The address of a partner. The last line is read as "34117 Kassel", the one above it as the street.
pub fn of_partner(room: Room<'_>, partner: &Partner, known: Known) -> Option<Object> {
    let site = room.site;
    let last = partner.address.last()?;
    let path = room.path(Kind::Location, &format!("partner/{}", partner.id));
    let mut out = Object::new(site, Kind::Location, path, known, &site.settings.file);
    out.set("description", partner.address.join(", "));
    let (code, town) = last.split_once(' ').unwrap_or(("", ""));
    if code.len() == 5 && code.bytes().all(|b| b.is_ascii_digit()) {
        out.set("postalCode", code);
        out.set("locality", town.trim());
        out.set_some("streetAddress", partner.address.iter().rev().nth(1).map(String::as_str));
    }
    Some(out)
}
