//! A published report: what it is about, who supplied it, which promise it is on.

use super::agreement::Fact;
use super::base::{PageBase, base};
use super::promise::{PromiseItem, Promises};
use super::text::whole;
use crate::german::date_in_words;
use crate::kinds::Report;
use crate::site::{EntryIndex, Site};
use serde::Serialize;

/// A report.
#[derive(Debug, Serialize)]
pub struct ReportView {
    page: PageBase,
    facts: Vec<Fact>,
    promise: Option<PromiseItem>,
}

/// A report's page.
pub fn view(site: &Site, index: usize, entry: EntryIndex, data: &Report) -> ReportView {
    let mut page = base(site, index, "bericht", "");
    page.body = whole(site, entry);
    let mut facts = Vec::new();
    let mut add = |term, value: Option<String>| facts.extend(value.map(|value| Fact { term, value }));
    add("Jahr", data.year.map(|y| y.to_string()));
    add("Stichtag", data.reference.map(date_in_words));
    let supplier = data.supplier.as_ref().and_then(|p| site.settings.partner(p));
    add("Geliefert von", supplier.map(|p| p.short.clone()));
    add("Geliefert am", data.supplied.map(date_in_words));
    add("Veröffentlicht am", data.published.map(date_in_words));
    let promises = site.pages[index].region.and_then(|r| Promises::of(site, r));
    let promise = promises
        .as_ref()
        .zip(data.obligation.as_ref())
        .zip(data.year)
        .and_then(|((all, id), year)| all.obligations.iter().find(|o| o.id == *id).map(|o| all.item(o, year)));
    ReportView { page, facts, promise }
}
