//! What an agreement promises, as data. Which promises can be counted, and how, follows the agreement's own words; the
//! judging is done elsewhere (`obligations/`).

use super::Frequency;
use chrono::NaiveDate;

/// A day of the year that comes back, e.g. 31 March.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct YearDay {
    /// 1 to 12.
    pub month: u32,
    /// 1 to 31.
    pub day: u32,
}

impl YearDay {
    /// Reads `03-31`. 29 February is refused: it does not come back every year.
    ///
    /// # Errors
    /// The remedy, in German.
    pub fn parse(text: &str) -> Result<YearDay, String> {
        let remedy =
            || "Schreiben Sie Monat-Tag in Anführungszeichen, zum Beispiel \"03-31\" für den 31. März.".to_owned();
        let (month, day) = text.split_once('-').ok_or_else(remedy)?;
        let two = |part: &str| (part.len() == 2).then(|| part.parse::<u32>().ok()).flatten();
        let (month, day) = (two(month).ok_or_else(remedy)?, two(day).ok_or_else(remedy)?);
        // A common year decides: 2021 has no 29 February.
        NaiveDate::from_ymd_opt(2021, month, day).map(|_| YearDay { month, day }).ok_or_else(remedy)
    }

    /// The day in a year.
    pub fn in_year(self, year: i32) -> Option<NaiveDate> {
        NaiveDate::from_ymd_opt(year, self.month, self.day)
    }
}

/// One way to read an unclear term: words of the agreement, and the last day that they mean.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// The words, e.g. "die Jahre 2021/22".
    pub text: String,
    /// Last day of the term after this reading.
    pub until: NaiveDate,
}

/// What is promised.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Promise {
    /// A body meets so often in a calendar year.
    Meetings {
        /// Id of the body.
        body: String,
        /// How often.
        frequency: Frequency,
    },
    /// Whoever has the chair invites before the meeting.
    Invitation {
        /// Id of the body.
        body: String,
    },
    /// Minutes are there so many days after a meeting.
    Minutes {
        /// Id of the body.
        body: String,
        /// Days; our own setting where the agreement names none.
        days: i64,
    },
    /// The chair changes after so many years.
    Rotation {
        /// Years of a term.
        years: i32,
        /// Ways to read the first term's end.
        readings: Vec<Reading>,
    },
    /// A body is agreed up to a day.
    Expiry {
        /// Id of the body.
        body: String,
        /// Last day.
        until: NaiveDate,
    },
    /// A body meets before another one, invited by a partner.
    Order {
        /// Id of the body.
        body: String,
        /// Id of the body that meets after it.
        before: String,
        /// Short name of the partner that invites.
        by: Option<String>,
    },
    /// A number is given once a year.
    Yearly {
        /// The day that the number is about, of the year it is about.
        reference: Option<YearDay>,
        /// Last day to give it: of the same year, or of the next one where there is a reference day.
        due: Option<YearDay>,
        /// Whether `due` is agreed, or only our own patience.
        due_agreed: bool,
        /// First year that it is owed for.
        first_year: Option<i32>,
    },
    /// An invitation that is due once.
    FirstInvitation {
        /// Id of the body.
        body: String,
        /// Short name of the partner that invites.
        by: Option<String>,
        /// Last day.
        until: NaiveDate,
    },
    /// Termination with so many months' notice to the end of a year.
    Notice {
        /// Months.
        months: u32,
    },
    /// The agreement follows resolutions at state level.
    Adaptation,
    /// A promise that nobody can count.
    Uncounted,
}

impl Promise {
    /// The body it is about, if it is about one.
    pub fn body(&self) -> Option<&str> {
        match self {
            Promise::Meetings { body, .. }
            | Promise::Invitation { body }
            | Promise::Minutes { body, .. }
            | Promise::Expiry { body, .. }
            | Promise::Order { body, .. }
            | Promise::FirstInvitation { body, .. } => Some(body),
            _ => None,
        }
    }
}

/// A promise with its place in the agreement and who made it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Obligation {
    /// Stable short name.
    pub id: String,
    /// What is promised, one German sentence.
    pub title: String,
    /// Clauses it stands in, as anchors; the first is the main one.
    pub clauses: Vec<String>,
    /// Short names of the partners that owe it.
    pub debtors: Vec<String>,
    /// What of it may be public, German.
    pub public: Option<String>,
    /// A word of the editors on it.
    pub note: Option<String>,
    /// What is promised.
    pub promise: Promise,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_of_the_year_come_back_every_year() {
        assert_eq!(YearDay::parse("03-31"), Ok(YearDay { month: 3, day: 31 }));
        for text in ["02-29", "02-30", "3-31", "13-01", "0331", ""] {
            assert!(YearDay::parse(text).is_err(), "{text}");
        }
    }
}
