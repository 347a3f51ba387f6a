//! Meetings, decisions and tasks as they stand in lists.

use super::html::Html;
use super::text::{Part, part};
use crate::german::{date_kept_together, kept_together, listing, weekday_name};
use crate::kinds::{Meeting, State, Task};
use crate::site::{EntryIndex, Site};
use chrono::{Datelike, NaiveDate, NaiveTime, Timelike};
use serde::Serialize;

/// A meeting in a list.
#[derive(Debug, Clone, Serialize, Hash)]
pub struct MeetingItem {
    /// Title of its page.
    pub title: String,
    /// Address.
    pub url: String,
    /// "12. März 2026".
    pub date_text: String,
    /// "Donnerstag".
    pub weekday: &'static str,
    /// ISO date, with the time where it is known.
    pub iso: String,
    /// "10 Uhr bis 12 Uhr, Rathaus", as far as it is known.
    pub time_and_place: Option<String>,
    /// Bodies that meet, where the title does not say it.
    pub body_names: Option<String>,
    /// Word of the state.
    pub state: &'static str,
    /// Its sign, for the eye.
    pub sign: &'static str,
    /// State in words for readers.
    pub state_text: &'static str,
    /// Whether minutes are published.
    pub has_minutes: bool,
    /// Whether it is invented.
    pub sample: bool,
}

/// A decision in a list.
#[derive(Debug, Clone, Serialize, Hash)]
pub struct DecisionItem {
    /// Number in its minutes.
    pub number: u32,
    /// Date of the meeting, in words.
    pub date_text: String,
    /// Date of the meeting, ISO.
    pub iso: String,
    /// Its text.
    pub text_html: Html,
    /// Address of the decision.
    pub url: String,
    /// Title of the meeting.
    pub meeting_title: String,
    /// Short names of the bodies.
    pub body_short: String,
    /// Whether it is invented.
    pub sample: bool,
}

/// A task in a list.
#[derive(Debug, Clone, Serialize, Hash)]
pub struct TaskItem {
    /// Who has to do it.
    pub who: String,
    /// "bis 30. Juni 2026".
    pub until_text: String,
    /// ISO date; empty when none is set.
    pub until_iso: String,
    /// Whether the day is over. It says nothing about whether the task was done.
    pub overdue: bool,
    /// Its text.
    pub text_html: Html,
    /// Address of the task.
    pub url: String,
    /// Title of the meeting.
    pub meeting_title: String,
    /// Whether it is invented.
    pub sample: bool,
}

/// The state in words for readers.
pub fn state_text(state: State) -> &'static str {
    match state {
        State::Planned => "geplant",
        State::Invited => "eingeladen",
        State::Moved => "verschoben auf diesen Tag",
        State::Cancelled => "abgesagt",
        State::Held => "stattgefunden",
    }
}

/// A sign beside the word, so that it shows at a glance.
pub fn sign(state: State) -> &'static str {
    match state {
        State::Planned => "○",
        State::Invited => "●",
        State::Moved => "→",
        State::Cancelled => "✕",
        State::Held => "✓",
    }
}

/// A number of two figures. Formats take longer than the rest of a row.
fn two(out: &mut String, number: u32) {
    out.extend([number / 10, number].map(|n| char::from(b'0' + (n % 10) as u8)));
}

/// "10 Uhr", "9:30 Uhr".
fn clock(out: &mut String, time: NaiveTime) {
    out.push_str(&time.hour().to_string());
    if time.minute() > 0 {
        out.push(':');
        two(out, time.minute());
    }
    out.push_str(" Uhr");
}

/// "10 Uhr bis 12 Uhr".
pub fn time_text(meeting: &Meeting) -> Option<String> {
    let mut text = String::with_capacity(24);
    clock(&mut text, meeting.begin?);
    if let Some(end) = meeting.end {
        text.push_str(" bis ");
        clock(&mut text, end);
    }
    Some(text)
}

/// "2026-03-12T10:00", or the date alone.
pub fn iso(meeting: &Meeting) -> String {
    let mut text = meeting.date.map_or(String::new(), date_iso);
    if let Some(time) = meeting.begin {
        text.push('T');
        two(&mut text, time.hour());
        text.push(':');
        two(&mut text, time.minute());
    }
    text
}

/// "2026-03-12".
fn date_iso(date: NaiveDate) -> String {
    let mut text = String::with_capacity("2026-03-12T10:00".len());
    text.push_str(&date.year().to_string());
    for part in [date.month(), date.day()] {
        text.push('-');
        two(&mut text, part);
    }
    text
}

/// "12. März 2026", on one line as far as it goes.
pub fn date_text(meeting: &Meeting) -> String {
    meeting.date.map_or("ohne Datum".to_owned(), date_kept_together)
}

/// A meeting as a list shows it; on the page of a body, `of_body`, that body goes without saying.
pub fn meeting(site: &Site, index: EntryIndex, data: &Meeting, of_body: bool) -> MeetingItem {
    let entry = &site.entries[index];
    let title = kept_together(&entry.common.title).into_owned();
    let parts = [time_text(data), data.place.as_deref().map(|p| kept_together(p).into_owned())];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    MeetingItem {
        time_and_place: (!parts.is_empty()).then(|| parts.join(", ")),
        body_names: body_names(site, index, &title, of_body),
        url: site.href(site.entry_url(index)),
        date_text: date_text(data),
        weekday: data.date.map_or("", weekday_name),
        iso: iso(data),
        state: data.state.word(),
        sign: sign(data.state),
        state_text: state_text(data.state),
        has_minutes: data.has_minutes,
        sample: entry.common.sample,
        title,
    }
}

/// The bodies that meet: several always, one alone only where the meeting's title does not name it.
fn body_names(site: &Site, meeting: EntryIndex, title: &str, of_body: bool) -> Option<String> {
    let bodies = site.bodies_of(meeting);
    let names: Vec<&str> = bodies.iter().map(|b| site.entries[*b].common.title.as_str()).collect();
    match names.as_slice() {
        [] => None,
        [only] => (!of_body && !title.contains(only)).then(|| (*only).to_owned()),
        all => Some(all.join(", ")),
    }
}

fn body_short(site: &Site, meeting: EntryIndex) -> String {
    let short = |body: EntryIndex| {
        let common = &site.entries[body].common;
        common.short.as_ref().unwrap_or(&common.title).clone()
    };
    listing(&site.bodies_of(meeting).into_iter().map(short).collect::<Vec<_>>())
}

/// The decisions of a meeting.
pub fn decisions(site: &Site, index: EntryIndex, data: &Meeting) -> Vec<DecisionItem> {
    let entry = &site.entries[index];
    let meeting_url = site.href(site.entry_url(index));
    let item = |d: &crate::kinds::Decision| DecisionItem {
        number: d.number,
        date_text: data.date.map_or(String::new(), date_kept_together),
        iso: data.date.map_or(String::new(), date_iso),
        text_html: inside(site, index, d.node),
        url: format!("{meeting_url}#beschluss-{}", d.number),
        meeting_title: kept_together(&entry.common.title).into_owned(),
        body_short: body_short(site, index),
        sample: entry.common.sample,
    };
    data.decisions.iter().map(item).collect()
}

/// Who has to do a task.
pub fn who(task: &Task) -> String {
    task.who.clone().unwrap_or_else(|| "nicht genannt".to_owned())
}

/// "bis 30. Juni 2026".
pub fn until_text(task: &Task) -> String {
    task.until.map_or("ohne Frist".to_owned(), |d| format!("bis {}", date_kept_together(d)))
}

/// The tasks of a meeting.
pub fn tasks(site: &Site, index: EntryIndex, data: &Meeting) -> Vec<TaskItem> {
    let entry = &site.entries[index];
    let meeting_url = site.href(site.entry_url(index));
    let item = |t: &Task| TaskItem {
        who: who(t),
        until_text: until_text(t),
        until_iso: t.until.map_or(String::new(), date_iso),
        overdue: t.until.is_some_and(|d| d < site.as_of),
        text_html: inside(site, index, t.node),
        url: format!("{meeting_url}#auftrag-{}", t.number),
        meeting_title: kept_together(&entry.common.title).into_owned(),
        sample: entry.common.sample,
    };
    data.tasks.iter().map(item).collect()
}

/// The text inside a block, with ids of its own so that it can stand beside others.
fn inside(site: &Site, index: EntryIndex, node: u32) -> Html {
    let range = node + 1..site.entries[index].document.node(node).end;
    let prefix = format!("{}-{node}-", site.entries[index].common.id);
    part(site, index, range, Part { shift: 2, prefix: &prefix, ..Part::default() })
}
