//! A body: what is agreed, who takes part, when it meets.

use super::agreement::Fact;
use super::base::{Crumb, PageBase, base};
use super::board::{TableView, table};
use super::bodies::validity_text;
use super::items::{DecisionItem, MeetingItem, decisions, meeting};
use super::promise::{PromiseItem, Promises};
use super::text::whole;
use crate::kinds::{Body, Group};
use crate::model::Promise;
use crate::obligations::Word;
use crate::site::{EntryIndex, Site};
use chrono::Datelike;
use serde::Serialize;

/// How many past meetings and decisions a body's own page shows; the rest is a click away.
const SHOWN: usize = 5;

/// A body.
#[derive(Debug, Serialize, Hash)]
pub struct BodyView {
    pub(super) page: PageBase,
    facts: Vec<Fact>,
    frequency: Option<String>,
    wording: Option<String>,
    validity: Option<String>,
    ended: bool,
    grounds: Vec<Crumb>,
    participants: Vec<ParticipantView>,
    upcoming: Vec<MeetingItem>,
    past: Vec<MeetingItem>,
    meetings_url: Option<String>,
    decisions: Vec<DecisionItem>,
    /// Whether some of its meetings are invented and count for no promise.
    left_out: bool,
    /// The promises about this body in the day's year.
    promises: Vec<PromiseItem>,
    /// Its agreed meetings over the years.
    table: Option<TableView>,
}

#[derive(Debug, Serialize, Hash)]
struct ParticipantView {
    name: String,
    partner: Option<String>,
    self_advocacy: bool,
}

/// A body's page.
pub fn view(site: &Site, index: usize, entry: EntryIndex, data: &Body) -> BodyView {
    let mut page = base(site, index, "");
    page.body = whole(site, entry);
    let region = site.pages[index].region.map(|r| &site.regions[r]);
    let meetings = region.and_then(|r| r.meetings_of.get(&entry)).map(Vec::as_slice).unwrap_or_default();
    let (mut upcoming, mut past, mut decided) = (Vec::new(), Vec::new(), Vec::new());
    for m in meetings {
        let Some(d) = site.meeting(*m) else { continue };
        if d.date.is_some_and(|date| date >= site.as_of) {
            upcoming.push(meeting(site, *m, d, true));
        }
    }
    for m in meetings.iter().rev() {
        let Some(d) = site.meeting(*m) else { continue };
        if past.len() < SHOWN && d.date.is_none_or(|date| date < site.as_of) {
            past.push(meeting(site, *m, d, true));
        }
        if decided.len() < SHOWN {
            decided.extend(decisions(site, *m, d));
        }
    }
    decided.truncate(SHOWN);
    let promises = site.pages[index].region.and_then(|r| Promises::of(site, r));
    let own: Vec<_> = promises
        .iter()
        .flat_map(|p| p.obligations)
        .filter(|o| o.promise.body() == Some(&site.entries[entry].common.id))
        .collect();
    let counted = own.iter().find(|o| matches!(o.promise, Promise::Meetings { .. }));
    let list = format!("{}sitzungen.md", site.pages[index].url);
    let group = match data.group {
        Group::General => "alle Zielgruppen",
        Group::Specific => "eine Zielgruppe",
    };
    BodyView {
        facts: vec![Fact { term: "Für", value: group.to_owned() }],
        frequency: data.frequency.map(|f| f.in_words()),
        wording: data.wording.clone(),
        validity: validity_text(&data.validity, data.extended_until),
        ended: data.validity.extended_to(data.extended_until).is_over(site.as_of),
        grounds: data.grounds.iter().filter_map(|g| ground(site, index, g)).collect(),
        participants: data.participants.iter().map(|p| participant(site, p)).collect(),
        left_out: site.has_left_out(entry),
        upcoming,
        past,
        meetings_url: site.href_of(&list),
        decisions: decided,
        promises: promises
            .iter()
            .flat_map(|p| own.iter().map(|o| p.item(o, site.as_of.year())))
            .filter(is_told)
            .collect(),
        table: promises.as_ref().zip(counted).map(|(p, o)| table(site, p, o)),
        page,
    }
}

/// What a body's own page says about a promise: what is judged, and always how often it meets.
fn is_told(item: &PromiseItem) -> bool {
    item.key != Word::NotApplicable.key() || item.counts
}

fn participant(site: &Site, participant: &crate::kinds::Participant) -> ParticipantView {
    let partner = participant.partner.as_ref().and_then(|p| site.settings.partner(p));
    ParticipantView {
        name: participant.name.clone(),
        partner: partner.map(|p| p.short.clone()),
        self_advocacy: participant.self_advocacy,
    }
}

/// "Nummer 5" with its address on the agreement's page.
fn ground(site: &Site, index: usize, anchor: &str) -> Option<Crumb> {
    let agreement = site.pages[index].region.and_then(|r| site.regions[r].agreement)?;
    let url = format!("{}#{anchor}", site.href(site.entry_url(agreement)));
    Some(Crumb { text: clause_name(anchor), url })
}

/// `nr-8-b` as people say it: "Nummer 8 Buchstabe b".
pub fn clause_name(anchor: &str) -> String {
    let mut parts = anchor.split('-');
    match (parts.next(), parts.next(), parts.next()) {
        (Some("nr"), Some(number), None) => format!("Nummer\u{a0}{number} der Vereinbarung"),
        (Some("nr"), Some(number), Some(letter)) => {
            format!("Nummer\u{a0}{number} Buchstabe\u{a0}{letter} der Vereinbarung")
        }
        (Some("anlage"), Some(number), None) => format!("Anlage\u{a0}{number} der Vereinbarung"),
        (Some("praeambel"), None, None) => "Präambel der Vereinbarung".to_owned(),
        _ => format!("Stelle „{anchor}“ der Vereinbarung"),
    }
}
