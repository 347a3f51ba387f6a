//! The pages that can be found: what each is, and what stands in its sections.

use super::everyday::everyday;
use super::fields::{Field, Section};
use super::sections::of_text;
use crate::german::date_in_words;
use crate::kinds::{Agreement, Body, Data};
use crate::model::Partner;
use crate::rules::legal_page;
use crate::site::{PageKind, RegionIndex, Site};
use crate::view::{Facets, Group, change_days, facets, page_title};
use rayon::prelude::*;
use std::cmp::Reverse;

/// A page that can be found.
#[derive(Debug, Clone)]
pub struct Document {
    /// Address from the root of the host.
    pub url: String,
    /// Name in a list of results: the title, or the short name of an agreement.
    pub name: String,
    /// What it is.
    pub facets: Facets,
    /// Anchor and heading of its sections; both are empty for the first, the page itself.
    pub sections: Vec<(String, String)>,
    /// Its place in `Site::pages`.
    pub page: usize,
}

/// All pages that can be found, in the order that decides between equals: register, kind, then newest meetings first. Their
/// sections are not read yet.
pub fn documents(site: &Site) -> Vec<Document> {
    // What is made to be printed has pages of its own.
    let left_out = |page: &usize| matches!(site.pages[*page].kind, PageKind::Search { .. } | PageKind::Print(_));
    let pages: Vec<usize> = (0..site.pages.len()).filter(|page| !left_out(page)).collect();
    let mut out: Vec<Document> = pages
        .into_par_iter()
        .map(|page| Document {
            url: site.href(&site.pages[page].url),
            name: name(site, page),
            facets: facets(site, page),
            sections: Vec::new(),
            page,
        })
        .collect();
    // Stable: what is left stays in the order of the site.
    out.sort_by_key(|d| {
        let newest = d.facets.date.filter(|_| d.facets.kind.0 == "sitzung").map(Reverse);
        (d.facets.group, order(d.facets.kind.0), newest)
    });
    out
}

/// An agreement has a title of many words, and its clauses are named after it.
fn name(site: &Site, page: usize) -> String {
    let entry = site.pages[page].entry.filter(|e| site.agreement(*e).is_some());
    let short = entry.and_then(|e| site.entries[e].common.short.clone());
    short.unwrap_or_else(|| crate::html::joined(&page_title(site, page)))
}

/// Place of a kind among those that are equally good: what is agreed before what was said about it.
fn order(kind: &str) -> usize {
    const ORDER: &[&str] = &["gremium", "vereinbarung", "anlage", "seite", "wort", "uebersicht", "bericht", "sitzung"];
    ORDER.iter().position(|k| *k == kind).unwrap_or(ORDER.len())
}

/// The sections of a page: the page itself with its title, then what stands below headings.
pub fn sections(site: &Site, document: &Document) -> Vec<Section> {
    let page = document.page;
    let of = &site.pages[page];
    let mut out = of.entry.map_or_else(|| vec![Section::default()], |e| of_text(&site.entries[e]));
    let mut extra: Vec<Section> = Vec::new();
    let own = &mut out[0].texts;
    own.push((Field::Title, page_title(site, page)));
    own.extend(everyday(name_of_kind(site, page)).map(|words| (Field::Everyday, words.to_owned())));
    // A twin does not print the day of its source.
    let day = document.facets.date.filter(|_| document.facets.group == Group::Everyday);
    own.extend(day.map(|day| (Field::Day, date_in_words(day))));
    if let Some(region) = of.region.filter(|_| site.regions.len() > 1) {
        own.push((Field::Text, site.regions[region].name.clone()));
    }
    if let Some(entry) = of.entry {
        let common = &site.entries[entry].common;
        own.extend(common.short.iter().map(|s| (Field::Title, s.clone())));
        own.extend(common.description.iter().map(|d| (Field::Text, d.clone())));
        let mut say = |text: &str| own.push((Field::Text, text.to_owned()));
        match &site.entries[entry].data {
            Data::Agreement(data) => {
                extra.extend(partners(site, data));
                for note in &data.notes {
                    if let Some(section) = out.iter_mut().find(|s| s.anchor == note.clause) {
                        section.texts.push((Field::Text, note.text.clone()));
                    }
                }
            }
            Data::Body(data) => {
                data.wording.iter().for_each(|w| say(w));
                extra.extend(participants(data));
            }
            Data::Meeting(data) => {
                data.place.iter().chain(&data.access).for_each(|t| say(t));
                for body in site.bodies_of(entry) {
                    say(&site.entries[body].common.title);
                }
            }
            Data::Report(data) => data.method.iter().for_each(|m| say(m)),
            Data::Term(data) => {
                data.easy.iter().for_each(|t| say(t));
                own.extend(data.also.iter().map(|a| (Field::Heading, a.clone())));
            }
            _ => {}
        }
    }
    match of.kind {
        PageKind::Board(region, None) => extra.extend(promises(site, region)),
        PageKind::Changes(region) => extra.extend(changes(site, region)),
        _ => {}
    }
    out.extend(extra);
    out
}

fn partners(site: &Site, data: &Agreement) -> Option<Section> {
    let all: Vec<&Partner> = data.partners.iter().filter_map(|id| site.settings.partner(id)).collect();
    let texts = all.iter().flat_map(|p| {
        let units = p.units.iter().map(|u| &u.name);
        [&p.name, &p.short].into_iter().chain(&p.represented_by).chain(&p.address).chain(units)
    });
    let title = "Die Partner".to_owned();
    let mut own = vec![(Field::Heading, title.clone())];
    own.extend(texts.map(|t| (Field::Text, t.clone())));
    (!all.is_empty()).then(|| Section { anchor: "partner".to_owned(), title, texts: own })
}

fn participants(data: &Body) -> Option<Section> {
    let title = "Wer teilnimmt".to_owned();
    let mut texts = vec![(Field::Heading, title.clone())];
    texts.extend(everyday("teilnehmende").map(|words| (Field::Heading, words.to_owned())));
    texts.extend(data.participants.iter().map(|p| (Field::Text, p.name.clone())));
    (!data.participants.is_empty()).then(|| Section { anchor: "teilnehmende".to_owned(), title, texts })
}

/// What a page is for everyday words: a list, a page that the law wants, or nothing. A twin is what its source is.
fn name_of_kind(site: &Site, page: usize) -> &'static str {
    match site.pages[page].kind {
        PageKind::Twin { source: Some(source), .. } if source != page => name_of_kind(site, source),
        PageKind::Meetings(_, None) => "sitzungen",
        PageKind::Changes(_) => "aenderungen",
        PageKind::Due(_) => "faellig",
        PageKind::Glossary => "woerter",
        PageKind::Board(_, None) => "versprochen",
        PageKind::Entry(_) => legal_page(&site.pages[page].url).unwrap_or_default(),
        _ => "",
    }
}

/// The days of a list of changes, and what stands below them.
fn changes(site: &Site, region: RegionIndex) -> Vec<Section> {
    let days = change_days(site, region).into_iter();
    let below = [
        ("kalender", "Kalender zum Abonnieren", "Kopieren Sie die Adresse in Ihren Kalender."),
        ("feeds", "Neues zum Abonnieren", "Programme für Nachrichten lesen diese Adressen (Atom-Feeds)."),
    ];
    let mut out: Vec<Section> =
        days.map(|(anchor, title)| Section { anchor, texts: vec![(Field::Day, title.clone())], title }).collect();
    out.extend(below.map(|(anchor, title, text)| {
        let mut texts = vec![(Field::Heading, title.to_owned()), (Field::Text, text.to_owned())];
        texts.extend(everyday(anchor).map(|words| (Field::Everyday, words.to_owned())));
        Section { anchor: anchor.to_owned(), title: title.to_owned(), texts }
    }));
    out
}

/// What is promised, each with its place on the board.
fn promises(site: &Site, region: RegionIndex) -> Vec<Section> {
    let agreement = site.regions[region].agreement.and_then(|a| site.agreement(a));
    let all = agreement.into_iter().flat_map(|a| &a.obligations);
    all.map(|o| Section {
        anchor: o.id.clone(),
        title: o.title.clone(),
        texts: vec![(Field::Heading, o.title.clone())],
    })
    .collect()
}
