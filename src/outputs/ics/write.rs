//! Text of iCalendar files (RFC 5545, RFC 7986): lines, folding, escapes, the time zone.
//!
//! Own code instead of the crate `icalendar` (0.17): that knows no VTIMEZONE, and takes a missing UID from chance and a
//! missing DTSTAMP from the clock, while here every byte must come from the sources.

use chrono::{DateTime, Datelike, NaiveDate, NaiveDateTime, Timelike, Utc};

/// Most octets of a line without its end (RFC 5545, 3.1).
const LINE: usize = 75;

/// The zone with the rules of the European Union: since 1981 for the beginning of summer time, since 1996 for its end.
/// Rules and no list of days: Outlook shifts zones that have RDATE alone.
const ZONE: &str = "BEGIN:VTIMEZONE\r\nTZID:Europe/Berlin\r\n\
    BEGIN:DAYLIGHT\r\nDTSTART:19810329T020000\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200\r\nTZNAME:CEST\r\n\
    RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\r\nEND:DAYLIGHT\r\n\
    BEGIN:STANDARD\r\nDTSTART:19961027T030000\r\nTZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100\r\nTZNAME:CET\r\n\
    RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n";

/// When something is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum When {
    /// A whole day.
    Day(NaiveDate),
    /// Civil time in Europe/Berlin that exists once; begin and end.
    Local(NaiveDateTime, Option<NaiveDateTime>),
    /// An instant, for civil times that exist twice; begin and end.
    Instant(DateTime<Utc>, Option<DateTime<Utc>>),
}

/// Whether an event takes place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Status {
    /// It does, or did.
    Confirmed,
    /// It is planned.
    Tentative,
    /// It does not.
    Cancelled,
}

/// An event.
#[derive(Debug, Clone)]
pub struct Event {
    /// Permanent name.
    pub uid: String,
    /// Day of the last change. Without METHOD it is DTSTAMP (RFC 5545, 3.8.7.2).
    pub stamp: NaiveDate,
    /// How often time, place or state changed.
    pub sequence: usize,
    /// Whether it takes place.
    pub status: Status,
    /// When it is.
    pub when: When,
    /// Its title.
    pub summary: String,
    /// Its place.
    pub place: Option<String>,
    /// Lines about it.
    pub description: Vec<String>,
    /// Whole address of its page.
    pub url: String,
    /// What it belongs to.
    pub categories: Vec<String>,
}

/// A calendar that can be subscribed to: its name, its own address, and its page.
pub struct Subscription<'a> {
    /// Name.
    pub name: &'a str,
    /// Whole address of the calendar file.
    pub source: &'a str,
    /// Whole address of the page that shows the same.
    pub page: &'a str,
}

/// A whole file.
pub fn calendar(about: Option<&Subscription<'_>>, events: &[Event]) -> String {
    let texts: Vec<String> = events.iter().map(text).collect();
    joined(about, texts.iter().map(String::as_str))
}

/// A whole file from the texts of its events. Without any it still holds the time zone, because a calendar needs one
/// component.
pub fn joined<'a>(about: Option<&Subscription<'_>>, events: impl Iterator<Item = &'a str>) -> String {
    let mut out =
        String::from("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Klartext//Klartext//DE\r\nCALSCALE:GREGORIAN\r\n");
    if let Some(about) = about {
        line(&mut out, "NAME", &escape(about.name));
        line(&mut out, "X-WR-CALNAME", &escape(about.name));
        line(&mut out, "X-WR-TIMEZONE", "Europe/Berlin");
        line(&mut out, "REFRESH-INTERVAL;VALUE=DURATION", "P1D");
        line(&mut out, "X-PUBLISHED-TTL", "P1D");
        line(&mut out, "SOURCE;VALUE=URI", about.source);
        line(&mut out, "URL", about.page);
    }
    out.push_str(ZONE);
    out.extend(events);
    out.push_str("END:VCALENDAR\r\n");
    out
}

/// The text of an event, the same in every file that holds it.
pub fn text(event: &Event) -> String {
    let mut text = String::with_capacity(1024);
    let out = &mut text;
    out.push_str("BEGIN:VEVENT\r\n");
    line(out, "UID", &escape(&event.uid));
    line(out, "DTSTAMP", &format!("{}T000000Z", compact(event.stamp)));
    line(out, "SEQUENCE", &event.sequence.to_string());
    let mut time = |name: &str, parameter: &str, value: String| line(out, &format!("{name}{parameter}"), &value);
    const ZONED: &str = ";TZID=Europe/Berlin";
    match &event.when {
        When::Day(day) => time("DTSTART", ";VALUE=DATE", compact(*day)),
        When::Local(begin, end) => {
            time("DTSTART", ZONED, civil(*begin));
            end.iter().for_each(|end| time("DTEND", ZONED, civil(*end)));
        }
        When::Instant(begin, end) => {
            time("DTSTART", "", civil(begin.naive_utc()) + "Z");
            end.iter().for_each(|end| time("DTEND", "", civil(end.naive_utc()) + "Z"));
        }
    }
    line(out, "SUMMARY", &escape(&event.summary));
    let status = match event.status {
        Status::Confirmed => "CONFIRMED",
        Status::Tentative => "TENTATIVE",
        Status::Cancelled => "CANCELLED",
    };
    line(out, "STATUS", status);
    if let Some(place) = &event.place {
        line(out, "LOCATION", &escape(place));
    }
    if !event.description.is_empty() {
        line(out, "DESCRIPTION", &escape(&event.description.join("\n")));
    }
    line(out, "URL", &event.url);
    if !event.categories.is_empty() {
        let list: Vec<String> = event.categories.iter().map(|c| escape(c)).collect();
        line(out, "CATEGORIES", &list.join(","));
    }
    // Nobody's day is full because a public body meets.
    out.push_str("TRANSP:TRANSPARENT\r\nEND:VEVENT\r\n");
    text
}

/// DATE (RFC 5545, 3.3.4). Written by hand, because chrono's format strings take longer than all the rest of an event.
fn compact(day: NaiveDate) -> String {
    format!("{:04}{:02}{:02}", day.year(), day.month(), day.day())
}

/// DATE-TIME in its local form (RFC 5545, 3.3.5).
fn civil(time: NaiveDateTime) -> String {
    format!("{}T{:02}{:02}{:02}", compact(time.date()), time.hour(), time.minute(), time.second())
}

/// A line, folded before its 76th octet and never inside a character.
fn line(out: &mut String, name: &str, value: &str) {
    if name.len() + 1 + value.len() <= LINE {
        out.extend([name, ":", value, "\r\n"]);
        return;
    }
    let mut length = 0;
    for c in name.chars().chain([':']).chain(value.chars()) {
        if length + c.len_utf8() > LINE {
            out.push_str("\r\n ");
            length = 1;
        }
        out.push(c);
        length += c.len_utf8();
    }
    out.push_str("\r\n");
}

/// TEXT (RFC 5545, 3.3.11). Other control characters are not allowed in it.
fn escape(text: &str) -> String {
    // Control characters are single bytes, or begin with 0xC2; most texts hold nothing of the kind.
    if !text.bytes().any(|b| b < b' ' || matches!(b, b'\\' | b';' | b',' | 0x7f | 0xc2)) {
        return text.to_owned();
    }
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' | ';' | ',' => out.extend(['\\', c]),
            '\n' => out.push_str("\\n"),
            '\t' => out.push(' '),
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::{Days, Offset, TimeZone, Weekday};
    use chrono_tz::Europe::Berlin;

    fn folded(value: &str) -> String {
        let mut out = String::new();
        line(&mut out, "X", value);
        out
    }

    #[test]
    fn lines_are_folded_at_75_octets_between_characters() {
        assert_eq!(folded(&"a".repeat(73)), format!("X:{}\r\n", "a".repeat(73)));
        assert_eq!(folded(&"a".repeat(74)), format!("X:{}\r\n a\r\n", "a".repeat(73)));
        for text in ["ä".repeat(200), format!("a{}", "ä".repeat(200)), "🙂".repeat(99)] {
            let out = folded(&text);
            assert!(out.split("\r\n").all(|l| l.len() <= 75), "{out}");
            assert_eq!(out.replace("\r\n ", ""), format!("X:{text}\r\n"));
        }
    }

    #[test]
    fn text_cannot_leave_its_line() {
        assert_eq!(escape("a,b;c\\d\ne\r\u{0}\tf"), "a\\,b\\;c\\\\d\\ne f");
    }

    #[test]
    fn the_rules_of_the_zone_give_the_days_of_the_zone_database() {
        let last_sunday = |year: i32, month: u32| {
            let mut day = NaiveDate::from_ymd_opt(year, month + 1, 1).unwrap().pred_opt().unwrap();
            while day.weekday() != Weekday::Sun {
                day = day - Days::new(1);
            }
            day
        };
        for (from, to, month, hour) in [(3600, 7200, 3, 1), (7200, 3600, 10, 1)] {
            for year in 1997..=2037 {
                let change = last_sunday(year, month).and_hms_opt(hour, 0, 0).unwrap();
                let at = |seconds| {
                    let utc = change + chrono::Duration::seconds(seconds);
                    Berlin.offset_from_utc_datetime(&utc).fix().local_minus_utc()
                };
                assert_eq!((at(-1), at(0)), (from, to), "{year}-{month}");
            }
        }
        assert!(ZONE.contains("BYMONTH=3;BYDAY=-1SU") && ZONE.contains("BYMONTH=10;BYDAY=-1SU"));
    }
}
