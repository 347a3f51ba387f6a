//! Which day it is. The only place that asks a clock.

use chrono::{DateTime, Datelike, NaiveDate, Utc};
use chrono_tz::Europe::Berlin;

/// Years that a site can be built for.
const YEARS: std::ops::RangeInclusive<i32> = 1900..=2200;

/// The day of a run: as given, else from `SOURCE_DATE_EPOCH` (reproducible-builds.org), else today in Berlin.
///
/// # Errors
/// A text that is no date, or a day far from ours.
pub fn day(given: Option<&str>) -> Result<NaiveDate, String> {
    if let Some(text) = given {
        let day = crate::front::parse_date(text).ok_or_else(|| {
            format!("„{text}“ ist kein Datum. Schreiben Sie Jahr-Monat-Tag, zum Beispiel 2026-11-23.")
        })?;
        return within(day, "--as-of");
    }
    let now = match std::env::var("SOURCE_DATE_EPOCH") {
        Ok(text) => text
            .trim()
            .parse()
            .ok()
            .and_then(|seconds| DateTime::<Utc>::from_timestamp(seconds, 0))
            .ok_or_else(|| format!("SOURCE_DATE_EPOCH ist „{text}“ und damit keine Zahl von Sekunden seit 1970."))?,
        Err(_) => Utc::now(),
    };
    within(now.with_timezone(&Berlin).date_naive(), "SOURCE_DATE_EPOCH")
}

/// A day near enough to ours. Promises are judged for each year since they began: thousands of them are a slip.
fn within(day: NaiveDate, option: &str) -> Result<NaiveDate, String> {
    if YEARS.contains(&day.year()) {
        return Ok(day);
    }
    Err(format!("{option}: Der Tag {day} liegt nicht in den Jahren {} bis {}.", YEARS.start(), YEARS.end()))
}
