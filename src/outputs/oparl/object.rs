//! An OParl object on its way to JSON. Empty values cannot get in: OParl 1.1 allows neither null nor "" nor, but for
//! mandatory lists, []. What stands in a surrounding object leaves its back references out.

use crate::kinds::day_begins;
use crate::outputs::address::whole;
use crate::site::{EntryIndex, RegionIndex, Site};
use chrono::NaiveDate;
use serde_json::{Map, Value};
use std::sync::Arc;

/// The types that are emitted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    System,
    Body,
    Organization,
    Meeting,
    AgendaItem,
    Paper,
    File,
    Location,
}

/// Each type by its folder below `oparl/`.
const KINDS: &[(&str, Kind, &str)] = &[
    ("system", Kind::System, "System"),
    ("body", Kind::Body, "Body"),
    ("organization", Kind::Organization, "Organization"),
    ("meeting", Kind::Meeting, "Meeting"),
    ("agenda-item", Kind::AgendaItem, "AgendaItem"),
    ("paper", Kind::Paper, "Paper"),
    ("file", Kind::File, "File"),
    ("location", Kind::Location, "Location"),
];

impl Kind {
    /// Folder of its objects.
    pub fn folder(self) -> &'static str {
        KINDS[self as usize].0
    }

    /// Name of the type.
    pub fn name(self) -> &'static str {
        KINDS[self as usize].2
    }

    /// The type of the object at a path, e.g. of `nord/oparl/meeting/a.json`.
    pub fn at(path: &str) -> Option<Kind> {
        let rest = path.strip_prefix("oparl/").or_else(|| path.split_once("/oparl/").map(|(_, rest)| rest))?;
        let folder = rest.split(['/', '.']).next()?;
        KINDS.iter().find(|(name, ..)| *name == folder).map(|(_, kind, _)| *kind)
    }
}

/// Since when the sources know an object, and the day of its newest change.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Known {
    /// `created`.
    pub created: NaiveDate,
    /// `modified`.
    pub modified: NaiveDate,
}

impl Known {
    /// Of an entry.
    pub fn of(site: &Site, entry: EntryIndex) -> Known {
        Known { created: site.known_from(entry), modified: site.known_since(entry) }
    }

    /// Of something that several entries speak of; `None` without any.
    pub fn of_all(all: impl Iterator<Item = Known>) -> Option<Known> {
        all.reduce(Known::and)
    }

    /// Of two together: as old as the older, as new as the newer.
    pub fn and(self, other: Known) -> Known {
        Known { created: self.created.min(other.created), modified: self.modified.max(other.modified) }
    }
}

/// A region's place in the address space.
#[derive(Clone, Copy)]
pub struct Room<'a> {
    /// The site.
    pub site: &'a Site,
    /// The region.
    pub region: RegionIndex,
}

impl Room<'_> {
    /// Path of an object below the base path.
    pub fn path(self, kind: Kind, name: &str) -> String {
        self.site.regions[self.region].path(&format!("oparl/{}/{name}.json", kind.folder()))
    }

    /// Its address: the object's id.
    pub fn id(self, kind: Kind, name: &str) -> String {
        whole(self.site, &self.path(kind, name))
    }

    /// Path of the region's Body.
    pub fn body_path(self) -> String {
        self.site.regions[self.region].path("oparl/body.json")
    }

    /// Address of a list.
    pub fn list(self, name: &str) -> String {
        whole(self.site, &self.list_path(name))
    }

    /// Path of the first page of a list.
    pub fn list_path(self, name: &str) -> String {
        self.site.regions[self.region].path(&format!("oparl/list/{name}.json"))
    }
}

/// Title of an entry; an invented one says so even where nobody reads vendor properties.
pub fn title(site: &Site, entry: EntryIndex) -> String {
    let common = &site.entries[entry].common;
    format!("{}{}", if common.sample { "BEISPIEL: " } else { "" }, common.title)
}

/// An object.
#[derive(Debug, Clone)]
pub struct Object {
    /// Path of its file.
    pub path: String,
    /// Source file to name when something about it is wrong.
    pub origin: Arc<str>,
    /// When it came to be and changed.
    pub known: Known,
    fields: Map<String, Value>,
    back: Map<String, Value>,
}

impl Object {
    /// An object with what all must have.
    pub fn new(site: &Site, kind: Kind, path: String, known: Known, origin: &Arc<str>) -> Object {
        let origin = Arc::clone(origin);
        let id = whole(site, &path);
        let mut out = Object { path, origin, known, fields: Map::new(), back: Map::new() };
        out.set("id", id);
        out.set("type", format!("https://schema.oparl.org/1.1/{}", kind.name()));
        out.set("created", day_begins(known.created));
        out.set("modified", day_begins(known.modified));
        out
    }

    /// Its id.
    pub fn id(&self) -> String {
        self.fields.get("id").and_then(Value::as_str).unwrap_or_default().to_owned()
    }

    /// Sets a property, unless the value is empty.
    pub fn set(&mut self, key: &str, value: impl Into<Value>) {
        set(&mut self.fields, key, value.into());
    }

    /// Sets it where there is a value.
    pub fn set_some(&mut self, key: &str, value: Option<impl Into<Value>>) {
        self.set(key, value.map_or(Value::Null, Into::into));
    }

    /// Sets a mandatory list, which may be empty.
    pub fn set_list(&mut self, key: &str, list: Vec<Value>) {
        self.fields.insert(key.to_owned(), Value::Array(list));
    }

    /// Sets a property that is left out where the object stands in the other one.
    pub fn set_back(&mut self, key: &str, value: impl Into<Value>) {
        set(&mut self.back, key, value.into());
    }

    /// Adds to a list of back references, each once.
    pub fn add_back(&mut self, key: &str, id: &str) {
        let list = self.back.entry(key.to_owned()).or_insert_with(|| Value::Array(Vec::new()));
        if let Value::Array(list) = list
            && !list.iter().any(|v| v.as_str() == Some(id))
        {
            list.push(id.into());
        }
    }

    /// As it stands in another object.
    pub fn embedded(&self) -> Value {
        Value::Object(self.fields.clone())
    }

    /// As it stands alone and in lists.
    pub fn alone(&self) -> Value {
        let all = self.fields.iter().chain(&self.back);
        Value::Object(all.map(|(key, value)| (key.clone(), value.clone())).collect())
    }
}

fn set(fields: &mut Map<String, Value>, key: &str, value: Value) {
    let is_empty = match &value {
        Value::Null => true,
        Value::String(text) => text.trim().is_empty(),
        Value::Array(list) => list.is_empty(),
        Value::Object(object) => object.is_empty(),
        Value::Bool(_) | Value::Number(_) => false,
    };
    if !is_empty {
        fields.insert(key.to_owned(), value);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn types_are_known_by_their_folder() {
        for (place, (folder, kind, name)) in KINDS.iter().enumerate() {
            assert_eq!((*kind as usize, kind.folder(), kind.name()), (place, *folder, *name));
        }
        assert_eq!(Kind::at("nord/oparl/agenda-item/a/top-1.json"), Some(Kind::AgendaItem));
        assert_eq!(Kind::at("oparl/body.json"), Some(Kind::Body));
        assert_eq!(Kind::at("oparl/list/meeting.json"), None);
    }
}
