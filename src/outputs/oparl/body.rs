//! Body: one for each region. A cooperation of several has no municipality key, so it carries none.

use super::object::{Kind, Known, Object, Room};
use super::system;
use crate::outputs::address::{region_name, whole};
use serde_json::{Value, json};

/// The lists of a Body: property and name of the list. Those without objects exist too; OParl 1.1 wants them.
pub const LISTS: &[(&str, &str)] = &[
    ("organization", "organization"),
    ("person", "person"),
    ("meeting", "meeting"),
    ("paper", "paper"),
    ("agendaItem", "agenda-item"),
    ("consultation", "consultation"),
    ("file", "file"),
    ("locationList", "location"),
    ("legislativeTermList", "legislative-term"),
    ("membership", "membership"),
];

/// The Body of a region.
pub fn object(room: Room<'_>, known: Known) -> Object {
    let Room { site, region } = room;
    let of = &site.regions[region];
    let agreement = of.agreement;
    let origin = agreement.map_or(&site.settings.file, |a| &site.entries[a].file);
    let mut out = Object::new(site, Kind::Body, room.body_path(), known, origin);
    let sample = agreement.is_some_and(|a| site.entries[a].common.sample);
    out.set("name", format!("{}{}", if sample { "BEISPIEL: " } else { "" }, region_name(site, region)));
    out.set("system", whole(site, system::PATH));
    let home = if site.page_of_file.contains_key(&*of.path("index.md")) { of.path("") } else { String::new() };
    out.set("website", whole(site, &home));
    for (property, list) in LISTS {
        out.set(property, room.list(list));
    }
    // Means a term of office of a council. There is none here.
    out.set_list("legislativeTerm", Vec::new());
    let chair = agreement.and_then(|a| site.agreement(a)).map(|a| a.chair.as_slice()).unwrap_or_default();
    let chair: Vec<Value> = chair
        .iter()
        .map(|term| {
            let mut of = json!({"organization": room.id(Kind::Organization, &format!("partner/{}", term.partner))});
            if let Some(from) = term.from {
                of["startDate"] = from.to_string().into();
            }
            if let Some(until) = term.until {
                of["endDate"] = until.to_string().into();
            }
            of
        })
        .collect();
    out.set("kok:geschaeftsfuehrung", chair);
    if agreement.and_then(|a| site.agreement(a)).is_some_and(|a| !a.obligations.is_empty()) {
        out.set("kok:status", whole(site, &of.path("status.json")));
    }
    if sample {
        out.set("kok:beispiel", true);
    }
    out
}
