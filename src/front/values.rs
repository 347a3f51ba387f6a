//! Checked values, taken out by key. Whatever has the wrong type was reported by `check` and counts as absent here.

use super::Node;
use chrono::{NaiveDate, NaiveTime};
use std::fmt;
use std::ops::Deref;

/// An entry of a list with its place there. Entries that could not be read are left out, so the place among those that
/// could says nothing about the file.
#[derive(Clone)]
pub struct Listed<T> {
    /// Its place in the list as written, from 0.
    pub at: usize,
    /// The entry.
    pub value: T,
}

impl<T> Deref for Listed<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.value
    }
}

/// Two entries are the same wherever they stand.
impl<T: PartialEq> PartialEq for Listed<T> {
    fn eq(&self, other: &Self) -> bool {
        self.value == other.value
    }
}

impl<T: Eq> Eq for Listed<T> {}

/// The entry alone: digests of pages are made of this.
impl<T: fmt::Debug> fmt::Debug for Listed<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.value.fmt(f)
    }
}

impl<T: fmt::Display> fmt::Display for Listed<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.value.fmt(f)
    }
}

/// The entries of a mapping after the check.
#[derive(Debug, Clone, Copy)]
pub struct Values<'a>(pub &'a [(String, Node)]);

impl<'a> Values<'a> {
    /// The value of a key; the first where a key is doubled.
    pub fn node(&self, key: &str) -> Option<&'a Node> {
        self.0.iter().find(|(k, _)| k == key).map(|(_, v)| v)
    }

    /// A text; numbers count as the text they are written as.
    pub fn text(&self, key: &str) -> Option<String> {
        self.node(key).and_then(text_of)
    }

    /// A word of a list; a number is none.
    pub fn word(&self, key: &str) -> Option<&'a str> {
        match self.node(key) {
            Some(Node::Text(text)) => Some(text.trim()),
            _ => None,
        }
    }

    /// A date.
    pub fn date(&self, key: &str) -> Option<NaiveDate> {
        self.word(key).and_then(parse_date)
    }

    /// A time of day.
    pub fn time(&self, key: &str) -> Option<NaiveTime> {
        self.word(key).and_then(parse_time)
    }

    /// A whole number.
    pub fn int(&self, key: &str) -> Option<i64> {
        match self.node(key) {
            Some(Node::Int(number)) => Some(*number),
            _ => None,
        }
    }

    /// `true` only where the key says so.
    pub fn flag(&self, key: &str) -> bool {
        matches!(self.node(key), Some(Node::Bool(true)))
    }

    /// A list of texts; a single text counts as a list of one.
    pub fn texts(&self, key: &str) -> Vec<String> {
        let items = match self.node(key) {
            Some(Node::List(items)) => items.as_slice(),
            Some(node) => std::slice::from_ref(node),
            None => &[],
        };
        let mut out = Vec::with_capacity(items.len());
        out.extend(items.iter().filter_map(text_of));
        out
    }

    /// The same, each with its place in the list.
    pub fn listed_texts(&self, key: &str) -> Vec<Listed<String>> {
        match self.node(key) {
            Some(Node::List(items)) => listed(items, text_of),
            Some(node) => listed(std::slice::from_ref(node), text_of),
            None => Vec::new(),
        }
    }

    /// What `read` makes of the records of a list, each with its place there; what it cannot read is left out.
    pub fn listed<T>(&self, key: &str, read: impl Fn(Values<'a>) -> Option<T>) -> Vec<Listed<T>> {
        listed(self.items(key), |node| read(record(node)))
    }

    /// The entries of a list, as nodes.
    pub fn items(&self, key: &str) -> &'a [Node] {
        match self.node(key) {
            Some(Node::List(items)) => items,
            Some(node @ (Node::Map(_) | Node::Text(_))) => std::slice::from_ref(node),
            _ => &[],
        }
    }

    /// The fields of a list of records; entries that are no records are empty.
    pub fn records(&self, key: &str) -> impl Iterator<Item = Values<'a>> + use<'a> {
        self.items(key).iter().map(record)
    }

    /// The fields of one record.
    pub fn record(&self, key: &str) -> Option<Values<'a>> {
        match self.node(key) {
            Some(Node::Map(entries)) => Some(Values(entries)),
            _ => None,
        }
    }
}

/// What `read` makes of the entries of a list, each with its place.
pub fn listed<'a, T>(items: &'a [Node], read: impl Fn(&'a Node) -> Option<T>) -> Vec<Listed<T>> {
    items.iter().enumerate().filter_map(|(at, node)| Some(Listed { at, value: read(node)? })).collect()
}

/// A node as a record; anything else is an empty one.
pub fn record(node: &Node) -> Values<'_> {
    match node {
        Node::Map(entries) => Values(entries),
        _ => Values(&[]),
    }
}

/// A scalar as text.
pub fn text_of(node: &Node) -> Option<String> {
    match node {
        Node::Text(text) => Some(text.trim().to_owned()).filter(|t| !t.is_empty()),
        Node::Int(number) => Some(number.to_string()),
        _ => None,
    }
}

/// `2026-03-12`, and nothing else: other orders of day and month are read differently by different people.
pub fn parse_date(text: &str) -> Option<NaiveDate> {
    let [y0, y1, y2, y3, b'-', m0, m1, b'-', d0, d1] = *text.as_bytes() else { return None };
    let year = i32::try_from(number(&[y0, y1, y2, y3])?).ok()?;
    NaiveDate::from_ymd_opt(year, number(&[m0, m1])?, number(&[d0, d1])?)
}

/// `10:00`, 24 hours.
pub fn parse_time(text: &str) -> Option<NaiveTime> {
    let [h0, h1, b':', m0, m1] = *text.as_bytes() else { return None };
    NaiveTime::from_hms_opt(number(&[h0, h1])?, number(&[m0, m1])?, 0)
}

/// A few digits as a number.
fn number(digits: &[u8]) -> Option<u32> {
    digits.iter().try_fold(0, |sum, b| b.is_ascii_digit().then(|| sum * 10 + u32::from(b - b'0')))
}
