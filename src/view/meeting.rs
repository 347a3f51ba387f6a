//! A meeting with its minutes.

use super::agreement::Fact;
use super::base::{PageBase, base};
use super::html::Html;
use super::items;
use super::text::{Part, part, terms};
use crate::german::{date_in_words, kept_together, weekday_name};
use crate::kinds::{Meeting, State};
use crate::markdown::heading_id;
use crate::site::{EntryIndex, Site};
use serde::Serialize;

/// A meeting.
#[derive(Debug, Serialize, Hash)]
pub struct MeetingView {
    pub(super) page: PageBase,
    meeting: MeetingParts,
}

/// All under one name: each name that a template asks for is looked up among all names of its page.
#[derive(Debug, Serialize, Hash)]
struct MeetingParts {
    date_text: String,
    weekday: &'static str,
    iso: String,
    time: Option<String>,
    place: Option<String>,
    state: &'static str,
    sign: &'static str,
    state_text: &'static str,
    bodies: Vec<Titled>,
    facts: Vec<Fact>,
    access: Vec<String>,
    intro: Html,
    agenda: Vec<AgendaView>,
    decisions: Vec<DecisionLink>,
    tasks: Vec<TaskLink>,
    minutes_missing: Option<String>,
    previous: Option<Titled>,
    next: Option<Titled>,
}

#[derive(Debug, Serialize, Hash)]
struct AgendaView {
    number: String,
    title_html: Html,
    id: String,
    body: Html,
}

/// A decision stands in the text of its agenda item; the overview only leads there.
#[derive(Debug, Serialize, Hash)]
struct DecisionLink {
    number: u32,
    url: String,
}

#[derive(Debug, Serialize, Hash)]
struct TaskLink {
    who: String,
    until_text: String,
    url: String,
}

#[derive(Debug, Serialize, Hash)]
struct Titled {
    title: String,
    url: String,
}

/// A meeting's page.
pub fn view(site: &Site, index: usize, entry: EntryIndex, data: &Meeting) -> MeetingView {
    let mut page = base(site, index, "");
    if !page.noindex {
        page.data.extend(super::jsonld::event(site, entry, data));
    }
    let terms = terms(site);
    let terms = terms.as_ref();
    let intro = part(site, entry, data.opening.clone(), Part { terms, ..Part::default() });
    let document = &site.entries[entry].document;
    let agenda = data.agenda.iter().map(|item| {
        let id = heading_id(document, item.heading);
        let notes = [id, "-"].concat();
        AgendaView {
            number: document.str(&item.number).to_owned(),
            title_html: Html::title(document.str(&item.title)),
            body: part(site, entry, item.body.clone(), Part { notes: &notes, terms, ..Part::default() }),
            id: id.to_owned(),
        }
    });
    let decisions = data
        .decisions
        .iter()
        .map(|d| DecisionLink { number: d.number, url: format!("{}#beschluss-{}", page.url, d.number) });
    let tasks = data.tasks.iter().map(|t| TaskLink {
        who: items::who(t),
        until_text: items::until_text(t),
        url: format!("{}#auftrag-{}", page.url, t.number),
    });
    let (previous, next) = neighbours(site, index, entry);
    let meeting = MeetingParts {
        date_text: items::date_text(data),
        weekday: data.date.map_or("", weekday_name),
        iso: items::iso(data),
        time: items::time_text(data),
        place: data.place.as_deref().map(|p| kept_together(p).into_owned()),
        state: data.state.word(),
        sign: items::sign(data.state),
        state_text: items::state_text(data.state),
        bodies: site.bodies_of(entry).into_iter().map(|b| titled(site, b)).collect(),
        facts: facts(site, data),
        access: data.access.clone(),
        intro,
        agenda: agenda.collect(),
        decisions: decisions.collect(),
        tasks: tasks.collect(),
        minutes_missing: minutes_missing(site, data),
        previous,
        next,
    };
    MeetingView { page, meeting }
}

fn titled(site: &Site, entry: EntryIndex) -> Titled {
    Titled { title: site.entries[entry].common.title.clone(), url: site.href(site.entry_url(entry)) }
}

fn facts(site: &Site, data: &Meeting) -> Vec<Fact> {
    let mut out = Vec::new();
    let mut add = |term, value: Option<String>| {
        out.extend(value.map(|value| Fact { term, value: kept_together(&value).into_owned() }))
    };
    add("Nummer", data.number.map(|n| format!("{n}. Sitzung")));
    let inviter = data.invited_by.as_ref().and_then(|p| site.settings.partner(p));
    add("Eingeladen von", inviter.map(|p| p.short.clone()));
    let earlier: Vec<String> = data.moved_from.iter().map(|d| date_in_words(*d)).collect();
    add("Zuerst geplant für den", Some(earlier.join(", ")).filter(|t| !t.is_empty()));
    add("Eingeladen am", data.invited.map(date_in_words));
    add("Niederschrift vom", data.minutes_on.map(date_in_words));
    out
}

/// A held meeting without minutes after the configured number of days.
fn minutes_missing(site: &Site, data: &Meeting) -> Option<String> {
    let date = data.date.filter(|_| data.state == State::Held && !data.has_minutes)?;
    let days = (site.as_of - date).num_days();
    let late = days - site.settings.minutes_days;
    let days_word = |n: i64| if n == 1 { "einem Tag".to_owned() } else { format!("{n} Tagen") };
    if late > 0 {
        Some(format!("Die Niederschrift fehlt seit {}.", days_word(late)))
    } else {
        Some("Die Niederschrift ist noch nicht veröffentlicht.".to_owned())
    }
}

/// The meetings before and after it, of its first body.
fn neighbours(site: &Site, index: usize, entry: EntryIndex) -> (Option<Titled>, Option<Titled>) {
    let region = site.pages[index].region.map(|r| &site.regions[r]);
    let body = site.bodies_of(entry).first().copied();
    let list = region.zip(body).and_then(|(r, b)| r.meetings_of.get(&b)).map(Vec::as_slice).unwrap_or_default();
    let Some(at) = list.iter().position(|m| *m == entry) else { return (None, None) };
    let neighbour = |m: &EntryIndex| titled(site, *m);
    (at.checked_sub(1).and_then(|i| list.get(i)).map(neighbour), list.get(at + 1).map(neighbour))
}
