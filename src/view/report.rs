//! A published report: what it is about, its numbers, who supplied and released it, which promise it is on.

use super::agreement::Fact;
use super::base::{PageBase, base};
use super::html::Html;
use super::promise::{PromiseItem, Promises};
use super::report_table::{GridView, grids, notes};
use super::text::whole;
use crate::chart;
use crate::german::{date_in_words, kept_together, listing};
use crate::kinds::{DiagramDecl, Report};
use crate::site::{EntryIndex, Site};
use crate::tables::{Dialect, PublishedTable, write};
use serde::Serialize;

/// A report.
#[derive(Debug, Serialize, Hash)]
pub struct ReportView {
    pub(super) page: PageBase,
    facts: Vec<Fact>,
    charts: Vec<Html>,
    grids: Vec<GridView>,
    notes: Vec<String>,
    break_note: Option<String>,
    method: Option<String>,
    downloads: Vec<Download>,
    licence: Licence,
    series: Option<SeriesLink>,
    promise: Option<PromiseItem>,
}

/// A file with the numbers.
#[derive(Debug, Serialize, Hash)]
struct Download {
    url: String,
    text: &'static str,
    size: String,
}

#[derive(Debug, Serialize, Hash)]
struct Licence {
    title: &'static str,
    url: &'static str,
}

#[derive(Debug, Serialize, Hash)]
struct SeriesLink {
    title: String,
    url: String,
}

/// A report's page.
pub fn view(site: &Site, index: usize, entry: EntryIndex, data: &Report) -> ReportView {
    let mut page = base(site, index, "");
    page.body = whole(site, entry);
    if !page.noindex {
        page.data.extend(super::jsonld::dataset(site, entry, data));
    }
    let table = site.tables.get(&entry);
    let promises = site.pages[index].region.and_then(|r| Promises::of(site, r));
    let promise = promises
        .as_ref()
        .zip(data.obligation.as_ref())
        .zip(data.year)
        .and_then(|((all, id), year)| all.obligations.iter().find(|o| o.id == *id).map(|o| all.item(o, year)));
    ReportView {
        page,
        facts: facts(site, data),
        charts: table.map(|t| charts(t, data)).unwrap_or_default(),
        grids: table.map(|t| grids(t, &about(data))).unwrap_or_default(),
        notes: table.map(notes).unwrap_or_default(),
        break_note: data.break_note.as_deref().map(|note| kept_together(note).into_owned()),
        method: data.method.clone(),
        downloads: downloads(site, entry),
        licence: Licence { title: data.licence.title, url: data.licence.url },
        series: series_link(site, entry, data),
        promise,
    }
}

/// The diagrams: those that editors wish for, else one.
fn charts(table: &PublishedTable, data: &Report) -> Vec<Html> {
    let about = about(data);
    if data.diagrams.is_empty() {
        return chart::plain(table, "diagramm-1", &about).iter().map(|c| chart::write(c).into()).collect();
    }
    let one = |(n, (_, decl)): (usize, &(usize, DiagramDecl))| {
        chart::of_table(table, decl, &format!("diagramm-{}", n + 1), &about).ok()
    };
    data.diagrams.iter().enumerate().filter_map(one).map(|c| chart::write(&c).into()).collect()
}

/// ", 31. Dezember 2025": what a table is about, after what it counts.
fn about(data: &Report) -> String {
    match (data.reference, data.period, data.year) {
        (Some(day), ..) => format!(", Stichtag {}", date_in_words(day)),
        (_, Some((from, until)), _) => format!(", {} bis {}", date_in_words(from), date_in_words(until)),
        (_, _, Some(year)) => format!(", Jahr {year}"),
        _ => String::new(),
    }
}

fn facts(site: &Site, data: &Report) -> Vec<Fact> {
    let mut facts = Vec::new();
    let mut add = |term, value: Option<String>| {
        facts.extend(value.map(|value| Fact { term, value: kept_together(&value).into_owned() }))
    };
    let short = |id: &String| site.settings.partner(id).map(|p| p.short.clone());
    add("Jahr", data.year.map(|y| y.to_string()));
    add("Stichtag", data.reference.map(date_in_words));
    add("Zeitraum", data.period.map(|(from, until)| format!("{} bis {}", date_in_words(from), date_in_words(until))));
    let areas: Vec<&str> = data.areas.iter().filter_map(|a| site.settings.area(a)).collect();
    add("Gebiet", (!areas.is_empty()).then(|| listing(&areas)));
    add("Geliefert von", data.supplier.as_ref().and_then(short));
    add("Geliefert am", data.supplied.map(date_in_words));
    let released = data.release.as_ref().and_then(|r| {
        let by: Vec<String> = r.by.iter().filter_map(|id| short(id)).collect();
        Some(format!("{}, {}", listing(&by), date_in_words(r.on?))).filter(|_| !by.is_empty())
    });
    add("Freigegeben von", released);
    add("Veröffentlicht am", data.published.map(date_in_words));
    facts
}

fn downloads(site: &Site, entry: EntryIndex) -> Vec<Download> {
    let Some(table) = site.tables.get(&entry) else { return Vec::new() };
    let download = |(text, dialect)| Download {
        url: site.href(&site.table_url(entry, dialect)),
        text,
        size: crate::model::file_size(write(table, dialect).len()),
    };
    let all = [("Für Tabellen-Programme", Dialect::Semicolon), ("Für andere Programme", Dialect::Comma)];
    all.into_iter().map(download).collect()
}

fn series_link(site: &Site, entry: EntryIndex, data: &Report) -> Option<SeriesLink> {
    let (id, region) = (data.series.as_ref()?, site.region_of[entry]?);
    let at = site.regions[region].series.iter().position(|s| s.id == *id)?;
    let file = site.regions[region].path(&format!("berichte/reihe/{id}.md"));
    let url = site.href_of(&file)?;
    Some(SeriesLink { title: super::reports::series_title(site, region, at), url })
}
