//! From when until when something holds.

use chrono::NaiveDate;

/// A span of days, both ends included; an open end has no limit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Validity {
    /// First day.
    pub from: Option<NaiveDate>,
    /// Last day.
    pub until: Option<NaiveDate>,
}

impl Validity {
    /// Whether a day lies in it.
    pub fn holds(&self, day: NaiveDate) -> bool {
        self.from.is_none_or(|from| from <= day) && !self.is_over(day)
    }

    /// Whether a day lies after it.
    pub fn is_over(&self, day: NaiveDate) -> bool {
        self.until.is_some_and(|until| until < day)
    }

    /// The same up to the last day of an extension, where that is later.
    pub fn extended_to(self, day: Option<NaiveDate>) -> Validity {
        Validity { until: self.until.max(day), ..self }
    }

    /// Whether the end lies before the beginning.
    pub fn is_backwards(&self) -> bool {
        matches!((self.from, self.until), (Some(from), Some(until)) if until < from)
    }
}
