//! Strict reading of JSON: a key that stands twice is an error, and no message repeats a value from the input.
//!
//! `serde_json` alone keeps the last of two equal keys silently, and its type errors quote the offending value; both are
//! unacceptable where values are raw counts.

use std::collections::BTreeSet;
use std::fmt;

use serde::de::{Deserialize, Deserializer, Error, MapAccess, SeqAccess, Visitor};

/// A JSON value whose objects have unique keys, in the order of the text.
pub(super) enum Json {
    Null,
    Bool(bool),
    Whole(i128),
    Fraction(f64),
    Text(String),
    List(Vec<Json>),
    Object(Vec<(String, Json)>),
}

/// Reads one value and nothing after it.
pub(super) fn read(text: &str) -> Result<Json, String> {
    // Windows programs begin a text with a byte order mark.
    serde_json::from_str(text.strip_prefix('\u{feff}').unwrap_or(text)).map_err(|e| {
        let place = format!("Zeile {}, Spalte {}", e.line(), e.column());
        match e.classify() {
            serde_json::error::Category::Data => {
                let full = e.to_string();
                let what = full.rsplit_once(" at line ").map_or(full.as_str(), |(head, _)| head);
                format!("{place}: {what}")
            }
            serde_json::error::Category::Eof => {
                format!("{place}: Die Eingabe ist zu Ende, bevor das JSON vollständig ist.")
            }
            _ => format!("{place}: Das ist kein gültiges JSON."),
        }
    })
}

impl<'de> Deserialize<'de> for Json {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Reader)
    }
}

struct Reader;

impl<'de> Visitor<'de> for Reader {
    type Value = Json;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_unit<E>(self) -> Result<Json, E> {
        Ok(Json::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Json, E> {
        Ok(Json::Bool(value))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Json, E> {
        Ok(Json::Whole(i128::from(value)))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Json, E> {
        Ok(Json::Whole(i128::from(value)))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Json, E> {
        Ok(Json::Fraction(value))
    }

    fn visit_str<E>(self, value: &str) -> Result<Json, E> {
        Ok(Json::Text(value.to_owned()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Json, A::Error> {
        let mut list = Vec::new();
        while let Some(item) = seq.next_element()? {
            list.push(item);
        }
        Ok(Json::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Json, A::Error> {
        let mut object = Vec::new();
        let mut known = BTreeSet::new();
        while let Some(key) = map.next_key::<String>()? {
            if !known.insert(key.clone()) {
                return Err(A::Error::custom(format!("Der Schlüssel „{key}“ steht zweimal.")));
            }
            object.push((key, map.next_value()?));
        }
        Ok(Json::Object(object))
    }
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn refuses_double_keys_and_never_quotes_values() {
        for (text, part) in [
            (r#"{"cells": {"a": 417, "a": 418}}"#, "„a“ steht zweimal"),
            (r#"{"a": 417,"#, "zu Ende"),
            (r#"{"a": 417 418}"#, "kein gültiges JSON"),
            (r#"{} {}"#, "kein gültiges JSON"),
            (r#"{"a": 1e999}"#, "kein gültiges JSON"),
        ] {
            let message = read(text).err().unwrap_or_default();
            assert!(message.contains(part), "{text}: {message}");
            assert!(!message.contains("41"), "{message}");
        }
    }
}
