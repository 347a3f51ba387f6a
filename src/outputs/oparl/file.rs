//! File: the page of a document as HTML, its twins as derivatives, the published numbers of a report, and copied
//! documents that a page links to. There is
//! no `text`: what may be read stands at `accessUrl`, and printing it twice could only print too much.

use super::object::{Kind, Known, Object, Room, title};
use crate::kinds::Register;
use crate::outputs::address::whole;
use crate::site::{EntryIndex, Site, Target};
use crate::tables::{self, Dialect};
use chrono::NaiveDate;
use serde_json::Value;
use std::collections::{BTreeMap, HashMap};

/// Endings of copied files that are documents, with their media types.
const DOCUMENTS: &[(&str, &str)] = &[
    ("csv", "text/csv"),
    ("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    ("odt", "application/vnd.oasis.opendocument.text"),
    ("pdf", "application/pdf"),
    ("txt", "text/plain"),
];

/// Property of the object that a file belongs to, and its id.
pub type Back<'a> = (&'a str, &'a str);

/// All files of a region.
pub struct Files {
    /// By path.
    pub objects: BTreeMap<String, Object>,
    /// Copied files that pages link to, with what is known of those pages.
    linked: HashMap<String, Known>,
}

impl Files {
    /// No file yet. Copied files are as old and as new as the pages among `entries` that link to them.
    pub fn linked_from(site: &Site, entries: &[EntryIndex]) -> Files {
        let mut linked: HashMap<String, Known> = HashMap::new();
        for entry in entries {
            for path in assets(site, *entry) {
                let known = Known::of(site, *entry);
                linked.entry(path.clone()).and_modify(|k| *k = k.and(known)).or_insert(known);
            }
        }
        Files { objects: BTreeMap::new(), linked }
    }

    /// The page of an entry, with its twins; as it stands in another object.
    pub fn page(&mut self, room: Room<'_>, entry: EntryIndex, date: Option<NaiveDate>, back: Back<'_>) -> Value {
        let site = room.site;
        let id = &site.entries[entry].common.id;
        let page = site.page_of[entry];
        let twins: Vec<(EntryIndex, &Register)> = (site.settings.registers.iter().enumerate())
            .filter_map(|(number, register)| {
                let twin = site.pages[site.twin_of(page?, number)?].entry?;
                site.counts(twin).then_some((twin, register))
            })
            .collect();
        let known = twins.iter().map(|(twin, _)| Known::of(site, *twin)).fold(Known::of(site, entry), Known::and);
        let mut out = of_page(room, entry, id, known);
        out.set_some("date", date.filter(|d| *d <= site.as_of).map(|d| d.to_string()));
        let mut derived = Vec::new();
        for (twin, register) in twins {
            let mut object = of_page(room, twin, &format!("{id}.{}", register.key), Known::of(site, twin));
            object.set("masterFile", out.id());
            object.set("kok:sprache", register.lang.as_str());
            derived.push(Value::from(object.id()));
            self.add(object, back);
        }
        out.set("derivativeFile", derived);
        self.add(out, back)
    }

    /// The documents that an entry's text links to, as they stand in another object.
    pub fn linked(&mut self, room: Room<'_>, entry: EntryIndex, back: Back<'_>) -> Vec<Value> {
        let assets = assets(room.site, entry);
        assets
            .into_iter()
            .filter_map(|path| Some(self.add(of_asset(room, path, *self.linked.get(path)?)?, back)))
            .collect()
    }

    /// The published numbers of a report as CSV, if it has any: what passed disclosure control and nothing else.
    pub fn table(&mut self, room: Room<'_>, report: EntryIndex, back: Back<'_>) -> Option<Value> {
        let site = room.site;
        let table = site.tables.get(&report)?;
        let of = &site.entries[report];
        let path = room.path(Kind::File, &format!("{}.csv", of.common.id));
        let mut out = Object::new(site, Kind::File, path, Known::of(site, report), &of.file);
        out.set("name", format!("{} (Zahlen)", title(site, report)));
        out.set("fileName", format!("{}.csv", of.common.id));
        out.set("mimeType", "text/csv");
        out.set("size", tables::write(table, Dialect::Comma).len());
        out.set("accessUrl", whole(site, &site.table_url(report, Dialect::Comma)));
        out.set_some("fileLicense", site.report(report).map(|r| r.licence.url));
        if of.common.sample {
            out.set("kok:beispiel", true);
        }
        Some(self.add(out, back))
    }

    fn add(&mut self, object: Object, (key, id): Back<'_>) -> Value {
        let file = self.objects.entry(object.path.clone()).or_insert(object);
        file.add_back(key, id);
        file.embedded()
    }
}

/// The copied documents that an entry's text links to, each once, in order.
fn assets(site: &Site, entry: EntryIndex) -> Vec<&String> {
    let mut out: Vec<&String> = Vec::new();
    for link in &site.links[entry] {
        if let Ok(Target::Asset(path)) = &link.target
            && !out.contains(&path)
        {
            out.push(path);
        }
    }
    out
}

/// The page of an entry.
fn of_page(room: Room<'_>, entry: EntryIndex, name: &str, known: Known) -> Object {
    let site = room.site;
    let path = room.path(Kind::File, name);
    let mut out = Object::new(site, Kind::File, path, known, &site.entries[entry].file);
    out.set("name", title(site, entry));
    out.set("fileName", format!("{name}.html"));
    out.set("mimeType", "text/html");
    let page = whole(site, site.entry_url(entry));
    out.set("accessUrl", page.as_str());
    out.set("web", page);
    if site.entries[entry].common.sample {
        out.set("kok:beispiel", true);
    }
    out
}

/// A copied document.
fn of_asset(room: Room<'_>, path: &str, known: Known) -> Option<Object> {
    let site = room.site;
    let file = site.assets.get(path)?;
    let (stem, ending) = path.rsplit_once('.')?;
    let (_, mime) = DOCUMENTS.iter().find(|(known, _)| ending.eq_ignore_ascii_case(known))?;
    let name = stem.rsplit('/').next().unwrap_or(stem);
    let place = room.path(Kind::File, &format!("asset/{path}"));
    let mut out = Object::new(site, Kind::File, place, known, &file.path);
    out.set("name", name);
    out.set("fileName", format!("{name}.{ending}"));
    out.set("mimeType", *mime);
    out.set("size", file.bytes.len());
    out.set("accessUrl", whole(site, path));
    Some(out)
}
