//! Holds front matter against its fields: unknown, missing and doubled keys, wrong types, bad dates. All at once.

use super::values::{parse_date, parse_time};
use super::{
    BAD_CHOICE, BAD_DATE, BAD_FORM, BAD_ID, BAD_NUMBER, BAD_TIME, DUPLICATE_KEY, EMPTY_VALUE, Field, MISSING_KEY, Node,
    Type, UNKNOWN_KEY, WRONG_TYPE,
};
use crate::diagnostic::{Diagnostic, FieldPath, Place, Rule};
use std::sync::Arc;

/// What a check works on: the file and the findings so far.
pub struct Checked<'a> {
    /// The file that is checked.
    pub file: &'a Arc<str>,
    /// Where findings go.
    pub findings: &'a mut Vec<Diagnostic>,
}

/// Checks a mapping against `fields`. `path` is where it stands, empty at the top.
pub fn check(node: &Node, fields: &[Field], path: &FieldPath, out: &mut Checked<'_>) {
    let Node::Map(entries) = node else {
        return out.wrong(path, "eine Liste aus Schlüssel und Wert", node);
    };
    for (index, (key, value)) in entries.iter().enumerate() {
        let here = path.then(key);
        let earlier = entries[..index].iter().filter(|(k, _)| k == key).count();
        if earlier > 0 {
            out.add(
                &DUPLICATE_KEY,
                Place::Key(here, earlier),
                format!("Der Schlüssel „{key}“ steht hier noch einmal."),
                "Lassen Sie ihn nur einmal stehen. Welcher Wert gilt, müssen Sie entscheiden.",
            );
            continue;
        }
        match fields.iter().find(|f| f.key == key) {
            Some(field) => check_value(value, &field.ty, &here, field, out),
            None => out.unknown(key, fields, here),
        }
    }
    for field in fields.iter().filter(|f| f.required) {
        if !entries.iter().any(|(k, _)| k == field.key) {
            out.add(
                &MISSING_KEY,
                Place::Value(path.then(field.key)),
                format!("Hier fehlt „{}“. {}", field.key, field.help),
                format!("Ergänzen Sie eine Zeile: {}: {}", field.key, field.example),
            );
        }
    }
}

fn check_value(node: &Node, ty: &Type, path: &FieldPath, field: &Field, out: &mut Checked<'_>) {
    if matches!(node, Node::Null) || matches!(node, Node::Text(t) if t.trim().is_empty()) {
        return out.add(
            &EMPTY_VALUE,
            Place::Key(path.clone(), 0),
            format!("„{}“ hat keinen Wert.", field.key),
            format!(
                "Ergänzen Sie den Wert, zum Beispiel: {}: {}. Oder löschen Sie die Zeile.",
                field.key, field.example
            ),
        );
    }
    let place = || Place::Value(path.clone());
    match (ty, node) {
        (Type::Text, Node::Text(_) | Node::Int(_)) | (Type::Bool, Node::Bool(_)) => {}
        (Type::Text, Node::Bool(_) | Node::Float(_)) => out.add(
            &WRONG_TYPE,
            place(),
            format!("Bei „{}“ soll ein Text stehen.", field.key),
            "Setzen Sie den Wert in Anführungszeichen, dann bleibt er so, wie Sie ihn schreiben.",
        ),
        (Type::Text, _) => out.wrong(path, "ein Text", node),
        (Type::Id, Node::Text(text)) if is_id(text) => {}
        (Type::Id, Node::Int(number)) if *number >= 0 => {}
        (Type::Id, Node::Text(text)) => {
            let proposal = crate::markdown::slug(text);
            out.add(
                &BAD_ID,
                place(),
                format!("„{text}“ geht nicht als Kurz-Name."),
                format!("Nehmen Sie nur kleine Buchstaben von a bis z, Ziffern und Bindestriche: {proposal}"),
            );
        }
        (Type::Id, _) => out.wrong(path, "ein Kurz-Name", node),
        (Type::Date, Node::Text(text)) if parse_date(text).is_some() => {}
        (Type::Date, Node::Text(_) | Node::Int(_) | Node::Float(_)) => out.add(
            &BAD_DATE,
            place(),
            format!("Bei „{}“ steht kein Datum, das es gibt.", field.key),
            "Schreiben Sie Jahr-Monat-Tag, zum Beispiel 2026-03-12 für den 12. März 2026.",
        ),
        (Type::Date, _) => out.wrong(path, "ein Datum", node),
        (Type::Time, Node::Text(text)) if parse_time(text).is_some() => {}
        (Type::Time, Node::Text(_) | Node::Int(_) | Node::Float(_)) => out.add(
            &BAD_TIME,
            place(),
            format!("Bei „{}“ steht keine Uhrzeit.", field.key),
            "Schreiben Sie Stunde und Minute in Anführungszeichen, zum Beispiel \"09:30\".",
        ),
        (Type::Time, _) => out.wrong(path, "eine Uhrzeit", node),
        (Type::Bool, _) => out.wrong(path, "true (ja) oder false (nein)", node),
        (Type::Int(low, high), Node::Int(number)) if (low..=high).contains(&number) => {}
        (Type::Int(low, high), Node::Int(_) | Node::Float(_)) => out.add(
            &BAD_NUMBER,
            place(),
            format!("Die Zahl bei „{}“ passt nicht.", field.key),
            format!("Nehmen Sie eine ganze Zahl von {low} bis {high}."),
        ),
        (Type::Int(..), _) => out.wrong(path, "eine ganze Zahl", node),
        (Type::Choice(words), Node::Text(text)) => {
            if !words.iter().any(|(word, _)| word == text) {
                let names: Vec<&str> = words.iter().map(|(word, _)| *word).collect();
                let near =
                    nearest(text, names.iter().copied()).map_or(String::new(), |n| format!(" Meinten Sie „{n}“?"));
                out.add(
                    &BAD_CHOICE,
                    place(),
                    format!("„{text}“ kennt Klartext bei „{}“ nicht.{near}", field.key),
                    format!("Möglich sind: {}.", names.join(", ")),
                );
            }
        }
        (Type::Choice(_), _) => out.wrong(path, "ein Wort aus der Liste", node),
        (Type::Form(name, test, _), Node::Text(_) | Node::Int(_)) => {
            let text = super::values::text_of(node).unwrap_or_default();
            if let Err(help) = test(&text) {
                out.add(&BAD_FORM, place(), format!("„{text}“ ist {name} nicht."), help);
            }
        }
        (Type::Form(name, ..), _) => out.wrong(path, name, node),
        (Type::List(inner), Node::List(items)) | (Type::OneOrMore(inner), Node::List(items)) => {
            for (index, item) in items.iter().enumerate() {
                check_value(item, inner, &path.at(index), field, out);
            }
        }
        (Type::List(_), _) => out.wrong(path, "eine Liste", node),
        (Type::OneOrMore(inner), _) => check_value(node, inner, path, field, out),
        (Type::TextOr(_), Node::Text(_) | Node::Int(_)) => {}
        (Type::Record(fields) | Type::TextOr(fields), _) => check(node, fields, path, out),
    }
}

impl Checked<'_> {
    fn add(&mut self, rule: &'static Rule, place: Place, message: String, help: impl Into<String>) {
        self.findings.push(Diagnostic::new(rule, self.file, place, message, help));
    }

    fn wrong(&mut self, path: &FieldPath, wanted: &str, node: &Node) {
        let is = match node {
            Node::Null => "nichts",
            Node::Bool(_) => "ja oder nein",
            Node::Int(_) | Node::Float(_) => "eine Zahl",
            Node::Text(_) => "ein Text",
            Node::List(_) => "eine Liste",
            Node::Map(_) => "eine Gruppe von Schlüsseln",
        };
        let message = format!("Hier soll {wanted} stehen, hier steht aber: {is}.");
        self.add(
            &WRONG_TYPE,
            Place::Value(path.clone()),
            message,
            "Die Vorlage zeigt, wie es aussehen soll: `klartext new`.",
        );
    }

    fn unknown(&mut self, key: &str, fields: &[Field], path: FieldPath) {
        let help = match nearest(key, fields.iter().map(|f| f.key)) {
            Some(near) => format!("Meinten Sie „{near}“?"),
            None => {
                let names: Vec<&str> = fields.iter().map(|f| f.key).collect();
                format!("Diese Schlüssel gibt es hier: {}.", names.join(", "))
            }
        };
        self.add(&UNKNOWN_KEY, Place::Key(path, 0), format!("Den Schlüssel „{key}“ kennt Klartext hier nicht."), help);
    }
}

/// Whether a text may be an id: a-z, 0-9, single hyphens, beginning with a letter or digit.
pub fn is_id(text: &str) -> bool {
    !text.is_empty()
        && !text.starts_with('-')
        && !text.ends_with('-')
        && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
}

/// The candidate most like `word`, if one is like it at all (Jaro-Winkler of 0.75 or more).
pub fn nearest<'a>(word: &str, candidates: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let word = word.to_lowercase();
    candidates
        .map(|c| (strsim::jaro_winkler(&word, &c.to_lowercase()), c))
        .filter(|(score, _)| *score >= 0.75)
        .max_by(|a, b| a.0.total_cmp(&b.0))
        .map(|(_, c)| c)
}
