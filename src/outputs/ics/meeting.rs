//! A meeting as an event.

use super::write::{Event, Status, When};
use crate::german::date_in_words;
use crate::kinds::{Meeting, State};
use crate::outputs::address::{host, name, whole};
use crate::site::{EntryIndex, Site};
use chrono::{MappedLocalTime, NaiveDate, NaiveDateTime, TimeZone, Utc};
use chrono_tz::Europe::Berlin;

/// The event of an entry; none when it is no meeting with a day.
pub fn event(site: &Site, index: EntryIndex) -> Option<Event> {
    let data = site.meeting(index)?;
    let date = data.date?;
    let common = &site.entries[index].common;
    let url = whole(site, site.entry_url(index));
    let categories: Vec<String> =
        site.bodies_of(index).into_iter().map(|b| site.entries[b].common.title.clone()).collect();
    Some(Event {
        uid: format!("{}@{}", name(site, index, '.'), host(site)),
        stamp: site.known_since(index),
        // An entry of the editors outweighs the word "abgesagt", so that a cancelled meeting can come back.
        sequence: 2 * common.changes.len() + data.moved_from.len() + usize::from(data.state == State::Cancelled),
        status: match data.state {
            State::Planned => Status::Tentative,
            State::Invited | State::Moved | State::Held => Status::Confirmed,
            State::Cancelled => Status::Cancelled,
        },
        when: when(data, date),
        summary: summary(data, common.sample, &common.title),
        place: data.place.clone(),
        description: description(data, common.sample, &categories, &url),
        url,
        categories,
    })
}

/// Some calendars hide the state of an event, so its title says it too.
fn summary(data: &Meeting, sample: bool, title: &str) -> String {
    let state = match data.state {
        State::Cancelled => "ABGESAGT: ",
        State::Moved => "VERSCHOBEN: ",
        State::Planned | State::Invited if !data.moved_from.is_empty() => "VERSCHOBEN: ",
        State::Planned | State::Invited | State::Held => "",
    };
    format!("{}{state}{title}", if sample { "BEISPIEL: " } else { "" })
}

fn description(data: &Meeting, sample: bool, bodies: &[String], url: &str) -> Vec<String> {
    let mut out = Vec::new();
    if sample {
        out.push("Diese Sitzung ist erfunden. Sie ist ein Beispiel.".to_owned());
    }
    match bodies {
        [] => {}
        [body] => out.push(format!("Gremium: {body}")),
        _ => out.push(format!("Gremien: {}", bodies.join("; "))),
    }
    let days: Vec<String> = data.moved_from.iter().map(|d| date_in_words(*d)).collect();
    if !days.is_empty() {
        out.push(format!("Zuerst geplant für: {}", days.join(", dann ")));
    }
    out.extend(data.access.iter().map(|a| format!("Zugang: {a}")));
    out.push(format!("Mehr dazu: {url}"));
    out
}

/// The time of a meeting. In the night when summer time ends, an hour exists twice; the first is meant (RFC 5545,
/// 3.3.5), and it is written as an instant because not every calendar keeps to that. A time that does not exist is no
/// time; `meeting/no-such-time` names it.
fn when(data: &Meeting, date: NaiveDate) -> When {
    let begin = data.begin.map(|time| date.and_time(time));
    let end = data.end.map(|time| date.and_time(time)).filter(|end| begin.is_some_and(|begin| *end > begin));
    let local = |time: NaiveDateTime| Berlin.from_local_datetime(&time);
    let end = end.filter(|end| local(*end) != MappedLocalTime::None);
    let Some(begin) = begin.filter(|begin| local(*begin) != MappedLocalTime::None) else { return When::Day(date) };
    let is_twice = |time: NaiveDateTime| matches!(local(time), MappedLocalTime::Ambiguous(..));
    let instant = |time| local(time).earliest().map(|t| t.with_timezone(&Utc));
    match instant(begin) {
        Some(from) if is_twice(begin) || end.is_some_and(is_twice) => When::Instant(from, end.and_then(instant)),
        _ => When::Local(begin, end),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_odd_hours_of_the_year_are_not_shifted() {
        let at = |text: &str| text.parse::<NaiveDateTime>().unwrap();
        let of = |begin: &str, end: Option<&str>| {
            let begin = at(begin);
            let data = Meeting { begin: Some(begin.time()), end: end.map(|e| at(e).time()), ..bare() };
            when(&data, begin.date())
        };
        let utc = |text: &str| at(text).and_utc();
        assert_eq!(of("2026-03-29T02:30:00", None), When::Day(at("2026-03-29T00:00:00").date()));
        assert_eq!(
            of("2026-03-29T01:30:00", Some("2026-03-29T02:30:00")),
            When::Local(at("2026-03-29T01:30:00"), None)
        );
        assert_eq!(of("2026-10-25T02:30:00", None), When::Instant(utc("2026-10-25T00:30:00"), None));
        // Both ends in the first of the two hours, so the end stays after the begin.
        let both = When::Instant(utc("2026-10-25T00:10:00"), Some(utc("2026-10-25T00:50:00")));
        assert_eq!(of("2026-10-25T02:10:00", Some("2026-10-25T02:50:00")), both);
        let across = When::Instant(utc("2026-10-25T00:30:00"), Some(utc("2026-10-25T03:00:00")));
        assert_eq!(of("2026-10-25T02:30:00", Some("2026-10-25T04:00:00")), across);
        let plain = When::Local(at("2026-10-25T03:00:00"), Some(at("2026-10-25T04:00:00")));
        assert_eq!(of("2026-10-25T03:00:00", Some("2026-10-25T04:00:00")), plain);
    }

    #[test]
    fn titles_say_what_became_of_the_meeting() {
        let of = |state, moved: &[&str]| {
            let moved_from = moved.iter().map(|d| d.parse().unwrap()).collect();
            summary(&Meeting { state, moved_from, ..bare() }, false, "T")
        };
        assert_eq!(of(State::Cancelled, &["2026-01-01"]), "ABGESAGT: T");
        assert_eq!(of(State::Moved, &[]), "VERSCHOBEN: T");
        assert_eq!(of(State::Invited, &["2026-01-01"]), "VERSCHOBEN: T");
        assert_eq!(of(State::Held, &["2026-01-01"]), "T");
        assert_eq!(summary(&Meeting { state: State::Cancelled, ..bare() }, true, "T"), "BEISPIEL: ABGESAGT: T");
    }

    fn bare() -> Meeting {
        Meeting {
            bodies: Vec::new(),
            number: None,
            date: None,
            begin: None,
            end: None,
            place: None,
            state: State::Planned,
            invited: None,
            invited_by: None,
            minutes_on: None,
            moved_from: Vec::new(),
            access: Vec::new(),
            opening: 1..1,
            agenda: Vec::new(),
            decisions: Vec::new(),
            tasks: Vec::new(),
            has_minutes: false,
        }
    }
}
