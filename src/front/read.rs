//! YAML to [`Node`]s. The prescribed YAML library does the reading; its limits stop alias bombs and deep nesting.

use super::slips::{control, slip, unfit};
use super::{BAD_YAML, CONTROL, Node};
use crate::diagnostic::{Diagnostic, Place};
use serde::de::{Deserialize, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use std::fmt;
use std::sync::Arc;

/// Reads `yaml`, which begins in line `first_line` of the file (from 1).
///
/// # Errors
/// A finding in German, at the place that the library names; where a quotation mark or bracket stays open, at that.
pub fn read(yaml: &str, file: &Arc<str>, first_line: u32) -> Result<Node, Box<Diagnostic>> {
    if yaml.trim().is_empty() {
        return Ok(Node::Map(Vec::new()));
    }
    let finding = |rule, (line, column): (u32, u32), message: &str, help: &str| {
        Box::new(Diagnostic::new(rule, file, Place::Point(line + first_line - 1, column), message, help))
    };
    if let Some((place, message, help)) = control(yaml) {
        return Err(finding(&CONTROL, place, &message, help));
    }
    if let Some((place, message, help)) = unfit(yaml) {
        return Err(finding(&BAD_YAML, place, message, help));
    }
    serde_yaml::from_str::<Node>(yaml).map_err(|error| {
        let error_text = error.to_string();
        let (line, column) = opening(&error_text)
            .or_else(|| error.location().map(|l| (l.line() as u32, l.column() as u32)))
            .unwrap_or_else(|| suspect(yaml, &error_text));
        if let Some((place, message, help)) = slip(yaml, &error_text, line) {
            return finding(&BAD_YAML, place, message, help);
        }
        let (message, help) = german(&error_text);
        finding(&BAD_YAML, (line, column), message, help)
    })
}

/// Where the quotation mark or bracket stands that has no counterpart: there the editor has to look, not at the end of
/// the file, where the library notices. Line and column from 1.
fn opening(error: &str) -> Option<(u32, u32)> {
    let kinds = ["while scanning a quoted scalar", "while parsing a flow sequence", "while parsing a flow mapping"];
    let (_, place) = kinds.iter().find_map(|kind| error.split_once(kind))?;
    let (line, column) = place.strip_prefix(" at line ")?.split_once(" column ")?;
    Some((line.parse().ok()?, column.parse().ok()?))
}

/// A line for the two errors that the library gives no place for.
fn suspect(yaml: &str, error: &str) -> (u32, u32) {
    let many = error.contains("more than one document");
    let found = (1..).zip(yaml.lines()).find_map(|(number, line)| {
        let at = if many { (line.starts_with("...") || line.starts_with("---")).then_some(0) } else { line.find('*') };
        at.map(|at| (number, line[..at].chars().count() as u32 + 1))
    });
    found.unwrap_or((1, 1))
}

/// What the library says, in German, with the remedy that mostly helps.
fn german(error: &str) -> (&'static str, &'static str) {
    let has = |part: &str| error.contains(part);
    if has("repetition limit") {
        (
            "Hier sind mit `*` zu viele Verweise ineinander verschachtelt.",
            "Schreiben Sie die Werte aus, ohne `&` und `*`.",
        )
    } else if has("recursion limit") {
        ("Hier ist etwas zu tief verschachtelt.", "Nehmen Sie überzählige Einrückungen und Klammern weg.")
    } else if has("unknown anchor") {
        (
            "Ein Wert beginnt mit `*`. Das bedeutet hier: ein Verweis. Das Ziel gibt es aber nicht.",
            "Setzen Sie den Wert in Anführungszeichen.",
        )
    } else if has("mapping values are not allowed") {
        (
            "In dieser Zeile steht ein Doppelpunkt zu viel.",
            "Setzen Sie den Wert in Anführungszeichen: titel: \"Bericht: erstes Halbjahr\". Oder ist die Zeile zu weit \
             eingerückt? Dann nehmen Sie die Leerzeichen am Anfang weg.",
        )
    } else if has("cannot start any token") {
        (
            "Hier steht ein Zeichen, mit dem nichts beginnen darf (oft ein Tabulator, `@` oder `%`).",
            "Rücken Sie mit Leerzeichen ein, nicht mit der Tabulator-Taste. Setzen Sie den Wert in Anführungszeichen.",
        )
    } else if has("while scanning a quoted scalar") {
        (
            "Hier beginnt ein Anführungszeichen, und sein Gegenstück fehlt.",
            "Setzen Sie hinter den Wert noch einmal dasselbe Anführungszeichen.",
        )
    } else if has("while parsing a flow sequence") || has("while parsing a flow mapping") {
        (
            "Hier beginnt eine Klammer, und ihr Gegenstück fehlt, oder zwischen zwei Werten fehlt ein Komma.",
            "Schreiben Sie eine Liste so: [eins, zwei, drei].",
        )
    } else if has("did not find expected") || has("could not find expected") {
        (
            "In dieser Zeile oder in der davor stimmt die Gliederung nicht.",
            "Prüfen Sie die Einrückung, den Doppelpunkt mit einem Leerzeichen dahinter, und ob jedes Anführungszeichen \
             und jede Klammer ein Gegenstück hat.",
        )
    } else if has("more than one document") {
        ("Diese Trennzeile ist zu viel.", "Nehmen Sie die Zeile weg.")
    } else if has("invalid type") || has("mapping key") {
        ("Hier steht etwas, das kein Schlüssel mit einem Wert ist.", "Schreiben Sie jede Zeile so: schluessel: Wert")
    } else {
        (
            "Ab hier lassen sich die Angaben nicht lesen.",
            "Vergleichen Sie sie mit einer Vorlage: `klartext new` schreibt eine für jede Art.",
        )
    }
}

impl<'de> Deserialize<'de> for Node {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(NodeVisitor)
    }
}

struct NodeVisitor;

impl<'de> Visitor<'de> for NodeVisitor {
    type Value = Node;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a YAML value")
    }

    fn visit_unit<E: Error>(self) -> Result<Node, E> {
        Ok(Node::Null)
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<Node, E> {
        Ok(Node::Bool(value))
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<Node, E> {
        Ok(Node::Int(value))
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<Node, E> {
        Ok(i64::try_from(value).map_or(Node::Float(value as f64), Node::Int))
    }

    // Whole numbers too large to count with are numbers still: the field says which ones it takes.
    fn visit_i128<E: Error>(self, value: i128) -> Result<Node, E> {
        Ok(Node::Float(value as f64))
    }

    fn visit_u128<E: Error>(self, value: u128) -> Result<Node, E> {
        Ok(Node::Float(value as f64))
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<Node, E> {
        Ok(Node::Float(value))
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<Node, E> {
        Ok(Node::Text(value.to_owned()))
    }

    fn visit_string<E: Error>(self, value: String) -> Result<Node, E> {
        Ok(Node::Text(value))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut access: A) -> Result<Node, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = access.next_element()? {
            items.push(item);
        }
        Ok(Node::List(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut access: A) -> Result<Node, A::Error> {
        let mut entries = Vec::new();
        while let Some((key, value)) = access.next_entry::<Node, Node>()? {
            entries.push((key_text(key), value));
        }
        Ok(Node::Map(entries))
    }
}

/// A key as text: `2026:` is the key "2026". A list or map as a key has no name of its own.
fn key_text(key: Node) -> String {
    match key {
        Node::Text(text) => text,
        Node::Int(number) => number.to_string(),
        Node::Bool(value) => value.to_string(),
        Node::Float(number) => number.to_string(),
        Node::Null => "~".to_owned(),
        Node::List(_) | Node::Map(_) => "?".to_owned(),
    }
}
