//! Takes dates, gives them in words, and reads dates in figures. Never asks what day is today.

use chrono::{Datelike, NaiveDate};

/// Names of the months, January first.
pub const MONTHS: [&str; 12] = [
    "Januar",
    "Februar",
    "März",
    "April",
    "Mai",
    "Juni",
    "Juli",
    "August",
    "September",
    "Oktober",
    "November",
    "Dezember",
];
/// Names of the days of the week, Monday first.
pub const WEEKDAYS: [&str; 7] = ["Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"];

/// "März" for 3; empty for a number that is no month.
pub fn month_name(month: u32) -> &'static str {
    MONTHS.get((month as usize).wrapping_sub(1)).copied().unwrap_or("")
}

/// "Donnerstag".
pub fn weekday_name(date: NaiveDate) -> &'static str {
    WEEKDAYS[date.weekday().num_days_from_monday() as usize]
}

/// "12. März 2026".
pub fn date_in_words(date: NaiveDate) -> String {
    format!("{}. {} {}", date.day(), month_name(date.month()), date.year())
}

/// "Donnerstag, 12. März 2026".
pub fn weekday_date(date: NaiveDate) -> String {
    format!("{}, {}", weekday_name(date), date_in_words(date))
}

/// Reads a date in figures (`01.06.2021`, `1.6.2021`); `None` if it is no day of the calendar or the year is short.
pub fn parse_figures(text: &str) -> Option<NaiveDate> {
    let mut parts = text.split('.');
    let (d, m, y) = (parts.next()?, parts.next()?, parts.next()?);
    if parts.next().is_some() || y.len() != 4 || d.len() > 2 || m.len() > 2 {
        return None;
    }
    NaiveDate::from_ymd_opt(y.parse().ok()?, m.parse().ok()?, d.parse().ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_read_as_people_write_them() {
        let date = NaiveDate::from_ymd_opt(2026, 3, 12).unwrap();
        assert_eq!(weekday_date(date), "Donnerstag, 12. März 2026");
        assert_eq!(month_name(13), "");
    }

    #[test]
    fn figures_are_read_as_days() {
        assert_eq!(parse_figures("01.06.2021"), NaiveDate::from_ymd_opt(2021, 6, 1));
        assert_eq!(parse_figures("31.2.2021"), None);
        assert_eq!(parse_figures("1.6.21"), None);
    }
}
