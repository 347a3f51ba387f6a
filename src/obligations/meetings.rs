//! "Die KoK tagt mindestens zweimal jährlich": counted by calendar year.

use super::records::{BodyFacts, MeetingRecord, Records};
use super::verdict::{Verdict, Word};
use super::words::agreed_until;
use crate::german::{amount, date_in_words};
use crate::model::Frequency;
use chrono::{Datelike, NaiveDate};

/// What is known of a body's meetings in a year on a day.
struct Count {
    held: u32,
    planned: u32,
    /// Entries whose day is over and whose state says nothing yet.
    open: u32,
    /// Entries after the body's last day, which count for nothing; cancelled ones left out.
    after: u32,
    cancelled: u32,
    records: Vec<String>,
}

/// Judges the number of meetings of `body` in `year`.
pub(super) fn judge(
    id: &str,
    body: &str,
    frequency: Frequency,
    records: &Records,
    year: i32,
    as_of: NaiveDate,
) -> Verdict {
    let none = BodyFacts::default();
    let facts = records.bodies.get(body).unwrap_or(&none);
    let begin = records.begin_of(body);
    let end = facts.until();
    let count = count(body, records, year, as_of);
    let (word, sentence) = match no_full_year(begin, end, year, as_of) {
        Some((true, span)) => (Word::NotApplicable, format!("{span} {}{}", part_of_a_year(&count), after_end(&count))),
        Some((false, span)) => (Word::NotApplicable, span + &after_end(&count)),
        None => {
            let over = as_of.year() > year;
            let word = word(frequency, &count, over, facts.complete.contains(&year));
            (word, sentence(frequency, &count, word, over))
        }
    };
    let verdict = Verdict::new(id, year, word, sentence).on(count.records);
    Verdict { held: count.held, planned: count.planned, agreed: Some(frequency.per_year), ..verdict }
}

/// Why a year is not judged, and whether a part of it is counted: the agreement knows no share of a year.
fn no_full_year(
    begin: Option<NaiveDate>,
    end: Option<NaiveDate>,
    year: i32,
    as_of: NaiveDate,
) -> Option<(bool, String)> {
    if let Some(day) = end.filter(|day| day.year() < year) {
        return Some((false, agreed_until(day, as_of)));
    }
    if let Some(day) = begin.filter(|day| day.year() > year || (day.year() == year && day.ordinal() > 1)) {
        return Some((day.year() == year, format!("Die Zusage gilt erst ab dem {}.", date_in_words(day))));
    }
    let day = end.filter(|day| day.year() == year && (day.month(), day.day()) != (12, 31))?;
    Some((true, agreed_until(day, as_of)))
}

/// From how many meetings on a promise is kept. "ca. 4" is kept with 3: a quarter less is still "about".
fn least(frequency: Frequency) -> u32 {
    if frequency.approximate { frequency.per_year - frequency.per_year / 4 } else { frequency.per_year }
}

fn count(body: &str, records: &Records, year: i32, as_of: NaiveDate) -> Count {
    let in_year = |m: &&MeetingRecord| m.date.year() == year;
    let mut list: Vec<&MeetingRecord> = records.meetings.iter().filter(|m| m.is_of(body)).filter(in_year).collect();
    list.sort();
    let mut count = Count { held: 0, planned: 0, open: 0, after: 0, cancelled: 0, records: Vec::new() };
    let end = records.bodies.get(body).and_then(BodyFacts::until);
    for meeting in list {
        if !records.is_agreed(body, meeting.date) {
            count.after += u32::from(!meeting.cancelled && end.is_some_and(|day| day < meeting.date));
            continue;
        }
        if meeting.cancelled {
            count.cancelled += 1;
        } else if meeting.took_place(as_of) {
            count.held += 1;
        } else if meeting.date >= as_of {
            // Also what a later record calls held: on this day it was still to come.
            count.planned += 1;
        } else {
            count.open += 1;
        }
        count.records.push(meeting.id.to_string());
    }
    count
}

fn word(frequency: Frequency, count: &Count, over: bool, complete: bool) -> Word {
    let enough = least(frequency);
    if count.held >= enough {
        return if frequency.approximate { Word::InRange } else { Word::Fulfilled };
    }
    if over {
        // A meeting of which nobody says whether it took place may be the missing one.
        let known = complete && count.held + count.open < enough;
        return match (known, frequency.approximate) {
            (true, true) => Word::BelowRange,
            (true, false) => Word::NotFulfilled,
            (false, _) => Word::Incomplete,
        };
    }
    if count.held + count.planned >= enough {
        Word::OnTrack
    } else if count.records.is_empty() && !complete {
        Word::Incomplete
    } else {
        Word::AtRisk
    }
}

/// "1 gehaltene und 2 geplante"; empty when there is neither.
fn held_and_planned(count: &Count) -> String {
    let part = |number: u32, what: &str| (number > 0).then(|| format!("{number} {what}"));
    let parts = [part(count.held, "gehaltene"), part(count.planned, "geplante")];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" und ")
}

fn part_of_a_year(count: &Count) -> String {
    let what = match (count.held, count.planned) {
        (0, 0) => "keine Sitzung veröffentlicht".to_owned(),
        (1, 0) | (_, 1) => format!("{} Sitzung", held_and_planned(count)),
        _ => format!("{} Sitzungen", held_and_planned(count)),
    };
    format!("Ein Teil eines Jahres wird gezählt, aber nicht beurteilt: {what}.")
}

/// What is listed on the body's pages and does not count: meetings after its last day.
fn after_end(count: &Count) -> String {
    match count.after {
        0 => String::new(),
        1 => " 1 Sitzung danach zählt nicht mit.".to_owned(),
        n => format!(" {n} Sitzungen danach zählen nicht mit."),
    }
}

fn sentence(frequency: Frequency, count: &Count, word: Word, over: bool) -> String {
    let are = |number: u32, one: &'static str, many: &'static str| if number == 1 { one } else { many };
    let mut out = format!(
        "Vereinbart {} {}",
        are(frequency.per_year, "ist", "sind"),
        frequency.in_words().trim_end_matches(" im Jahr")
    );
    if frequency.approximate {
        out.push_str(&format!(" (im Rahmen ab {})", least(frequency)));
    }
    let published = match (count.held + count.planned, count.records.is_empty(), over) {
        (0, true, true) => "ist keine".to_owned(),
        (0, true, false) => "ist noch keine".to_owned(),
        (0, false, true) => "ist keine gehaltene".to_owned(),
        (0, false, false) => "ist keine gehaltene oder geplante".to_owned(),
        (number, ..) => format!("{} {}", are(number, "ist", "sind"), held_and_planned(count)),
    };
    out.push_str(&format!(", veröffentlicht {published}"));
    if count.cancelled > 0 {
        out.push_str(&format!(", abgesagt {} {}", are(count.cancelled, "ist", "sind"), count.cancelled));
    }
    out.push('.');
    match count.open {
        0 => {}
        1 => out.push_str(" Bei 1 Sitzung fehlt die Angabe, ob sie stattgefunden hat."),
        open => out.push_str(&format!(" Bei {open} Sitzungen fehlt die Angabe, ob sie stattgefunden haben.")),
    }
    let known = count.held + count.planned;
    // What nobody knows of may have been held: it is not missing for certain.
    let missing = least(frequency).saturating_sub(known + count.open);
    let verb = are(missing, "fehlt", "fehlen");
    let (all, least_so) =
        if count.open > 0 { ("Sonst ist für das Jahr", "mindestens ") } else { ("Für das Jahr ist", "") };
    match word {
        Word::AtRisk if missing == 0 => {
            let missing = least(frequency).saturating_sub(known);
            out.push_str(&format!(
                " {} nicht statt, {} noch {}.",
                are(count.open, "Fand sie", "Fanden sie"),
                are(missing, "fehlt", "fehlen"),
                amount(missing.into(), "Termin", "Termine")
            ));
        }
        Word::AtRisk => {
            let dates = amount(missing.into(), "Termin", "Termine");
            out.push_str(&format!(" Es {verb} noch {least_so}{dates}."));
        }
        Word::NotFulfilled => {
            let meetings = amount(missing.into(), "Sitzung", "Sitzungen");
            out.push_str(&format!(" {all} alles veröffentlicht, es {verb} {least_so}{meetings}."));
        }
        Word::BelowRange => out.push_str(&format!(" {all} alles veröffentlicht.")),
        // The open entries have said it already.
        Word::Incomplete if over && count.held + count.open < least(frequency) => {
            let more = if count.held == 0 { "Sitzungen" } else { "weitere" };
            out.push_str(&format!(" Ob es {more} gab, ist nicht veröffentlicht."));
        }
        _ => {}
    }
    out
}
