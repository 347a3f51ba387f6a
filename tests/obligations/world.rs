//! Records in a few words: `World::new().meetings("kok", "+2022-03-15 x2022-09-20")`.

use chrono::NaiveDate;
use klartext::model::{Obligation, Promise, Validity};
use klartext::obligations::{BodyFacts, MeetingRecord, Records, ReportRecord, Term, Verdict, judge};

/// "2022-03-15".
pub fn day(text: &str) -> NaiveDate {
    text.parse().unwrap_or_else(|_| panic!("„{text}“ is no day"))
}

/// A promise with nothing but what judging needs.
pub fn obligation(promise: Promise) -> Obligation {
    let (id, title) = ("zusage".to_owned(), "Etwas ist zugesagt.".to_owned());
    Obligation { id, title, clauses: vec!["nr-5".to_owned()], debtors: vec![], public: None, note: None, promise }
}

/// A meeting; `+` held, `o` planned, `x` cancelled before its day.
pub fn meeting(bodies: &[&str], text: &str) -> MeetingRecord<'static> {
    let (sign, date) = text.split_at(1);
    assert!(["+", "o", "x"].contains(&sign), "„{text}“ has no sign");
    MeetingRecord {
        date: day(date),
        id: format!("{}-{date}", bodies.join("-")).into(),
        bodies: bodies.iter().map(|b| (*b).to_owned()).collect(),
        held: sign == "+",
        cancelled: sign == "x",
        invited: None,
        invited_by: None,
        minutes: None,
    }
}

/// What is known, in force since 1 June 2021 as the agreement is.
pub struct World(pub Records<'static>);

impl World {
    pub fn new() -> World {
        World(Records { in_force: Some(day("2021-06-01")), ..Records::default() })
    }

    /// Meetings of a body, or of several: "a b".
    pub fn meetings(mut self, bodies: &str, list: &str) -> World {
        let bodies: Vec<&str> = bodies.split_whitespace().collect();
        self.0.meetings.extend(list.split_whitespace().map(|text| meeting(&bodies, text)));
        self
    }

    /// A meeting with what else is known of it.
    pub fn with(mut self, body: &str, text: &str, more: impl FnOnce(&mut MeetingRecord)) -> World {
        let mut meeting = meeting(&[body], text);
        more(&mut meeting);
        self.0.meetings.push(meeting);
        self
    }

    /// Years of a body that are declared complete.
    pub fn complete(mut self, body: &str, years: &[i32]) -> World {
        self.0.bodies.entry(body.to_owned()).or_default().complete.extend(years);
        self
    }

    /// From when until when a body is agreed, and until when it was extended; empty for open.
    pub fn body(mut self, body: &str, from: &str, until: &str, extended: &str) -> World {
        let open = |text: &str| (!text.is_empty()).then(|| day(text));
        let facts: &mut BodyFacts = self.0.bodies.entry(body.to_owned()).or_default();
        facts.validity = Validity { from: open(from), until: open(until) };
        facts.extended_until = open(extended);
        self
    }

    /// Terms of the chair: "lwv 2021-06-01 2022-12-31, mkk 2023-01-01".
    pub fn chair(mut self, list: &str) -> World {
        self.0.chair.extend(list.split(',').filter(|t| !t.trim().is_empty()).map(|term| {
            let mut parts = term.split_whitespace();
            let (partner, from) = (parts.next().unwrap().to_owned(), day(parts.next().unwrap()));
            Term { partner, from, until: parts.next().map(day) }
        }));
        self
    }

    /// A report about a year, published on a day; supplied by a partner on a day where that is said.
    pub fn report(mut self, year: i32, published: &str, supplied: Option<&str>, supplier: Option<&str>) -> World {
        self.0.reports.push(ReportRecord {
            published: day(published),
            id: format!("bericht-{year}-{published}"),
            obligation: "zusage".to_owned(),
            year,
            supplied: supplied.map(day),
            supplier: supplier.map(str::to_owned),
        });
        self
    }

    /// Years whose reports and terms are declared complete.
    pub fn all_told(mut self, years: &[i32]) -> World {
        self.0.complete.extend(years);
        self
    }

    pub fn judge(&self, promise: &Promise, year: i32, as_of: &str) -> Verdict {
        judge(&obligation(promise.clone()), &self.0, year, day(as_of))
    }
}

/// The word and the sentence have to be the expected ones.
#[track_caller]
pub fn expect(verdict: &Verdict, word: &str, sentence: &str) {
    assert_eq!((verdict.word.german(), verdict.sentence.as_str()), (word, sentence));
}
