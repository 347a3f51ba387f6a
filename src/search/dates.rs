//! Takes words, gives the days and months that they name: `9.12.2026`, `9. Dezember`, `2026-12-09`, `März 2026`. Never asks
//! whether a month has such a day: a day that is none is found nowhere.

use super::words::{key, stem};
use crate::german::MONTHS;
use std::sync::LazyLock;

/// Keys of the months, January first.
static KEYS: LazyLock<Vec<String>> = LazyLock::new(|| MONTHS.iter().map(|m| key(m)).collect());

/// What words name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Date {
    /// A day of a year: year, month, day.
    Full(u32, u32, u32),
    /// A day of any year: month, day.
    Day(u32, u32),
    /// A month of a year: year, month.
    Month(u32, u32),
}

impl Date {
    /// The terms that a section about it has all of.
    pub fn terms(&self) -> Vec<String> {
        match self {
            Date::Full(year, month, day) => vec![format!("{year}{month:02}{day:02}")],
            Date::Day(month, day) => vec![format!("tag{month:02}{day:02}")],
            Date::Month(year, month) => {
                let name = KEYS.get((*month as usize).wrapping_sub(1)).map_or("", String::as_str);
                vec![stem(name), year.to_string()]
            }
        }
    }
}

/// A word of a text.
pub struct Figure<'a> {
    /// Its key.
    pub key: &'a str,
    /// Whether a dot follows it.
    pub dotted: bool,
}

/// The date that begins at a word, and how many words it takes.
pub fn date(words: &[Figure<'_>]) -> Option<(Date, usize)> {
    let key = |at: usize| words.get(at).map_or("", |w| w.key);
    let dotted = |at: usize| words.get(at).is_some_and(|w| w.dotted);
    let [a, b, c] = [key(0), key(1), key(2)];
    if is_figure(a) {
        let (month, day) = (within(&a[4..6], 12)?, within(&a[6..], 31)?);
        return Some((Date::Full(year(&a[..4])?, month, day), 1));
    }
    if let (Some(month), Some(year)) = (month(a), year(b)) {
        return Some((Date::Month(year, month), 2));
    }
    let day = within(a, 31)?;
    let named = month(b);
    let month = named.or_else(|| within(b, 12))?;
    if let Some(year) = year(c) {
        return Some((Date::Full(year, month, day), 3));
    }
    if named.is_some() {
        return Some((Date::Day(month, day), 2));
    }
    // Two short numbers are a day only with dots: "9.12.", "9.12.26".
    if !dotted(0) {
        return None;
    }
    match within(c, 99).filter(|_| dotted(1) && c.len() == 2) {
        Some(year) => Some((Date::Full(2000 + year, month, day), 3)),
        None => Some((Date::Day(month, day), 2)),
    }
}

/// Whether a word may be a part of a date that says more than a number does: a month or a year.
pub fn is_sign(key: &str) -> bool {
    year(key).is_some() || month(key).is_some() || is_figure(key)
}

/// Whether a term is a day: no one finds it by its first letters or with a typing error.
pub fn is_day(term: &str) -> bool {
    let day = term.strip_prefix("tag").is_some_and(|rest| rest.len() == 4 && rest.bytes().all(|b| b.is_ascii_digit()));
    day || is_figure(term)
}

/// Eight digits: a date as `2026-12-09`, without its hyphens.
fn is_figure(key: &str) -> bool {
    key.len() == 8 && key.bytes().all(|b| b.is_ascii_digit())
}

/// A month by its name or by its first three letters or more.
fn month(key: &str) -> Option<u32> {
    let at = KEYS.iter().position(|m| m.starts_with(key)).filter(|_| key.len() > 2)?;
    u32::try_from(at + 1).ok()
}

fn year(text: &str) -> Option<u32> {
    let digits = text.len() == 4 && text.bytes().all(|b| b.is_ascii_digit());
    text.parse().ok().filter(|year| digits && (1900..2100).contains(year))
}

/// A number of one or two digits from 1 to `most`.
fn within(text: &str, most: u32) -> Option<u32> {
    let digits = matches!(text.len(), 1 | 2) && text.bytes().all(|b| b.is_ascii_digit());
    text.parse().ok().filter(|number| digits && (1..=most).contains(number))
}
