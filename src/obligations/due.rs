//! What comes next: meetings, deadlines, ends. For the page "Was ist als Nächstes fällig", the calendar of deadlines and
//! `klartext due`.

use super::chair::spans;
use super::records::Records;
use super::verdict::Word;
use super::words::years_later;
use super::yearly::{agreed_day, due_day, not_owed};
use crate::model::{Obligation, Promise};
use chrono::{Datelike, Days, Months, NaiveDate};

/// What falls due.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum DueKind {
    /// A meeting.
    Meeting,
    /// A number that is owed.
    Report,
    /// A change of the chair.
    Chair,
    /// The end of a body.
    Expiry,
    /// The last day to give notice.
    Notice,
    /// Minutes.
    Minutes,
}

impl DueKind {
    /// The word for machines, stable.
    pub fn key(self) -> &'static str {
        match self {
            DueKind::Meeting => "sitzung",
            DueKind::Report => "bericht",
            DueKind::Chair => "geschaeftsfuehrung",
            DueKind::Expiry => "befristung",
            DueKind::Notice => "kuendigung",
            DueKind::Minutes => "niederschrift",
        }
    }
}

/// Something that falls due on a day.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Due {
    /// The day.
    pub day: NaiveDate,
    /// What it is.
    pub kind: DueKind,
    /// Stable key, for calendars.
    pub key: String,
    /// Obligation it comes from, if one.
    pub obligation: Option<String>,
    /// Meeting it is about, if one.
    pub meeting: Option<String>,
    /// What it is, in German.
    pub text: String,
    /// Whether the day is over and the record is missing.
    pub overdue: bool,
}

/// All that falls due from `as_of` for `months` months, and all that is overdue, in order of days.
pub fn due(obligations: &[Obligation], records: &Records, as_of: NaiveDate, months: u32) -> Vec<Due> {
    let end = as_of.checked_add_months(Months::new(months)).unwrap_or(NaiveDate::MAX);
    let mut out = Vec::new();
    let ahead = |day: NaiveDate| day >= as_of && day <= end;
    for meeting in records.meetings.iter().filter(|m| !m.cancelled && !m.took_place(as_of) && ahead(m.date)) {
        out.push(Due {
            day: meeting.date,
            kind: DueKind::Meeting,
            key: meeting.id.to_string(),
            obligation: None,
            meeting: Some(meeting.id.to_string()),
            text: "Sitzung".to_owned(),
            overdue: false,
        });
    }
    for obligation in obligations {
        of_promise(obligation, records, as_of, end, &mut out);
    }
    out.sort();
    out.dedup();
    out
}

fn of_promise(obligation: &Obligation, records: &Records, as_of: NaiveDate, end: NaiveDate, out: &mut Vec<Due>) {
    let mut add = |day: NaiveDate, kind, key: String, meeting: Option<String>, text: String, overdue| {
        let obligation = Some(obligation.id.clone());
        out.push(Due {
            day,
            kind,
            key: format!("{}-{key}", obligation.as_deref().unwrap_or("")),
            obligation,
            meeting,
            text,
            overdue,
        });
    };
    let Some(in_force) = records.in_force else { return };
    match &obligation.promise {
        Promise::Yearly { .. } => {
            // What nobody published for years is on the board; this list names the last one only.
            let first = in_force.year().max(as_of.year().saturating_sub(2));
            for year in first..=end.year() {
                if not_owed(&obligation.promise, in_force, year).is_some() || given(obligation, records, year, as_of) {
                    continue;
                }
                let Some(day) = due_day(&obligation.promise, year).filter(|day| *day <= end) else { continue };
                let recent = due_day(&obligation.promise, year + 1).is_none_or(|next| next >= as_of);
                if recent {
                    let text = match (agreed_day(&obligation.promise, year), day < as_of) {
                        (_, true) => "Noch nicht veröffentlicht",
                        (Some(_), false) => "Fällig",
                        (None, false) => "Noch offen",
                    };
                    let text = format!("{text} für das Jahr {year}: {}", obligation.title);
                    add(day, DueKind::Report, year.to_string(), None, text, day < as_of);
                }
            }
        }
        Promise::Rotation { years, readings } => {
            for (reading, state) in super::reading_states(readings, records, as_of) {
                let (day, overdue) = match state {
                    super::ReadingState::Due(day) => (day, false),
                    super::ReadingState::OverdueSince(day) => (day, true),
                    super::ReadingState::Changed(_) => continue,
                };
                if day <= end {
                    let text = format!("Wechsel der Geschäftsführung (Lesart „{}“)", reading.text);
                    add(day, DueKind::Chair, day.to_string(), None, text, overdue);
                }
            }
            // The readings tell of the first term only.
            let begun: Vec<NaiveDate> = spans(records).iter().map(|s| s.from).filter(|day| *day <= as_of).collect();
            if let Some(from) = begun.last().filter(|_| begun.len() > 1 || readings.is_empty()) {
                let day = years_later(*from, *years);
                if day <= end {
                    add(
                        day,
                        DueKind::Chair,
                        day.to_string(),
                        None,
                        "Wechsel der Geschäftsführung".to_owned(),
                        day < as_of,
                    );
                }
            }
        }
        Promise::Expiry { body, until } => {
            // The title names the first end.
            let longer = records.bodies.get(body).and_then(|b| b.extended_until).filter(|day| day > until);
            let (day, what) = longer.map_or((*until, "Letzter Tag"), |day| (day, "Letzter Tag nach der Verlängerung"));
            if day >= as_of && day <= end {
                add(day, DueKind::Expiry, day.to_string(), None, format!("{what}: {}", obligation.title), false);
            }
        }
        Promise::Notice { months } => {
            for year in as_of.year()..=end.year().saturating_add(years_ahead(*months)) {
                if let Some(day) =
                    last_notice(year, *months).filter(|day| *day >= as_of && *day <= end && *day >= in_force)
                {
                    let text = format!("Letzter Tag für eine Kündigung zum 31. Dezember {year}");
                    add(day, DueKind::Notice, year.to_string(), None, text, false);
                }
            }
        }
        Promise::Minutes { body, days } => {
            let agreed = |day| records.is_agreed(body, day);
            let held = records.meetings.iter().filter(|m| m.is_of(body) && m.took_place(as_of) && agreed(m.date));
            for meeting in held.filter(|m| !m.has_minutes(as_of)) {
                let day = meeting.date.checked_add_days(Days::new(days.unsigned_abs())).unwrap_or(NaiveDate::MAX);
                if day <= end {
                    add(
                        day,
                        DueKind::Minutes,
                        meeting.id.to_string(),
                        Some(meeting.id.to_string()),
                        "Niederschrift".to_owned(),
                        day < as_of,
                    );
                }
            }
        }
        _ => {}
    }
}

/// Whether every number about `year` is published that is promised.
fn given(obligation: &Obligation, records: &Records, year: i32, as_of: NaiveDate) -> bool {
    super::yearly::judge(obligation, records, year, as_of).word == Word::Fulfilled
}

/// How many years before its end a term can have its last day of notice, at most.
fn years_ahead(months: u32) -> i32 {
    i32::try_from(months / 12 + 1).unwrap_or(i32::MAX)
}

/// Last day to give notice to the end of `year` (Nr. 12: "sechs Monate zum Jahresende" makes 30 June).
pub fn last_notice(year: i32, months: u32) -> Option<NaiveDate> {
    // The month after the last one, a day back: months have different lengths.
    NaiveDate::from_ymd_opt(year.checked_add(1)?, 1, 1)?.checked_sub_months(Months::new(months))?.pred_opt()
}

/// The earliest day on which the agreement can end when notice is given on `asked`.
pub fn earliest_end(asked: NaiveDate, months: u32) -> Option<NaiveDate> {
    let last = asked.year().saturating_add(years_ahead(months));
    let year = (asked.year()..=last).find(|y| last_notice(*y, months).is_some_and(|day| asked <= day))?;
    NaiveDate::from_ymd_opt(year, 12, 31)
}
