//! Spans of time in German sentences.

use crate::german::date_in_words;
use chrono::{Months, NaiveDate};

/// "Das Gremium ist bis zum 31. März 2022 vereinbart."; "war" once the day is over.
pub(super) fn agreed_until(day: NaiveDate, as_of: NaiveDate) -> String {
    let verb = if as_of <= day { "ist" } else { "war" };
    format!("Das Gremium {verb} bis zum {} vereinbart.", date_in_words(day))
}

/// A day so many years later; the calendar's last day when it would lie beyond.
pub(super) fn years_later(day: NaiveDate, years: i32) -> NaiveDate {
    day.checked_add_months(Months::new(years.unsigned_abs().saturating_mul(12))).unwrap_or(NaiveDate::MAX)
}

/// The day after; the calendar's last day stays.
pub(super) fn day_after(day: NaiveDate) -> NaiveDate {
    day.succ_opt().unwrap_or(NaiveDate::MAX)
}
