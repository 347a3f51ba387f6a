//! Paper: the agreement, its annexes and earlier versions, and reports. A report's numbers are not repeated here: they
//! stand, checked for secrecy, on its page and in its CSV file.

use super::file::Files;
use super::object::{Kind, Known, Object, Room, title};
use super::organization::partner_name;
use crate::kinds::Data;
use crate::outputs::address::whole;
use crate::site::EntryIndex;
use serde_json::Value;

/// An entry as a paper; `None` when it is none.
pub fn object(room: Room<'_>, entry: EntryIndex, files: &mut Files) -> Option<Object> {
    let site = room.site;
    let of = &site.entries[entry];
    let region = &site.regions[room.region];
    let path = room.path(Kind::Paper, &of.common.id);
    let mut out = Object::new(site, Kind::Paper, path, Known::of(site, entry), &of.file);
    let in_force = || site.agreement(region.agreement?)?.in_force;
    let partner = |id: &String| site.settings.partner(id).map(|p| org(room, &p.id));
    let paper = |e: &EntryIndex| Value::from(room.id(Kind::Paper, &site.entries[*e].common.id));
    let agreement: Vec<Value> = region.agreement.iter().map(paper).collect();
    let date = match &of.data {
        Data::Agreement(data) if region.agreement == Some(entry) => {
            out.set("paperType", "Vereinbarung");
            out.set(
                "originatorOrganization",
                data.partners.iter().filter_map(|id| partner(id)).collect::<Vec<Value>>(),
            );
            let annexes = region.annexes.iter().filter(|a| site.counts(**a));
            out.set("subordinatedPaper", annexes.map(paper).collect::<Vec<Value>>());
            data.signed.or(data.in_force)
        }
        Data::Annex(_) => {
            out.set("paperType", "Anlage");
            out.set("superordinatedPaper", agreement);
            in_force()
        }
        Data::Version(data) => {
            out.set("paperType", "Frühere Fassung der Vereinbarung");
            out.set("relatedPaper", agreement);
            data.validity.from
        }
        Data::Report(data) => {
            out.set("paperType", "Bericht");
            out.set("originatorOrganization", data.supplier.iter().filter_map(partner).collect::<Vec<Value>>());
            out.set_some("kok:jahr", data.year);
            out.set_some("kok:stichtag", data.reference.map(|d| d.to_string()));
            data.published
        }
        _ => return None,
    };
    let date = date.filter(|day| *day <= site.as_of);
    let id = out.id();
    out.set("body", whole(site, &room.body_path()));
    out.set("name", title(site, entry));
    out.set_some("date", date.map(|d| d.to_string()));
    out.set("mainFile", files.page(room, entry, date, ("paper", &id)));
    let table = files.table(room, entry, ("paper", &id));
    let linked = files.linked(room, entry, ("paper", &id));
    out.set("auxiliaryFile", table.into_iter().chain(linked).collect::<Vec<Value>>());
    out.set("web", whole(site, site.entry_url(entry)));
    if of.common.sample {
        out.set("kok:beispiel", true);
    }
    Some(out)
}

fn org(room: Room<'_>, partner: &str) -> Value {
    room.id(Kind::Organization, &partner_name(partner)).into()
}
