//! What a page is for a reader who looks for it: kind, register, bodies, region, day. The search page filters by these,
//! and the index names them.

use super::titles::page_title;
use crate::kinds::Data;
use crate::site::{EntryIndex, PageKind, RegionIndex, Site};
use chrono::{Datelike, NaiveDate};

/// In which register a page is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Group {
    /// Everyday language.
    Everyday,
    /// Leichte Sprache.
    Easy,
    /// Another language.
    Other,
}

/// What a page is.
#[derive(Debug, Clone)]
pub struct Facets {
    /// Title, in one piece.
    pub title: String,
    /// Register.
    pub group: Group,
    /// Name of its register or language, where it is not everyday language.
    pub register: Option<String>,
    /// What it is: short name and word for readers. A twin is what its source is.
    pub kind: (&'static str, &'static str),
    /// Bodies it belongs to: a name of their own on the whole site, and the title.
    pub bodies: Vec<(String, String)>,
    /// Its region: folder and name, where a site has several.
    pub region: Option<(String, String)>,
    /// The day it is about.
    pub date: Option<NaiveDate>,
    /// Whether it is invented.
    pub sample: bool,
}

impl Facets {
    /// What can be filtered by, as terms of the index.
    pub fn marks(&self) -> Vec<String> {
        let mut out = vec![format!("=art:{}", self.kind.0)];
        out.extend(self.bodies.iter().map(|(id, _)| format!("=gremium:{id}")));
        out.extend(self.date.map(|d| format!("=jahr:{}", d.year())));
        out.extend(self.region.as_ref().map(|(folder, _)| format!("=region:{folder}")));
        out
    }
}

/// What the page at `index` in `Site::pages` is.
pub fn facets(site: &Site, index: usize) -> Facets {
    let of = &site.pages[index];
    let (register, source) = match of.kind {
        PageKind::Twin { register, source, .. } => (Some(&site.settings.registers[register]), source),
        _ => (None, None),
    };
    let group = match register {
        None => Group::Everyday,
        Some(register) if register.easy => Group::Easy,
        Some(_) => Group::Other,
    };
    let shown = source.unwrap_or(index);
    let about = match site.pages[shown].kind {
        PageKind::Entry(entry) => Some(entry),
        PageKind::BodyMeetings(_, body) => Some(body),
        _ => None,
    };
    let kind = kind(site, shown);
    let region = of.region.filter(|_| site.regions.len() > 1).map(|r| &site.regions[r]);
    Facets {
        title: crate::html::joined(&page_title(site, index)),
        group,
        register: register.map(|r| r.name.clone()),
        kind,
        bodies: about.map(|e| bodies(site, of.region, e)).unwrap_or_default(),
        region: region.map(|r| (r.folder.clone(), r.name.clone())),
        date: about.filter(|_| kind.0 != "uebersicht").and_then(|e| date(site, e)),
        sample: of.entry.is_some_and(|e| site.entries[e].common.sample),
    }
}

fn kind(site: &Site, page: usize) -> (&'static str, &'static str) {
    let PageKind::Entry(entry) = site.pages[page].kind else { return ("uebersicht", "Übersicht") };
    match &site.entries[entry].data {
        Data::Page(_) | Data::Twin(_) => ("seite", "Seite"),
        Data::Agreement(_) => ("vereinbarung", "Vereinbarung"),
        Data::Annex(_) => ("anlage", "Anlage"),
        Data::Body(_) => ("gremium", "Gremium"),
        Data::Meeting(_) => ("sitzung", "Sitzung"),
        Data::Term(_) => ("wort", "Wort"),
        Data::Report(_) => ("bericht", "Bericht"),
        Data::Version(_) => ("altfassung", "Frühere Fassung"),
    }
}

/// A body itself, or the bodies of a meeting.
fn bodies(site: &Site, region: Option<RegionIndex>, entry: EntryIndex) -> Vec<(String, String)> {
    let folder = region.map(|r| &site.regions[r].folder).filter(|f| !f.is_empty());
    let own = if site.body(entry).is_some() { vec![entry] } else { site.bodies_of(entry) };
    own.into_iter()
        .map(|b| &site.entries[b].common)
        .map(|c| {
            let id = folder.map_or(c.id.clone(), |f| format!("{f}/{}", c.id));
            (id, c.title.clone())
        })
        .collect()
}

fn date(site: &Site, entry: EntryIndex) -> Option<NaiveDate> {
    match &site.entries[entry].data {
        Data::Meeting(m) => m.date,
        Data::Report(r) => r.published,
        Data::Version(v) => v.validity.from,
        Data::Agreement(a) => a.in_force,
        _ => None,
    }
}
