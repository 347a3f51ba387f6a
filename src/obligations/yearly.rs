//! Numbers that are given once a year, and versions that follow resolutions.

use super::records::{Records, ReportRecord};
use super::verdict::{Verdict, Word};
use crate::german::{amount, date_in_words};
use crate::model::{Obligation, Promise};
use chrono::{Datelike, NaiveDate};

/// The day up to which the number about `year` can be given. Without a date: the end of the year, or with a reference
/// day the end of the year after.
pub(super) fn due_day(promise: &Promise, year: i32) -> Option<NaiveDate> {
    let Promise::Yearly { reference, due, .. } = promise else { return None };
    let due_year = if reference.is_some() { year.checked_add(1)? } else { year };
    match due {
        Some(day) => day.in_year(due_year),
        None => NaiveDate::from_ymd_opt(due_year, 12, 31),
    }
}

/// The day that is agreed for the number about `year`. An own patience is no agreed deadline: nothing is late by it.
pub(super) fn agreed_day(promise: &Promise, year: i32) -> Option<NaiveDate> {
    let Promise::Yearly { due: Some(_), due_agreed: true, .. } = promise else { return None };
    due_day(promise, year)
}

/// Why the number about `year` is not owed, in German; `None` where it is. Nothing is owed before the agreement is in
/// force (Nr. 15), and the agreement knows no share of a year.
pub(super) fn not_owed(promise: &Promise, in_force: NaiveDate, year: i32) -> Option<String> {
    let Promise::Yearly { reference, first_year, .. } = promise else { return None };
    if first_year.is_some_and(|first| year < first) {
        return Some("Für dieses Jahr ist noch keine Angabe zugesagt.".to_owned());
    }
    let early = |day: Option<NaiveDate>| day.filter(|day| *day < in_force).map(date_in_words);
    if let Some(day) = early(reference.and_then(|day| day.in_year(year))) {
        return Some(format!("Der Stichtag {day} lag vor dem Inkrafttreten der Vereinbarung."));
    }
    if let Some(day) = early(due_day(promise, year)) {
        return Some(format!("Die Frist am {day} lag vor dem Inkrafttreten der Vereinbarung."));
    }
    let part = reference.is_none() && first_year.is_none() && in_force.year() == year && in_force.ordinal() > 1;
    part.then(|| {
        let day = date_in_words(in_force);
        format!("Die Zusage gilt erst ab dem {day}. Ein Teil eines Jahres wird nicht beurteilt.")
    })
}

/// Whether a report speaks for a partner. One that names no partner, or none of those who promised, speaks for all.
fn speaks_for(report: &ReportRecord, partner: &str, obligation: &Obligation) -> bool {
    report.supplier.as_deref().is_none_or(|s| s == partner || obligation.debtors.iter().all(|d| d != s))
}

/// Judges the number about `year`. Where several partners promised, each one's number is needed.
pub(super) fn judge(obligation: &Obligation, records: &Records, year: i32, as_of: NaiveDate) -> Verdict {
    let id = &obligation.id;
    let of_year = records.reports.iter().filter(|r| r.obligation == *id && r.year == year && r.published <= as_of);
    let mut found: Vec<&ReportRecord> = of_year.collect();
    found.sort();
    let (word, sentence) = word(obligation, &found, records, year, as_of);
    Verdict::new(id, year, word, sentence).on(found.iter().map(|r| r.id.clone()).collect())
}

fn word(
    obligation: &Obligation,
    found: &[&ReportRecord],
    records: &Records,
    year: i32,
    as_of: NaiveDate,
) -> (Word, String) {
    let promise = &obligation.promise;
    let Promise::Yearly { reference, .. } = promise else {
        return (Word::NotApplicable, "Diese Zusage lässt sich nicht zählen.".to_owned());
    };
    if let Some(why) = records.in_force.and_then(|day| not_owed(promise, day, year)) {
        return (Word::NotApplicable, why);
    }
    let about = match reference.and_then(|day| day.in_year(year)) {
        Some(day) => format!("zum Stichtag {}", date_in_words(day)),
        None => format!("für das Jahr {year}"),
    };
    let limit = due_day(promise, year);
    let agreed = agreed_day(promise, year);
    // For each partner that promised its first report; where nobody is named, the first of all.
    let first = |partner: &str| found.iter().filter(|r| speaks_for(r, partner, obligation)).min();
    let firsts: Vec<_> = match obligation.debtors.as_slice() {
        [] => vec![found.first()],
        debtors => debtors.iter().map(|d| first(d)).collect(),
    };
    let given = firsts.iter().flatten().count();
    if let Some(published) = firsts.iter().flatten().map(|r| r.published).max().filter(|_| given == firsts.len()) {
        let supplied = firsts.iter().flatten().filter_map(|r| r.supplied).max();
        let late = supplied.zip(agreed).map_or(0, |(supplied, day)| (supplied - day).num_days());
        let tail = match u64::try_from(late) {
            Ok(days @ 1..) => format!(" Die Zahlen kamen {} nach der Frist.", amount(days, "Tag", "Tage")),
            _ => String::new(),
        };
        let sentence = format!("Die Angabe {about} wurde am {} veröffentlicht.{tail}", date_in_words(published));
        return (Word::Fulfilled, sentence);
    }
    let partly = match given {
        0 => String::new(),
        _ => format!(" Bisher liegt die Angabe von {given} der {} Partner vor.", firsts.len()),
    };
    // Beyond the last day of the calendar no deadline ends.
    if let Some(day) = limit.or(Some(NaiveDate::MAX)).filter(|day| *day >= as_of) {
        let day = date_in_words(day);
        let open = match agreed {
            Some(_) => format!("Die Frist läuft bis zum {day}."),
            None => format!("Eine Frist ist nicht vereinbart. Die Angabe gilt bis zum {day} als offen."),
        };
        return (Word::NotApplicable, format!("{open}{partly}"));
    }
    // Not only the deadline: the year itself has to be over.
    if records.complete.contains(&year) && as_of.year() > year {
        let sentence = format!("Die Angabe {about} fehlt. Für das Jahr ist alles veröffentlicht.{partly}");
        return (Word::NotFulfilled, sentence);
    }
    let sentence = match given {
        0 => format!("Die Angabe {about} ist nicht veröffentlicht."),
        _ => format!("Die Angabe {about} ist nicht vollständig veröffentlicht.{partly}"),
    };
    (Word::Incomplete, sentence)
}

/// Nr. 11: the agreement is adapted when bodies at state level agree otherwise.
pub(super) fn adaptation(id: &str, records: &Records, year: i32, as_of: NaiveDate) -> Verdict {
    let known = records.resolutions.iter().copied().filter(|day| day.year() <= year && *day <= as_of);
    let (word, sentence) = match known.max() {
        None => (Word::NotApplicable, "Ein abweichender Beschluss auf Landesebene ist nicht eingetragen.".to_owned()),
        Some(last) => match records.versions.iter().filter(|day| **day >= last && **day <= as_of).min() {
            Some(day) => (Word::Fulfilled, format!("Die Vereinbarung wurde zum {} angepasst.", date_in_words(*day))),
            None => (
                Word::Incomplete,
                format!("Seit dem Beschluss vom {} ist keine Anpassung veröffentlicht.", date_in_words(last)),
            ),
        },
    };
    Verdict::new(id, year, word, sentence)
}
