//! Promises about single meetings: invitations, minutes, ends, orders.

use super::records::{BodyFacts, MeetingRecord, Records};
use super::verdict::{Verdict, Word};
use super::words::agreed_until;
use crate::german::{amount, date_in_words};
use chrono::{Datelike, NaiveDate};

/// Meetings of a body that took place in a year, up to a day, while the body is agreed.
fn held<'a>(body: &str, records: &'a Records<'a>, year: i32, as_of: NaiveDate) -> Vec<&'a MeetingRecord<'a>> {
    let agreed = |m: &&MeetingRecord| m.date.year() == year && records.is_agreed(body, m.date);
    let took_place = records.meetings.iter().filter(|m| m.is_of(body) && m.took_place(as_of));
    let mut list: Vec<&MeetingRecord> = took_place.filter(agreed).collect();
    list.sort();
    list
}

/// Whether meetings of a body took place in a year at a time for which it is not agreed: pages list them too.
fn met_outside(body: &str, records: &Records, year: i32, as_of: NaiveDate) -> bool {
    let outside = |m: &&MeetingRecord| m.date.year() == year && !records.is_agreed(body, m.date);
    records.meetings.iter().filter(outside).any(|m| m.is_of(body) && m.took_place(as_of))
}

fn is_complete(body: &str, records: &Records, year: i32, as_of: NaiveDate) -> bool {
    as_of.year() > year && records.bodies.get(body).is_some_and(|b| b.complete.contains(&year))
}

fn ids(list: &[&MeetingRecord]) -> Vec<String> {
    list.iter().map(|m| m.id.to_string()).collect()
}

/// Where no meeting is known: a missing record is no missing meeting, so a past year says that too little is published,
/// unless the editors have declared it complete or the body was not agreed in it.
fn no_meeting(id: &str, body: &str, records: &Records, year: i32, as_of: NaiveDate) -> Verdict {
    let begun = records.begin_of(body).is_some_and(|day| day.year() <= year);
    let ended = records.bodies.get(body).and_then(BodyFacts::until).is_some_and(|day| day.year() < year);
    let unknown = as_of.year() > year && begun && !ended && !is_complete(body, records, year, as_of);
    let word = if unknown { Word::Incomplete } else { Word::NotApplicable };
    let yet = if as_of.year() > year { "" } else { "noch " };
    let when = match met_outside(body, records, year, as_of) {
        true => "In der vereinbarten Zeit ist in diesem Jahr",
        false => "In diesem Jahr ist",
    };
    Verdict::new(id, year, word, format!("{when} {yet}keine gehaltene Sitzung veröffentlicht."))
}

/// What a share of meetings has in common.
struct Share<'a> {
    list: &'a [&'a MeetingRecord<'a>],
    good: usize,
    /// Of which it is not known yet, because there is still time.
    young: usize,
    /// Whether there are others at a time for which the body is not agreed.
    outside: bool,
    /// "ist eine Einladung eingetragen"
    yes: &'static str,
    /// "ist keine Einladung eingetragen"
    no: &'static str,
}

impl Share<'_> {
    /// All that is known is good, or not. A running year is only on its way, and so is one of which something may still
    /// come in time. `known` says that what is missing did not happen.
    fn judge(&self, id: &str, year: i32, as_of: NaiveDate, known: bool) -> Verdict {
        let word = match (self.good + self.young == self.list.len(), known) {
            (true, _) if as_of.year() <= year || self.young > 0 => Word::OnTrack,
            (true, _) => Word::Fulfilled,
            (false, true) => Word::NotFulfilled,
            (false, false) => Word::Incomplete,
        };
        Verdict::new(id, year, word, self.sentence()).on(ids(self.list))
    }

    fn sentence(&self) -> String {
        let Share { list, good, yes, no, .. } = self;
        let agreed = if self.outside { " in der vereinbarten Zeit" } else { "" };
        match (list.len(), *good) {
            (1, 0) => format!("Bei der einen gehaltenen Sitzung{agreed} {no}."),
            (1, _) => format!("Bei der einen gehaltenen Sitzung{agreed} {yes}."),
            (total, 0) => format!("Bei keiner von {total} gehaltenen Sitzungen{agreed} {yes}."),
            (total, good) if total == good => format!("Bei allen {total} gehaltenen Sitzungen{agreed} {yes}."),
            (total, good) => format!("Bei {good} von {total} gehaltenen Sitzungen{agreed} {yes}."),
        }
    }
}

/// Nr. 5: "rechtzeitige Einberufung". The invitation is there and lies before the meeting. Its day need not be published:
/// a missing one is no late one, whatever is declared about the meetings.
pub(super) fn invitations(id: &str, body: &str, records: &Records, year: i32, as_of: NaiveDate) -> Verdict {
    let list = held(body, records, year, as_of);
    if list.is_empty() {
        return no_meeting(id, body, records, year, as_of);
    }
    let good = list.iter().filter(|m| m.invited.is_some_and(|day| day < m.date)).count();
    let unknown = list.iter().filter(|m| m.invited.is_none()).count();
    let late = list.len() - good - unknown;
    let (yes, no) = if unknown == list.len() {
        ("ist der Tag der Einladung eingetragen", "ist der Tag der Einladung nicht eingetragen")
    } else {
        ("ist eine Einladung vor der Sitzung eingetragen", "ist keine Einladung vor der Sitzung eingetragen")
    };
    let outside = met_outside(body, records, year, as_of);
    let share = Share { list: &list, good, young: 0, outside, yes, no };
    let known = late > 0 && is_complete(body, records, year, as_of);
    let mut verdict = share.judge(id, year, as_of, known);
    let of = |number: usize| amount(number as u64, "Sitzung", "Sitzungen");
    if unknown > 0 && unknown < list.len() {
        verdict.sentence.push_str(&format!(" Bei {} fehlt der Tag der Einladung.", of(unknown)));
        if late > 0 {
            verdict.sentence.push_str(&format!(" Bei {} liegt er nicht davor.", of(late)));
        }
    }
    verdict
}

/// Nr. 5: "Protokollführung". Minutes are there `days` days after the meeting. Later ones count too and are told: the
/// agreement names no number of days.
pub(super) fn minutes(id: &str, body: &str, days: i64, records: &Records, year: i32, as_of: NaiveDate) -> Verdict {
    let list = held(body, records, year, as_of);
    if list.is_empty() {
        return no_meeting(id, body, records, year, as_of);
    }
    let age = |m: &MeetingRecord, day: NaiveDate| (day - m.date).num_days();
    let good = list.iter().filter(|m| m.has_minutes(as_of)).count();
    let young = list.iter().filter(|m| !m.has_minutes(as_of) && age(m, as_of) <= days).count();
    let span = amount(days.unsigned_abs(), "Tag", "Tage");
    let outside = met_outside(body, records, year, as_of);
    if young == list.len() {
        let agreed = if outside { " in der vereinbarten Zeit" } else { "" };
        let sentence = match young {
            1 => format!(
                "Für die Niederschrift der einen gehaltenen Sitzung{agreed} ist noch Zeit: {span} nach der Sitzung."
            ),
            n => format!(
                "Für die Niederschriften der {n} gehaltenen Sitzungen{agreed} ist noch Zeit: {span} nach jeder Sitzung."
            ),
        };
        return Verdict::new(id, year, Word::NotApplicable, sentence).on(ids(&list));
    }
    let (yes, no) = ("ist die Niederschrift veröffentlicht", "ist die Niederschrift nicht veröffentlicht");
    let share = Share { list: &list, good, young, outside, yes, no };
    let mut verdict = share.judge(id, year, as_of, is_complete(body, records, year, as_of));
    let late =
        list.iter().filter(|m| m.has_minutes(as_of) && m.minutes.flatten().is_some_and(|day| age(m, day) > days));
    match late.count() {
        0 => {}
        1 => verdict.sentence.push_str(&format!(" Eine kam später als {span} nach der Sitzung.")),
        n => verdict.sentence.push_str(&format!(" {n} kamen später als {span} nach der Sitzung.")),
    }
    if young > 0 {
        let which = amount(young as u64, "Sitzung", "Sitzungen");
        verdict.sentence.push_str(&format!(" Bei {which} ist dafür noch Zeit: {span} nach der Sitzung."));
    }
    verdict
}

/// Anlage 2: "befristet zunächst bis". Over, or an extension is recorded; a meeting after the end needs one. That nobody
/// published a meeting after the end proves nothing: the rest of that year has to be declared complete.
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
    let longer = extended.map(|day| {
        format!("Die Befristung bis zum {} wurde bis zum {} verlängert.", date_in_words(until), date_in_words(day))
    });
    if let Some(sentence) = longer.as_ref().filter(|_| year < end.year() || (year == end.year() && is_last(end))) {
        return Verdict::new(id, year, Word::Fulfilled, sentence);
    }
    // Before the end, and where no day of the year lies behind it, there is nothing to keep.
    if year > end.year() || as_of <= end || is_last(end) {
        return Verdict::new(id, year, Word::NotApplicable, agreed_until(end, as_of));
    }
    // An entry whose state nobody told may have been such a meeting.
    let open = records.meetings.iter().filter(|m| m.is_of(body) && !m.cancelled).any(|m| after(&m));
    let told = is_complete(body, records, year, as_of) && !open;
    let (word, rest) = match (told, as_of.year() > year) {
        (true, _) => (
            Word::Fulfilled,
            "Danach ist in diesem Jahr keine gehaltene Sitzung veröffentlicht. Für das Jahr ist alles veröffentlicht.",
        ),
        (false, true) => (Word::Incomplete, "Ob es danach in diesem Jahr Sitzungen gab, ist nicht veröffentlicht."),
        (false, false) => (Word::Incomplete, "Danach ist in diesem Jahr noch keine gehaltene Sitzung veröffentlicht."),
    };
    let over = longer.unwrap_or_else(|| format!("Die Befristung ist am {} abgelaufen.", date_in_words(until)));
    Verdict::new(id, year, word, format!("{over} {rest}"))
}

/// Whether a day is the last of its year.
fn is_last(day: NaiveDate) -> bool {
    (day.month(), day.day()) == (12, 31)
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
    let outside = met_outside(body, records, year, as_of);
    Share { list: &list, good, young: 0, outside, yes, no }.judge(id, year, as_of, false)
}

/// Nr. 13: one invitation up to a day. A meeting of that year without a day of invitation may be the one that it was for.
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
            let undated = |m: &&MeetingRecord| known(m) && m.date.year() == year && m.invited.is_none();
            let undated = records.meetings.iter().filter(undated).count();
            let complete = is_complete(body, records, year, as_of) && undated == 0;
            let mut rest = match other {
                Some((day, _)) => format!(" Die früheste veröffentlichte ist vom {}.", date_in_words(day)),
                None if complete => " Für das Jahr ist alles veröffentlicht.".to_owned(),
                None => String::new(),
            };
            if undated > 0 {
                let which = amount(undated as u64, "Sitzung", "Sitzungen");
                rest.push_str(&format!(" Bei {which} fehlt der Tag der Einladung."));
            }
            let word = if complete { Word::NotFulfilled } else { Word::Incomplete };
            (word, format!("Eine Einladung bis zum {limit} ist nicht veröffentlicht.{rest}"))
        }
    };
    Verdict::new(id, year, word, sentence).on(first.map(|(_, m)| m.id.to_string()).into_iter().collect())
}
