//! When a meeting begins and ends as instants: civil time in Europe/Berlin with its rules. Asks no clock.

use super::Meeting;
use chrono::{DateTime, NaiveDate, NaiveTime, TimeZone};
use chrono_tz::{Europe::Berlin, Tz};

impl Meeting {
    /// Begin. `None` without a day or a time, and for a time that does not exist (the hour skipped in March). Of an hour
    /// that exists twice the first is meant (RFC 5545, 3.3.5).
    pub fn starts(&self) -> Option<DateTime<Tz>> {
        at(self.date?, self.begin?)
    }

    /// End, when it is after the begin.
    pub fn ends(&self) -> Option<DateTime<Tz>> {
        let end = at(self.date?, self.end?)?;
        Some(end).filter(|end| self.starts().is_some_and(|begin| *end > begin))
    }
}

fn at(day: NaiveDate, time: NaiveTime) -> Option<DateTime<Tz>> {
    Berlin.from_local_datetime(&day.and_time(time)).earliest()
}

/// The first instant of a day in Europe/Berlin as `2026-03-12T00:00:00+01:00` (RFC 3339, never with `Z`).
pub fn day_begins(day: NaiveDate) -> String {
    at(day, NaiveTime::MIN).map_or_else(|| format!("{day}T00:00:00+01:00"), instant)
}

/// An instant as `2026-03-12T10:00:00+01:00`.
pub fn instant(time: DateTime<Tz>) -> String {
    time.format("%Y-%m-%dT%H:%M:%S%:z").to_string()
}
