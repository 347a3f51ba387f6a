//! Nr. 5: "Die Geschäftsführung wechselt alle zwei Jahre." The end of the first term can be read in two ways, and both
//! are shown. A partner that goes on after its term has not changed: its terms in a row are one.

use super::records::{Records, Term};
use super::verdict::{Verdict, Word};
use super::words::{day_after, years_later};
use crate::german::date_in_words;
use crate::model::Reading;
use chrono::{Datelike, NaiveDate};

/// Where a change of the chair stands after one reading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ReadingState {
    /// The change is due on this day, which is today or still to come.
    Due(NaiveDate),
    /// The change was due on this day, and no successor has begun.
    OverdueSince(NaiveDate),
    /// A successor is recorded from this day on.
    Changed(NaiveDate),
}

/// How each reading of the first term's end stands on `as_of`.
pub fn reading_states(readings: &[Reading], records: &Records, as_of: NaiveDate) -> Vec<(Reading, ReadingState)> {
    let successor = spans(records).get(1).map(|s| s.from).filter(|day| *day <= as_of);
    let state = |reading: &Reading| {
        let due = day_after(reading.until);
        match successor {
            Some(day) => ReadingState::Changed(day),
            None if due < as_of => ReadingState::OverdueSince(due),
            None => ReadingState::Due(due),
        }
    };
    readings.iter().map(|r| (r.clone(), state(r))).collect()
}

/// Terms of one partner in a row.
pub(super) struct Span<'a> {
    partner: &'a str,
    /// First day.
    pub from: NaiveDate,
    /// Last day on which the partner is known to have the chair. A second term without an end lasts.
    known: Option<NaiveDate>,
}

pub(super) fn spans<'a>(records: &'a Records<'a>) -> Vec<Span<'a>> {
    let mut terms: Vec<&Term> = records.chair.iter().collect();
    terms.sort();
    let mut out: Vec<Span<'_>> = Vec::new();
    for term in terms {
        match out.last_mut().filter(|s| s.partner == term.partner) {
            Some(span) => span.known = span.known.max(Some(term.until.unwrap_or(NaiveDate::MAX))),
            None => out.push(Span { partner: &term.partner, from: term.from, known: term.until }),
        }
    }
    out
}

/// A change that should come: after which span, and on which days it can be read to be due.
struct Change {
    known: Option<NaiveDate>,
    next: Option<NaiveDate>,
    earliest: NaiveDate,
    latest: NaiveDate,
}

fn changes(years: i32, readings: &[Reading], spans: &[Span<'_>]) -> Vec<Change> {
    let change = |(n, span): (usize, &Span<'_>)| {
        let agreed = years_later(span.from, years);
        let days = || readings.iter().filter(|_| n == 0).map(|r| day_after(r.until));
        let (earliest, latest) = (days().min().unwrap_or(agreed), days().max().unwrap_or(agreed));
        Change { known: span.known, next: spans.get(n + 1).map(|s| s.from), earliest, latest }
    };
    spans.iter().enumerate().map(change).collect()
}

/// Judges the chair in `year`: whether the change that fell due in it, or was still owed, took place.
pub(super) fn judge(
    id: &str,
    years: i32,
    readings: &[Reading],
    records: &Records,
    year: i32,
    as_of: NaiveDate,
) -> Verdict {
    let spans = spans(records);
    let changes = changes(years, readings, &spans);
    let done = |day: Option<NaiveDate>| day.filter(|d| *d <= as_of);
    let early = changes.iter().find(|c| done(c.next).is_some_and(|d| d.year() == year && d < c.earliest));
    // The last change that was due by the end of the year, in any reading.
    let (word, sentence) = match (changes.iter().rfind(|c| c.earliest.year() <= year), early, changes.first()) {
        (Some(change), ..) => owed(change, records.complete.contains(&year), year, as_of),
        (None, Some(c), _) => {
            let day = c.next.unwrap_or(c.earliest);
            let sentence =
                format!("Der Wechsel ist schon am {} geschehen, fällig ist er am {}.", date_in_words(day), days(c));
            (Word::NotApplicable, sentence)
        }
        (None, None, Some(c)) => (Word::NotApplicable, format!("Der nächste Wechsel ist am {} fällig.", days(c))),
        (None, None, None) => (Word::Incomplete, "Wer die Geschäftsführung hat, ist nicht veröffentlicht.".to_owned()),
    };
    Verdict::new(id, year, word, sentence)
}

fn owed(change: &Change, complete: bool, year: i32, as_of: NaiveDate) -> (Word, String) {
    let over = as_of.year() > year;
    // Nobody is late who keeps to one of the readings.
    let known = over && complete && change.latest.year() <= year;
    let late = if known { Word::NotFulfilled } else { Word::Incomplete };
    let due = format!("Der Wechsel war am {} fällig.", days(change));
    match change.next {
        Some(next) if next <= as_of && next.year() > year => {
            return (late, format!("{due} Geschehen ist er erst am {}.", date_in_words(next)));
        }
        // Also a change before the year in which it fell due.
        Some(next) if next <= as_of && (next.year() == year || change.earliest.year() == year) => {
            return (Word::Fulfilled, format!("{due} Er ist am {} geschehen.", date_in_words(next)));
        }
        Some(next) if next <= as_of => {
            return (Word::NotApplicable, "In diesem Jahr steht kein Wechsel an.".to_owned());
        }
        Some(next) if next.year() == year => {
            let word = if next <= change.latest { Word::OnTrack } else { Word::AtRisk };
            let sentence =
                format!("Der Wechsel ist für den {} eingetragen, fällig am {}.", date_in_words(next), days(change));
            return (word, sentence);
        }
        _ => {}
    }
    if as_of <= change.earliest {
        return (Word::NotApplicable, format!("Der nächste Wechsel ist am {} fällig.", days(change)));
    }
    if as_of <= change.latest {
        let sentence = format!(
            "Nach einer Lesart war der Wechsel am {} fällig, nach der anderen ist er es am {}. Ein Wechsel ist nicht \
             veröffentlicht.",
            date_in_words(change.earliest),
            date_in_words(change.latest)
        );
        return (Word::Incomplete, sentence);
    }
    if change.known.is_some_and(|day| day >= change.latest) {
        let word = if over { late } else { Word::AtRisk };
        return (word, format!("{due} Derselbe Partner hat die Geschäftsführung behalten."));
    }
    (late, format!("{due} Wer die Geschäftsführung seitdem hat, ist nicht veröffentlicht."))
}

/// "1. Januar 2023 (nach anderer Lesart am 1. Juni 2023)".
fn days(change: &Change) -> String {
    let first = date_in_words(change.earliest);
    if change.earliest == change.latest {
        first
    } else {
        format!("{first} (nach anderer Lesart am {})", date_in_words(change.latest))
    }
}
