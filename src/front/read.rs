//! YAML to [`Node`]s. The prescribed YAML library does the reading; its limits stop alias bombs and deep nesting.

use super::{BAD_YAML, Node};
use crate::diagnostic::{Diagnostic, Place};
use serde::de::{Deserialize, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use std::fmt;
use std::sync::Arc;

/// Reads `yaml`. `base` is its place in the file: `(line, byte)` of its first character, the line from 1.
///
/// # Errors
/// A finding with the line that the library names, in German.
pub fn read(yaml: &str, file: &Arc<str>, first_line: u32) -> Result<Node, Box<Diagnostic>> {
    if yaml.trim().is_empty() {
        return Ok(Node::Map(Vec::new()));
    }
    serde_yaml::from_str::<Node>(yaml).map_err(|error| {
        let (line, column) =
            error.location().map_or((first_line, 1), |l| (l.line() as u32 + first_line - 1, l.column() as u32));
        let (message, help) = german(&error.to_string());
        Box::new(Diagnostic::new(&BAD_YAML, file, Place::Point(line, column), message, help))
    })
}

/// What the library says, in German, with the remedy that mostly helps.
fn german(error: &str) -> (&'static str, &'static str) {
    let has = |part: &str| error.contains(part);
    if has("repetition limit") {
        (
            "Der Kopf der Datei verweist mit `*` zu oft auf sich selbst.",
            "Schreiben Sie die Werte aus, ohne `&` und `*`.",
        )
    } else if has("recursion limit") {
        ("Der Kopf der Datei ist zu tief verschachtelt.", "Nehmen Sie überzählige Einrückungen und Klammern weg.")
    } else if has("unknown anchor") {
        (
            "Ein Wert beginnt mit `*`. Das bedeutet hier: ein Verweis. Das Ziel gibt es aber nicht.",
            "Setzen Sie den Wert in Anführungszeichen.",
        )
    } else if has("mapping values are not allowed") {
        (
            "In dieser Zeile steht ein Doppelpunkt zu viel.",
            "Setzen Sie den Wert in Anführungszeichen: titel: \"Bericht: erstes Halbjahr\".",
        )
    } else if has("cannot start any token") {
        (
            "Diese Zeile beginnt mit einem Zeichen, das hier nicht stehen darf (oft ein Tabulator, `@` oder `%`).",
            "Rücken Sie mit Leerzeichen ein, nicht mit der Tabulator-Taste. Setzen Sie den Wert in Anführungszeichen.",
        )
    } else if has("did not find expected") || has("could not find expected") {
        (
            "Hier ist der Kopf der Datei nicht richtig gegliedert.",
            "Prüfen Sie in dieser Zeile und in der davor: die Einrückung, den Doppelpunkt mit einem Leerzeichen dahinter, \
             und ob jedes Anführungszeichen und jede Klammer ein Gegenstück hat.",
        )
    } else if has("more than one document") {
        ("Im Kopf der Datei steht eine Trennzeile zu viel.", "Nehmen Sie die Zeile `---` oder `...` in der Mitte weg.")
    } else if has("invalid type") || has("mapping key") {
        (
            "Im Kopf der Datei steht etwas, das kein Schlüssel mit einem Wert ist.",
            "Schreiben Sie jede Zeile so: schluessel: Wert",
        )
    } else {
        (
            "Der Kopf der Datei lässt sich nicht lesen.",
            "Vergleichen Sie ihn mit einer Vorlage: `klartext new` schreibt eine für jede Art.",
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
        Ok(i64::try_from(value).map_or_else(|_| Node::Text(value.to_string()), Node::Int))
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
