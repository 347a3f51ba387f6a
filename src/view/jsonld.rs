//! Blocks of JSON-LD (schema.org) for search engines: the way to a page, a meeting as an event, the partners on
//! the page of their agreement, a report as a data set. Gives texts that can stand in `<script type="application/ld+json">`, a data block: browsers never run it, so
//! the strict policy of the pages (no inline script) holds. Says nothing that the page does not print.
//!
//! A further type is a function here that a view pushes to `PageBase::data`.

use super::base::Crumb;
use super::html::Html;
use crate::kinds::{Agreement, Meeting, Report, State, instant};
use crate::model::Partner;
use crate::site::{EntryIndex, Site};
use crate::tables::Dialect;
use serde::Serialize;
use serde_json::{Value, json};

/// The way from the home page to a page (`BreadcrumbList`); none on the home page itself.
pub fn breadcrumbs(site: &Site, crumbs: &[Crumb], title: &str) -> Option<Html> {
    if crumbs.is_empty() {
        return None;
    }
    let above = crumbs.iter().map(|c| (c.text.as_str(), Some(absolute(site, &c.url))));
    let items = (1..).zip(above.chain([(title, None)]));
    let items = items.map(|(position, (name, item))| ListItem { kind: "ListItem", item, name, position });
    Some(block("BreadcrumbList", BreadcrumbList { items: items.collect() }))
}

/// Written as it is, not by way of a `Value`: each page of a site has one.
#[derive(Serialize)]
struct BreadcrumbList<'a> {
    #[serde(rename = "itemListElement")]
    items: Vec<ListItem<'a>>,
}

#[derive(Serialize)]
struct ListItem<'a> {
    #[serde(rename = "@type")]
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    item: Option<String>,
    name: &'a str,
    position: u32,
}

/// A block of a type.
#[derive(Serialize)]
struct Block<'a, T> {
    #[serde(rename = "@context")]
    context: &'static str,
    #[serde(rename = "@type")]
    kind: &'a str,
    #[serde(flatten)]
    fields: T,
}

/// A meeting with a day (`Event`).
pub fn event(site: &Site, entry: EntryIndex, data: &Meeting) -> Option<Html> {
    let day = data.date?;
    let common = &site.entries[entry].common;
    let status = match data.state {
        State::Cancelled => "EventCancelled",
        // "Rescheduled" without the day it was planned for would say nothing.
        _ if !data.moved_from.is_empty() => "EventRescheduled",
        State::Planned | State::Invited | State::Moved | State::Held => "EventScheduled",
    };
    let mut out = json!({
        "name": common.title,
        "startDate": data.starts().map_or_else(|| day.to_string(), instant),
        "eventStatus": format!("https://schema.org/{status}"),
        "url": absolute(site, &site.href(site.entry_url(entry))),
        "inLanguage": "de",
    });
    let mut set = |key: &str, value: Option<Value>| {
        if let Some(value) = value {
            out[key] = value;
        }
    };
    set("endDate", data.ends().map(|end| instant(end).into()));
    set("description", common.description.clone().map(Value::from));
    if status == "EventRescheduled" {
        set("previousStartDate", one_or_all(data.moved_from.iter().map(|d| d.to_string().into()).collect()));
    }
    set("location", data.place.as_ref().map(|place| json!({"@type": "Place", "name": place, "address": place})));
    let bodies = site.bodies_of(entry).into_iter().map(|body| {
        let url = absolute(site, &site.href(site.entry_url(body)));
        json!({"@type": "Organization", "name": site.entries[body].common.title, "url": url})
    });
    set("organizer", one_or_all(bodies.collect()));
    Some(block("Event", out))
}

/// A report with a table (`Dataset`).
pub fn dataset(site: &Site, entry: EntryIndex, data: &Report) -> Option<Html> {
    site.tables.get(&entry)?;
    let common = &site.entries[entry].common;
    let page = absolute(site, &site.href(site.entry_url(entry)));
    let file = |dialect| absolute(site, &site.href(&site.table_url(entry, dialect)));
    let files = [Dialect::Comma, Dialect::Semicolon]
        .map(|dialect| json!({"@type": "DataDownload", "encodingFormat": "text/csv", "contentUrl": file(dialect)}));
    let mut out = json!({
        "@id": format!("{page}#datensatz"),
        "name": common.title,
        "description": site.report_summary(entry),
        "url": page,
        "license": data.licence.url,
        "isAccessibleForFree": true,
        "inLanguage": "de",
        "distribution": files,
    });
    let mut set = |key: &str, value: Option<Value>| {
        if let Some(value) = value {
            out[key] = value;
        }
    };
    set("creator", site.report_creator(entry).map(|by| json!({"@type": "Organization", "name": by.name})));
    set("datePublished", data.published.map(|day| day.to_string().into()));
    set(
        "temporalCoverage",
        site.report_days(entry).map(|(from, until)| {
            if from == until { from.to_string().into() } else { format!("{from}/{until}").into() }
        }),
    );
    let areas = site.report_areas(entry).into_iter().map(|a| json!({"@type": "Place", "name": a}));
    set("spatialCoverage", one_or_all(areas.collect()));
    Some(block("Dataset", out))
}

/// The partners of an agreement, each a `GovernmentOrganization`.
pub fn partners(site: &Site, agreement: &Agreement) -> Vec<Html> {
    agreement.partners.iter().filter_map(|id| site.settings.partner(id)).map(partner).collect()
}

fn partner(of: &Partner) -> Html {
    let mut out = json!({"name": of.name});
    if of.short != of.name {
        out["alternateName"] = of.short.as_str().into();
    }
    if !of.address.is_empty() {
        out["address"] = of.address.join(", ").into();
    }
    block("GovernmentOrganization", out)
}

/// One value alone, several as a list.
fn one_or_all(mut values: Vec<Value>) -> Option<Value> {
    if values.len() > 1 { Some(Value::Array(values)) } else { values.pop() }
}

/// `href` is an address as it stands in a page: with the base path before it.
fn absolute(site: &Site, href: &str) -> String {
    let base = &site.settings.base_url;
    format!("{}{href}", base.strip_suffix(site.settings.base_path()).unwrap_or(base))
}

fn block(kind: &str, fields: impl Serialize) -> Html {
    let block = Block { context: "https://schema.org", kind, fields };
    // Texts and numbers under names can always be written.
    let text = serde_json::to_string(&block).unwrap_or_default();
    // Without `<` nothing in it can end the element or begin a comment (HTML, "Restrictions for contents of script").
    text.replace('<', "\\u003c").into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_in_a_block_can_end_its_element() {
        let written = serde_json::to_value(block("Event", json!({"name": "</script><!--<script>"}))).unwrap();
        let text = written.as_str().unwrap();
        assert!(!text.contains('<'), "{text}");
        let read: Value = serde_json::from_str(text).unwrap();
        assert_eq!(read["name"], "</script><!--<script>");
    }
}
