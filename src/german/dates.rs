//! Dates in German words.

use chrono::{Datelike, NaiveDate};

const MONTHS: [&str; 12] = [
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
const DAYS: [&str; 7] = ["Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"];

/// "März" for 3; empty for a number that is no month.
pub fn month_name(month: u32) -> &'static str {
    MONTHS.get((month as usize).wrapping_sub(1)).copied().unwrap_or("")
}

/// "Donnerstag".
pub fn weekday_name(date: NaiveDate) -> &'static str {
    DAYS[date.weekday().num_days_from_monday() as usize]
}

/// "12. März 2026".
pub fn date_in_words(date: NaiveDate) -> String {
    format!("{}. {} {}", date.day(), month_name(date.month()), date.year())
}

/// "Donnerstag, 12. März 2026".
pub fn weekday_date(date: NaiveDate) -> String {
    format!("{}, {}", weekday_name(date), date_in_words(date))
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
}
