//! What Klartext writes itself in Leichte Sprache: dates in words, digits, one statement a line. No sentence says more
//! than its record.

use super::glossary::titled;
use super::html::Html;
use super::promise::Promises;
use super::text::easy_line;
use crate::german::{date_kept_together, kept_together, listing};
use crate::kinds::State;
use crate::model::{Frequency, Promise};
use crate::obligations::Word;
use crate::site::{EntryIndex, PageKind, RegionIndex, Site};
use chrono::{Datelike, NaiveTime, Timelike};
use serde::Serialize;

/// A generated part of an easy page.
#[derive(Debug, Serialize, Hash)]
pub struct Generated {
    id: &'static str,
    title: String,
    sentences: Vec<Html>,
    items: Vec<Item>,
}

#[derive(Debug, Serialize, Hash)]
struct Item {
    title: String,
    /// Words of the glossary come with their marks.
    sentences: Vec<Html>,
    url: Option<String>,
    link_text: String,
}

/// How many meetings a list tells.
const SHOWN: usize = 10;

/// The generated parts of the easy page of `source`.
pub fn generated(site: &Site, source: usize) -> Vec<Generated> {
    let region = site.pages[source].region;
    match site.pages[source].kind {
        PageKind::Meetings(region, None) => meetings(site, region),
        PageKind::Board(region, None) => board(site, region),
        PageKind::Bodies(region) => vec![bodies(site, region)],
        PageKind::Glossary => vec![words(site)],
        PageKind::Entry(entry) if site.body(entry).is_some() => {
            region.map(|r| of_body(site, r, entry)).unwrap_or_default()
        }
        PageKind::Entry(_) if site.pages[source].url.is_empty() => {
            let all: Vec<EntryIndex> = site.regions.iter().flat_map(|r| coming(site, &r.meetings)).collect();
            let takes_place = |m: &EntryIndex| site.meeting(*m).is_some_and(|d| d.state != State::Cancelled);
            let next = all.into_iter().filter(takes_place).min_by_key(|m| site.meeting(*m).and_then(|d| d.date));
            next.map(|m| Generated {
                id: "naechstes-treffen",
                title: "Das nächste Treffen".to_owned(),
                sentences: Vec::new(),
                items: vec![meeting(site, m)],
            })
            .into_iter()
            .collect()
        }
        _ => Vec::new(),
    }
}

/// Meetings that are still to come, soonest first. One that was cancelled is among them: who knows its day must be told.
fn coming(site: &Site, list: &[EntryIndex]) -> Vec<EntryIndex> {
    let open = |m: &&EntryIndex| {
        site.meeting(**m).is_some_and(|d| d.state != State::Held && d.date.is_some_and(|date| date >= site.as_of))
    };
    list.iter().filter(open).copied().collect()
}

fn past(site: &Site, list: &[EntryIndex]) -> Vec<EntryIndex> {
    let over = |m: &&EntryIndex| site.meeting(**m).is_some_and(|d| d.date.is_some_and(|date| date < site.as_of));
    list.iter().rev().filter(over).copied().collect()
}

fn meetings(site: &Site, region: RegionIndex) -> Vec<Generated> {
    lists(site, &site.regions[region].meetings)
}

fn lists(site: &Site, list: &[EntryIndex]) -> Vec<Generated> {
    let part = |id, title: &str, none: &str, found: Vec<EntryIndex>| Generated {
        id,
        title: title.to_owned(),
        sentences: if found.is_empty() { vec![none.to_owned().into()] } else { Vec::new() },
        items: found.into_iter().take(SHOWN).map(|m| meeting(site, m)).collect(),
    };
    vec![
        part("kommende-treffen", "Die nächsten Treffen", "Hier steht noch kein Termin.", coming(site, list)),
        part("fruehere-treffen", "Frühere Treffen", "Hier steht noch kein früheres Treffen.", past(site, list)),
    ]
}

/// "um 10 Uhr", "um 9 Uhr 30".
fn clock(time: NaiveTime) -> String {
    if time.minute() == 0 {
        format!("{}\u{a0}Uhr", time.hour())
    } else {
        format!("{}\u{a0}Uhr\u{a0}{}", time.hour(), time.minute())
    }
}

fn meeting(site: &Site, index: EntryIndex) -> Item {
    let entry = &site.entries[index];
    let mut sentences = Vec::new();
    if let Some(data) = site.meeting(index) {
        if entry.common.sample {
            sentences.push("Dieses Treffen ist ein Beispiel.".to_owned());
        }
        if let Some(date) = data.date {
            let verb = match data.state {
                State::Held => "war",
                State::Cancelled => "war geplant",
                _ if date < site.as_of => "war geplant",
                _ => "ist",
            };
            sentences.push(format!("Das Treffen {verb} am {}.", date_kept_together(date)));
        }
        match data.state {
            State::Cancelled => sentences.push("Das Treffen fällt aus.".to_owned()),
            State::Held => {}
            _ => {
                sentences.extend(data.begin.map(|t| format!("Das Treffen beginnt um {}.", clock(t))));
                sentences.extend(
                    data.place.as_ref().map(|p| format!("Der Ort ist: {}.", crate::html::escape(&kept_together(p)))),
                );
            }
        }
        if data.state == State::Moved {
            sentences.push("Der Termin ist neu.".to_owned());
        }
    }
    let names: Vec<String> = site.bodies_of(index).into_iter().map(|b| easy_name(site, b)).collect();
    let title = if names.is_empty() { entry.common.title.clone() } else { joined(names) };
    Item {
        // Meetings have no text in Leichte Sprache.
        link_text: format!("In Alltags-Sprache: {}", kept_together(&entry.common.title)),
        url: Some(site.href(site.entry_url(index))),
        title,
        sentences: html(sentences),
    }
}

/// Sentences in which whatever an editor wrote is escaped.
fn html(sentences: Vec<String>) -> Vec<Html> {
    sentences.into_iter().map(Html::from).collect()
}

/// "Der Arbeits-Kreis und der Beirat": an article inside a sentence is written small.
fn joined(names: Vec<String>) -> String {
    let inner = |name: &String| {
        let article = ["Der ", "Die ", "Das "].iter().any(|a| name.starts_with(a));
        if article { name[..1].to_lowercase() + &name[1..] } else { name.clone() }
    };
    let rest = names.iter().skip(1).map(inner);
    listing(&names.first().cloned().into_iter().chain(rest).collect::<Vec<_>>())
}

/// The place of Leichte Sprache among the registers; these texts are made for it alone.
fn easy_register(site: &Site) -> usize {
    site.settings.registers.iter().position(|r| r.easy).unwrap_or_default()
}

/// The name of a body as its easy page writes it.
fn easy_name(site: &Site, body: EntryIndex) -> String {
    let easy = easy_register(site);
    let twin = site.page_of[body].and_then(|p| site.twin_of(p, easy)).and_then(|t| site.pages[t].entry);
    let common = &site.entries[twin.unwrap_or(body)].common;
    common.title.clone()
}

/// The easy page of a body, else its own.
fn body_url(site: &Site, body: EntryIndex) -> String {
    let easy = easy_register(site);
    let best = site.page_of[body].map(|p| site.twin_of(p, easy).unwrap_or(p));
    best.map_or(String::new(), |p| site.href(&site.pages[p].url))
}

fn bodies(site: &Site, region: RegionIndex) -> Generated {
    let item = |body: &EntryIndex| {
        let name = easy_name(site, *body);
        let mut sentences = Vec::new();
        if let Some(data) = site.body(*body) {
            let agreed = data.validity.extended_to(data.extended_until);
            if let Some(end) = agreed.until.filter(|_| agreed.is_over(site.as_of)) {
                sentences.push(format!("Diese Gruppe war versprochen bis zum {}.", date_kept_together(end)));
            } else if let Some(frequency) = data.frequency {
                sentences.push(promised(frequency));
            }
        }
        Item {
            link_text: format!("Mehr über: {name}"),
            url: Some(body_url(site, *body)),
            title: name,
            sentences: html(sentences),
        }
    };
    Generated {
        id: "alle-gruppen",
        title: "Alle Gruppen".to_owned(),
        sentences: Vec::new(),
        items: site.regions[region].bodies.iter().map(item).collect(),
    }
}

/// What is promised about a body and how it stands, and its next meetings.
fn of_body(site: &Site, region: RegionIndex, body: EntryIndex) -> Vec<Generated> {
    let mut out = Vec::new();
    if let Some(promises) = Promises::of(site, region) {
        let own = promises.obligations.iter().filter(|o| o.promise.body() == Some(&site.entries[body].common.id));
        let sentences: Vec<Html> = own.flat_map(|o| verdict(site, &promises, o)).collect();
        if !sentences.is_empty() {
            out.push(Generated {
                id: "versprochen",
                title: format!("Versprochen im Jahr {}", site.as_of.year()),
                sentences,
                items: Vec::new(),
            });
        }
    }
    let list = site.regions[region].meetings_of.get(&body).map(Vec::as_slice).unwrap_or_default();
    out.extend(lists(site, list));
    out
}

fn board(site: &Site, region: RegionIndex) -> Vec<Generated> {
    let Some(promises) = Promises::of(site, region) else { return Vec::new() };
    let item = |o: &crate::model::Obligation| {
        let sentences = verdict(site, &promises, o);
        let body = o.promise.body().and_then(|id| site.find_body(region, id))?;
        let name = easy_name(site, body);
        (!sentences.is_empty()).then(|| Item {
            link_text: format!("Mehr über: {name}"),
            url: Some(body_url(site, body)),
            title: name,
            sentences,
        })
    };
    vec![Generated {
        id: "stand",
        title: format!("So ist der Stand im Jahr {}", site.as_of.year()),
        sentences: Vec::new(),
        items: promises.obligations.iter().filter_map(item).collect(),
    }]
}

/// How many meetings are promised.
fn promised(frequency: Frequency) -> String {
    let how = match frequency {
        Frequency { at_least: true, .. } => "mindestens ",
        Frequency { approximate: true, .. } => "ungefähr ",
        _ => "",
    };
    format!("Versprochen sind {how}{} Treffen im Jahr.", frequency.per_year)
}

/// A verdict about a number of meetings in Leichte Sprache; nothing for other promises.
fn verdict(site: &Site, promises: &Promises<'_>, obligation: &crate::model::Obligation) -> Vec<Html> {
    let Promise::Meetings { frequency, .. } = &obligation.promise else { return Vec::new() };
    let verdict = promises.judge(obligation, site.as_of.year());
    let last = match verdict.word {
        Word::Fulfilled | Word::InRange => "Das Versprechen ist gehalten.",
        Word::OnTrack => "Das ist genug.",
        Word::AtRisk => "Das ist noch zu wenig.",
        Word::NotFulfilled | Word::BelowRange => "Das war zu wenig.",
        Word::Incomplete => "Hier fehlen Angaben. Darum wissen wir es nicht genau.",
        Word::NotApplicable => return Vec::new(),
    };
    let mut out = vec![
        promised(*frequency),
        format!("Schon gewesen: {} Treffen.", verdict.held),
        format!("Noch geplant: {} Treffen.", verdict.planned),
    ];
    out.extend(last.split_inclusive(". ").map(|s| s.trim().to_owned()));
    let body = obligation.promise.body().and_then(|id| site.find_body(promises.region, id));
    if body.is_some_and(|body| site.has_left_out(body)) {
        out.push("Die Beispiele zählen hier nicht mit.".to_owned());
    }
    html(out)
}

fn words(site: &Site) -> Generated {
    let item = |term: &EntryIndex| {
        let data = site.term(*term).filter(|d| !d.easy.is_empty())?;
        let common = &site.entries[*term].common;
        let title = common.short.as_ref().map_or_else(|| common.title.clone(), |short| titled(&common.title, short));
        Some(Item {
            title,
            sentences: data.easy.iter().map(|line| easy_line(line)).collect(),
            url: None,
            link_text: String::new(),
        })
    };
    Generated {
        id: "alle-woerter",
        title: "Die Wörter von A bis Z".to_owned(),
        sentences: Vec::new(),
        items: site.terms.iter().filter_map(item).collect(),
    }
}
