//! AgendaItem: an item of the public agenda with the decisions that its minutes print.

use super::object::{Kind, Known, Object, Room};
use crate::kinds::Meeting;
use crate::markdown::{heading_id, plain_text};
use crate::outputs::address::whole;
use crate::site::EntryIndex;

/// The items of a meeting, in order.
pub fn objects(room: Room<'_>, entry: EntryIndex, data: &Meeting, meeting: &str, known: Known) -> Vec<Object> {
    let site = room.site;
    let of = &site.entries[entry];
    let item = |(order, item): (usize, &crate::kinds::AgendaItem)| {
        let id = heading_id(&of.document, item.heading);
        let path = room.path(Kind::AgendaItem, &name(&of.common.id, id));
        let mut out = Object::new(site, Kind::AgendaItem, path, known, &of.file);
        out.set_back("meeting", meeting);
        out.set("order", order);
        out.set("number", of.document.str(&item.number));
        out.set("name", of.document.str(&item.title));
        out.set("public", true);
        // Before the meeting a text is a proposal, not a decision.
        if data.has_minutes {
            let decisions = data.decisions.iter().filter(|d| item.body.contains(&d.node));
            let texts: Vec<String> = decisions.map(|d| plain_text(&of.document, d.node)).collect();
            out.set("resolutionText", texts.join("\n\n"));
        }
        out.set("web", format!("{}#{}", whole(site, site.entry_url(entry)), id));
        out
    };
    data.items().enumerate().map(item).collect()
}

/// Name of an item's object.
pub fn name(meeting: &str, item: &str) -> String {
    format!("{meeting}/{item}")
}
