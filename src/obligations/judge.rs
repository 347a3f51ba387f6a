//! One promise, one year, one verdict.

use super::due::last_notice;
use super::records::Records;
use super::verdict::{Verdict, Word};
use super::{chair, events, meetings, yearly};
use crate::german::date_in_words;
use crate::model::{Obligation, Promise};
use chrono::{Datelike, NaiveDate};

/// The years that are judged: from the agreement's first to the one of `as_of`. Empty before the agreement is in force.
pub fn years(records: &Records, as_of: NaiveDate) -> std::ops::RangeInclusive<i32> {
    let first = records.in_force.filter(|day| *day <= as_of).map(|day| day.year());
    // A range that ends before it begins holds no year.
    first.unwrap_or(as_of.year().saturating_add(1))..=as_of.year()
}

/// Judges `obligation` for `year` as known on `as_of`.
pub fn judge(obligation: &Obligation, records: &Records, year: i32, as_of: NaiveDate) -> Verdict {
    let id = &obligation.id;
    // Nothing is judged before the agreement is in force (Nr. 15).
    match records.in_force {
        None => {
            return Verdict::new(
                id,
                year,
                Word::NotApplicable,
                "Die Vereinbarung nennt keinen Tag, an dem sie in Kraft tritt.",
            );
        }
        Some(day) if day > as_of || day.year() > year => {
            return Verdict::new(id, year, Word::NotApplicable, "Die Vereinbarung war noch nicht in Kraft.");
        }
        Some(_) => {}
    }
    if year > as_of.year() {
        return Verdict::new(id, year, Word::NotApplicable, "Das Jahr hat noch nicht begonnen.");
    }
    match &obligation.promise {
        Promise::Meetings { body, frequency } => meetings::judge(id, body, *frequency, records, year, as_of),
        Promise::Invitation { body } => events::invitations(id, body, records, year, as_of),
        Promise::Minutes { body, days } => events::minutes(id, body, *days, records, year, as_of),
        Promise::Rotation { years, readings } => chair::judge(id, *years, readings, records, year, as_of),
        Promise::Expiry { body, until } => events::expiry(id, body, *until, records, year, as_of),
        Promise::Order { body, before, by } => events::order(id, body, before, by.as_deref(), records, year, as_of),
        Promise::Yearly { .. } => yearly::judge(obligation, records, year, as_of),
        Promise::FirstInvitation { body, by, until } => {
            events::first_invitation(id, body, by.as_deref(), *until, records, year, as_of)
        }
        Promise::Adaptation => yearly::adaptation(id, records, year, as_of),
        Promise::Notice { months } => {
            Verdict::new(id, year, Word::NotApplicable, notice(*months, records, year, as_of))
        }
        Promise::Uncounted => Verdict::new(id, year, Word::NotApplicable, "Diese Zusage lässt sich nicht zählen."),
    }
}

/// Nr. 12: what a partner can do, and nobody has to.
fn notice(months: u32, records: &Records, year: i32, as_of: NaiveDate) -> String {
    let Some(day) = last_notice(year, months) else { return "Niemand muss kündigen.".to_owned() };
    // Nobody can end what is not in force yet (Nr. 15).
    if records.in_force.is_some_and(|first| day < first) {
        let day = date_in_words(day);
        return format!(
            "Eine Kündigung zum 31. Dezember {year} war nicht möglich. Die Frist am {day} lag vor dem Inkrafttreten der \
             Vereinbarung."
        );
    }
    let verb = if as_of <= day { "ist" } else { "war" };
    let day = date_in_words(day);
    format!("Eine Kündigung zum 31. Dezember {year} {verb} bis zum {day} möglich. Niemand muss kündigen.")
}
