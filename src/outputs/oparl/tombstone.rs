//! Deleted objects: they stay at their address and say no more than that they are gone (OParl 1.1, section 2.7). They
//! come from pages whose `sichtbar_bis` is over, and from the list `offene_daten: geloescht` in `site.yaml`.

use super::agenda;
use super::object::{Kind, Known, Object, Room};
use crate::kinds::{AgendaItem, Data, Entry};
use crate::markdown::heading_id;
use crate::site::{RegionIndex, Site};
use chrono::NaiveDate;

/// All deleted objects of the site. Objects that exist win over them.
pub fn objects(site: &Site) -> Vec<Object> {
    let listed = site.settings.open_data.withdrawn.iter().filter(|w| w.deleted <= site.as_of).filter_map(|w| {
        let known = Known { created: w.created.min(w.deleted), modified: w.deleted };
        Some(gone(site, Kind::at(&w.address)?, w.address.clone(), known))
    });
    let expired =
        site.expired.iter().filter_map(|(entry, last, region)| Some(of_entry(site, entry, *last, (*region)?)));
    expired.flatten().chain(listed).collect()
}

fn of_entry(site: &Site, entry: &Entry, last: NaiveDate, region: RegionIndex) -> Vec<Object> {
    let room = Room { site, region };
    let id = entry.common.id.as_str();
    // Invented pages of a real agreement never were objects.
    let agreement = site.regions[region].agreement;
    if entry.common.sample && !agreement.is_some_and(|a| site.entries[a].common.sample) {
        return Vec::new();
    }
    let paths = match &entry.data {
        Data::Meeting(data) => {
            let anchor = |item: &AgendaItem| heading_id(&entry.document, item.heading);
            let items = data.items().map(|item| (Kind::AgendaItem, agenda::name(id, anchor(item))));
            let minutes = data.has_minutes.then(|| (Kind::File, id.to_owned()));
            std::iter::once((Kind::Meeting, id.to_owned())).chain(minutes).chain(items).collect()
        }
        Data::Body(_) => vec![(Kind::Organization, id.to_owned())],
        Data::Annex(_) | Data::Report(_) | Data::Version(_) => {
            vec![(Kind::Paper, id.to_owned()), (Kind::File, id.to_owned())]
        }
        Data::Agreement(_) | Data::Page(_) | Data::Term(_) | Data::Twin(_) => Vec::new(),
    };
    let deleted = last.succ_opt().unwrap_or(last);
    let committed = site.snapshot.history.changes.get(&*entry.file).into_iter().flatten().map(|c| c.date);
    let created = committed.filter(|day| *day <= last).min().unwrap_or_else(|| created(entry, last));
    let known = Known { created, modified: deleted };
    paths.into_iter().map(|(kind, name)| gone(site, kind, room.path(kind, &name), known)).collect()
}

/// The oldest day that the front matter names, else its last visible day.
fn created(entry: &Entry, last: NaiveDate) -> NaiveDate {
    let own = match &entry.data {
        Data::Meeting(m) => [m.invited, m.minutes_on],
        Data::Report(r) => [r.supplied, r.published],
        Data::Version(v) => [v.validity.from, None],
        _ => [None, None],
    };
    let noted = entry.common.changes.iter().map(|c| c.on);
    own.into_iter().flatten().chain(noted).chain(entry.common.visible.from).chain([last]).min().unwrap_or(last)
}

fn gone(site: &Site, kind: Kind, path: String, known: Known) -> Object {
    let mut out = Object::new(site, kind, path, known, &site.settings.file);
    out.set("deleted", true);
    out
}
