//! Promises about single meetings: invitations, minutes, ends, orders.

use super::records::{BodyFacts, MeetingRecord, Records};
use super::verdict::{Verdict, Word};
use super::words::{agreed_until, amount};
use crate::german::date_in_words;
use chrono::{Datelike, NaiveDate};

/// Meetings of a body that took place in a year, up to a day, since the body is agreed.
fn held<'a>(body: &str, records: &'a Records, year: i32, as_of: NaiveDate) -> Vec<&'a MeetingRecord> {
    let begin = records.begin_of(body);
    let agreed = |m: &&MeetingRecord| m.date.year() == year && begin.is_none_or(|day| day <= m.date);
    let took_place = records.meetings.iter().filter(|m| m.is_of(body) && m.took_place(as_of));
    let mut list: Vec<&MeetingRecord> = took_place.filter(agreed).collect();
    list.sort();
    list
}

fn is_complete(body: &str, records: &Records, year: i32, as_of: NaiveDate) -> bool {
    as_of.year() > year && records.bodies.get(body).is_some_and(|b| b.complete.contains(&year))
}

fn ids(list: &[&MeetingRecord]) -> Vec<String> {
    list.iter().map(|m| m.id.clone()).collect()
}

/// Where no meeting is known: a missing record is no missing meeting, so a past year says that too little is published,
/// unless the editors have declared it complete or the body was not agreed in it.
fn no_meeting(id: &str, body: &str, records: &Records, year: i32, as_of: NaiveDate) -> Verdict {
    let begun = records.begin_of(body).is_some_and(|day| day.year() <= year);
    let ended = records.bodies.get(body).and_then(BodyFacts::until).is_some_and(|day| day.year() < year);
    let unknown = as_of.year() > year && begun && !ended && !is_complete(body, records, year, as_of);
    let word = if unknown { Word::Incomplete } else { Word::NotApplicable };
    let yet = if as_of.year() > year { "" } else { "noch " };
    Verdict::new(id, year, word, format!("In diesem Jahr ist {yet}keine gehaltene Sitzung veröffentlicht."))
}

/// What a share of meetings has in common.
struct Share<'a> {
    list: &'a [&'a MeetingRecord],
    good: usize,
    /// "ist eine Einladung eingetragen"
    yes: &'static str,
    /// "ist keine Einladung eingetragen"
    no: &'static str,
}

impl Share<'_> {
    /// All that is known is good, or not. A running year is only on its way.
    fn judge(&self, id: &str, year: i32, as_of: NaiveDate, complete: bool) -> Verdict {
        let word = match (self.good == self.list.len(), complete) {
            (true, _) if as_of.year() <= year => Word::OnTrack,
            (true, _) => Word::Fulfilled,
            (false, true) => Word::NotFulfilled,
            (false, false) => Word::Incomplete,
        };
        Verdict::new(id, year, word, self.sentence()).on(ids(self.list))
    }

    fn sentence(&self) -> String {
        let Share { list, good, yes, no } = self;
        match (list.len(), *good) {
            (1, 0) => format!("Bei der einen veröffentlichten Sitzung {no}."),
            (1, _) => format!("Bei der einen veröffentlichten Sitzung {yes}."),
            (total, 0) => format!("Bei keiner von {total} veröffentlichten Sitzungen {yes}."),
            (total, good) if total == good => format!("Bei allen {total} veröffentlichten Sitzungen {yes}."),
            (total, good) => format!("Bei {good} von {total} veröffentlichten Sitzungen {yes}."),
        }
    }
}

/// Nr. 5: "rechtzeitige Einberufung". The invitation is there and lies before the meeting.
pub(super) fn invitations(id: &str, body: &str, records: &Records, year: i32, as_of: NaiveDate) -> Verdict {
    let list = held(body, records, year, as_of);
    if list.is_empty() {
        return no_meeting(id, body, records, year, as_of);
    }
    let good = list.iter().filter(|m| m.invited.is_some_and(|day| day < m.date)).count();
    let (yes, no) =
        ("ist eine Einladung vor der Sitzung eingetragen", "ist keine Einladung vor der Sitzung eingetragen");
    Share { list: &list, good, yes, no }.judge(id, year, as_of, is_complete(body, records, year, as_of))
}

/// Nr. 5: "Protokollführung". Minutes are there `days` days after the meeting. Later ones count too and are told: the
/// agreement names no number of days.
pub(super) fn minutes(id: &str, body: &str, days: i64, records: &Records, year: i32, as_of: NaiveDate) -> Verdict {
    let all = held(body, records, year, as_of);
    let age = |m: &MeetingRecord, day: NaiveDate| (day - m.date).num_days();
    let (list, young): (Vec<_>, Vec<_>) = all.iter().partition(|m| m.has_minutes(as_of) || age(m, as_of) > days);
    let span = amount(days.unsigned_abs(), "Tag", "Tage");
    if list.is_empty() {
        let sentence = match young.len() {
            0 => return no_meeting(id, body, records, year, as_of),
            1 => format!(
                "Für die Niederschrift der einen veröffentlichten Sitzung ist noch Zeit: {span} nach der Sitzung."
            ),
            n => format!(
                "Für die Niederschriften der {n} veröffentlichten Sitzungen ist noch Zeit: {span} nach jeder Sitzung."
            ),
        };
        return Verdict::new(id, year, Word::NotApplicable, sentence).on(ids(&young));
    }
    let good = list.iter().filter(|m| m.has_minutes(as_of)).count();
    let (yes, no) = ("ist die Niederschrift veröffentlicht", "ist die Niederschrift nicht veröffentlicht");
    let share = Share { list: &list, good, yes, no };
    let mut verdict = share.judge(id, year, as_of, is_complete(body, records, year, as_of));
    let late =
        list.iter().filter(|m| m.has_minutes(as_of) && m.minutes.flatten().is_some_and(|day| age(m, day) > days));
    match late.count() {
        0 => {}
        1 => verdict.sentence.push_str(&format!(" Eine kam später als {span} nach der Sitzung.")),
        n => verdict.sentence.push_str(&format!(" {n} kamen später als {span} nach der Sitzung.")),
    }
    verdict
}

/// Anlage 2: "befristet zunächst bis". Over, or an extension is recorded; a meeting after the end needs one.
pub(super) fn expiry(
    id: &str,
    body: &str,
    until: NaiveDate,
    records: &Records,
    year: i32,
    as_of: NaiveDate,
) -> Verdict {
    let none = BodyFacts::default();
    let facts = records.bodies.get(body).unwrap_or(&none);
    let extended = facts.extended_until.filter(|day| *day > until);
    let end = extended.unwrap_or(until);
    if year < until.year() || as_of <= until {
        return Verdict::new(id, year, Word::NotApplicable, agreed_until(end, as_of));
    }
    let after = |m: &&MeetingRecord| m.date > end && m.date.year() == year;
    let took_place = records.meetings.iter().filter(|m| m.is_of(body) && m.took_place(as_of));
    let mut late: Vec<&MeetingRecord> = took_place.filter(after).collect();
    late.sort();
    if !late.is_empty() {
        let what = match late.len() {
            1 => "ist eine Sitzung".to_owned(),
            n => format!("sind {n} Sitzungen"),
        };
        let sentence = format!("{} Danach {what} veröffentlicht, aber keine Verlängerung.", agreed_until(end, as_of));
        return Verdict::new(id, year, Word::Incomplete, sentence).on(ids(&late));
    }
    if year > end.year() {
        return Verdict::new(id, year, Word::NotApplicable, agreed_until(end, as_of));
    }
    let sentence = match extended {
        Some(day) => {
            format!("Die Befristung bis zum {} wurde bis zum {} verlängert.", date_in_words(until), date_in_words(day))
        }
        None => format!(
            "Die Befristung ist am {} abgelaufen. Danach ist in diesem Jahr keine Sitzung veröffentlicht.",
            date_in_words(until)
        ),
    };
    Verdict::new(id, year, Word::Fulfilled, sentence)
}

/// Anlage 2: "Einladung durch LWV vor GPV Steuerung". The words leave open whether the invitation or the meeting comes
/// first; the meeting is judged: one of `before` follows on the same day or before the next one of `body`. Because of
/// the open words it is never called "not kept".
pub(super) fn order(
    id: &str,
    body: &str,
    before: &str,
    by: Option<&str>,
    records: &Records,
    year: i32,
    as_of: NaiveDate,
) -> Verdict {
    let list = held(body, records, year, as_of);
    if list.is_empty() {
        return no_meeting(id, body, records, year, as_of);
    }
    // The next one counts in any year, held or still to come.
    let of = |body: &str| -> Vec<NaiveDate> {
        records.meetings.iter().filter(|m| !m.cancelled && m.is_of(body)).map(|m| m.date).collect()
    };
    let (own, other) = (of(body), of(before));
    let in_order = |m: &&&MeetingRecord| {
        let next = own.iter().copied().filter(|day| *day > m.date).min();
        let follows = other.iter().any(|day| *day >= m.date && next.is_none_or(|next| *day < next));
        follows && (by.is_none() || m.invited_by.as_deref() == by)
    };
    let good = list.iter().filter(in_order).count();
    let (yes, no) = match by {
        Some(_) => (
            "sind Reihenfolge und Einladung wie vereinbart",
            "sind Reihenfolge und Einladung nicht wie vereinbart eingetragen",
        ),
        None => ("ist die Reihenfolge wie vereinbart", "ist die Reihenfolge nicht wie vereinbart eingetragen"),
    };
    Share { list: &list, good, yes, no }.judge(id, year, as_of, false)
}

/// Nr. 13: one invitation up to a day.
pub(super) fn first_invitation(
    id: &str,
    body: &str,
    by: Option<&str>,
    until: NaiveDate,
    records: &Records,
    year: i32,
    as_of: NaiveDate,
) -> Verdict {
    if year != until.year() {
        return Verdict::new(id, year, Word::NotApplicable, "Diese Zusage galt nur für die erste Einladung.");
    }
    let known =
        |m: &&MeetingRecord| m.is_of(body) && (by.is_none() || m.invited_by.is_none() || m.invited_by.as_deref() == by);
    let dated = records.meetings.iter().filter(known).filter_map(|m| Some((m.invited?, m)));
    let list = dated.filter(|(day, _)| *day <= as_of);
    // An invitation whose sender is known goes before an earlier one whose sender is not.
    let unsure = |m: &MeetingRecord| by.is_some() && m.invited_by.is_none();
    let first = list.min_by_key(|(day, m)| (*day > until, unsure(m), *day, m.id.clone()));
    let limit = date_in_words(until);
    let (word, sentence) = match first {
        Some((day, m)) if day <= until && !unsure(m) => {
            (Word::Fulfilled, format!("Eingeladen wurde am {}, vereinbart war bis zum {limit}.", date_in_words(day)))
        }
        _ if as_of <= until => (Word::NotApplicable, format!("Die Frist läuft bis zum {limit}.")),
        Some((day, _)) if day <= until => (
            Word::Incomplete,
            format!("Eingeladen wurde am {}. Wer eingeladen hat, ist nicht veröffentlicht.", date_in_words(day)),
        ),
        other => {
            let complete = is_complete(body, records, year, as_of);
            let known = match other {
                Some((day, _)) => format!(" Die früheste veröffentlichte ist vom {}.", date_in_words(day)),
                None if complete => " Für das Jahr ist alles veröffentlicht.".to_owned(),
                None => String::new(),
            };
            let word = if complete { Word::NotFulfilled } else { Word::Incomplete };
            (word, format!("Eine Einladung bis zum {limit} ist nicht veröffentlicht.{known}"))
        }
    };
    Verdict::new(id, year, word, sentence).on(first.map(|(_, m)| m.id.clone()).into_iter().collect())
}
