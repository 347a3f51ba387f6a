//! Which day it is. The only place that asks a clock.

use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Europe::Berlin;

/// The day of a run: as given, else from `SOURCE_DATE_EPOCH` (reproducible-builds.org), else today in Berlin.
///
/// # Errors
/// A text that is no date.
pub fn day(given: Option<&str>) -> Result<NaiveDate, String> {
    if let Some(text) = given {
        return crate::front::parse_date(text)
            .ok_or_else(|| format!("„{text}“ ist kein Datum. Schreiben Sie Jahr-Monat-Tag, zum Beispiel 2026-11-23."));
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
    Ok(now.with_timezone(&Berlin).date_naive())
}
