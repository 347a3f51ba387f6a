//! Holds front matter against its fields: unknown, missing and doubled keys, wrong types, bad dates. All at once.

use super::values::{parse_date, parse_time, text_of};
use super::{
    BAD_CHOICE, BAD_DATE, BAD_FORM, BAD_ID, BAD_NUMBER, BAD_TIME, CONTROL, CONTROL_HELP, DUPLICATE_ENTRY,
    DUPLICATE_KEY, EMPTY_VALUE, Field, MISSING_KEY, Node, Type, UNKNOWN_KEY, WRONG_TYPE,
};
use crate::diagnostic::{Diagnostic, FieldPath, Place, Rule};
use crate::source::{control_character, control_name};
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

/// What a check works on: the file and the findings so far.
pub struct Checked<'a> {
    /// The file that is checked.
    pub file: &'a Arc<str>,
    /// Where findings go.
    pub findings: &'a mut Vec<Diagnostic>,
}

/// Where the check stands in a front matter. It becomes a path only for a finding: most files have none.
#[derive(Clone, Copy)]
enum Here<'a> {
    /// Where the check began.
    Start(&'a FieldPath),
    /// The value of a key.
    Key(&'a Here<'a>, &'a str),
    /// The n-th entry of a list, from 0.
    Entry(&'a Here<'a>, usize),
}

impl Here<'_> {
    fn path(&self) -> FieldPath {
        match *self {
            Here::Start(path) => path.clone(),
            Here::Key(above, key) => above.path().then(key),
            Here::Entry(above, index) => above.path().at(index),
        }
    }

    fn value(&self) -> Place {
        Place::Value(self.path())
    }
}

/// Most keys of a group that are compared with each other. For a file with thousands that would take their square.
const FEW: usize = 32;

/// The keys of a group, to be asked in order.
struct Keys<'a> {
    entries: &'a [(String, Node)],
    /// How often each was asked for, where there are many.
    asked: HashMap<&'a str, usize>,
}

impl<'a> Keys<'a> {
    fn of(entries: &'a [(String, Node)]) -> Self {
        Keys { entries, asked: HashMap::new() }
    }

    /// How often the key of an entry stood before.
    fn earlier(&mut self, index: usize) -> usize {
        let key = self.entries[index].0.as_str();
        if self.entries.len() <= FEW {
            return self.entries[..index].iter().filter(|(k, _)| k == key).count();
        }
        let times = self.asked.entry(key).or_insert(0);
        *times += 1;
        *times - 1
    }
}

/// Most findings of one mapping, with all below it. More help nobody: the file is something else.
const MOST: usize = 100;

/// Checks a mapping against `fields`. `path` is where it stands, empty at the top.
pub fn check(node: &Node, fields: &[Field], path: &FieldPath, out: &mut Checked<'_>) {
    let before = out.findings.len();
    check_map(node, fields, &Here::Start(path), out);
    if let Some(first) = out.findings.get(before + MOST) {
        let more = out.findings.len() - before - MOST;
        let (rule, place) = (first.rule, first.place.clone());
        out.findings.truncate(before + MOST);
        let message = format!("Hier und danach stehen {more} weitere Fehler.");
        out.add(rule, place, message, "Beheben Sie erst die Fehler davor.");
    }
}

fn check_map(node: &Node, fields: &[Field], at: &Here<'_>, out: &mut Checked<'_>) {
    let Node::Map(entries) = node else {
        return out.wrong(at, "eine Gruppe von Schlüsseln", node, None);
    };
    let mut keys = Keys::of(entries);
    for (index, (key, value)) in entries.iter().enumerate() {
        let here = Here::Key(at, key);
        if out.doubled(keys.earlier(index), key, &here) {
            continue;
        }
        match fields.iter().find(|f| f.key == key) {
            Some(field) => check_value(value, &field.ty, &here, field, out),
            None => out.unknown(key, fields, &here),
        }
    }
    for field in fields.iter().filter(|f| f.required) {
        if !entries.iter().any(|(k, _)| k == field.key) {
            out.add(
                &MISSING_KEY,
                Here::Key(at, field.key).value(),
                format!("Hier fehlt „{}“. {}", field.key, field.help),
                format!("Ergänzen Sie eine Zeile: {}", example_of(field)),
            );
        }
    }
}

fn check_value(node: &Node, ty: &Type, at: &Here<'_>, field: &Field, out: &mut Checked<'_>) {
    if matches!(node, Node::Null) || matches!(node, Node::Text(t) if t.trim().is_empty()) {
        return out.add(
            &EMPTY_VALUE,
            Place::Key(at.path(), 0),
            format!("„{}“ hat keinen Wert.", field.key),
            format!("Löschen Sie die Zeile, oder ergänzen Sie den Wert, zum Beispiel: {}", example_of(field)),
        );
    }
    // A quoted text can spell one out: "\0".
    if let Node::Text(text) = node
        && let Some((_, c)) = control_character(text)
    {
        return out.add(&CONTROL, at.value(), control_name(c), CONTROL_HELP);
    }
    let example = Some(field);
    match (ty, node) {
        (Type::Text, Node::Text(_) | Node::Int(_)) | (Type::Bool, Node::Bool(_)) => {}
        (Type::Text, Node::Bool(_) | Node::Float(_)) => out.add(
            &WRONG_TYPE,
            at.value(),
            format!("Bei „{}“ soll ein Text stehen.", field.key),
            "Setzen Sie den Wert in Anführungszeichen, dann bleibt er so, wie Sie ihn schreiben.",
        ),
        (Type::Text, _) => out.wrong(at, "ein Text", node, example),
        (Type::Id, Node::Text(text)) if is_id(text) => {}
        (Type::Id, Node::Int(number)) if *number >= 0 => {}
        (Type::Id, Node::Text(text)) => {
            let proposal = crate::markdown::slug(text);
            out.add(
                &BAD_ID,
                at.value(),
                format!("„{text}“ geht nicht als Kurz-Name."),
                format!("Nehmen Sie nur kleine Buchstaben von a bis z, Ziffern und Bindestriche: {proposal}"),
            );
        }
        (Type::Id, _) => out.wrong(at, "ein Kurz-Name", node, example),
        (Type::Date, Node::Text(text)) if parse_date(text).is_some() => {}
        (Type::Date, Node::Text(_) | Node::Int(_) | Node::Float(_)) => out.add(
            &BAD_DATE,
            at.value(),
            format!("Bei „{}“ steht kein Datum, das es gibt.", field.key),
            "Schreiben Sie Jahr-Monat-Tag, zum Beispiel 2026-03-12 für den 12. März 2026.",
        ),
        (Type::Date, _) => out.wrong(at, "ein Datum", node, example),
        (Type::Time, Node::Text(text)) if parse_time(text).is_some() => {}
        (Type::Time, Node::Text(_) | Node::Int(_) | Node::Float(_)) => out.add(
            &BAD_TIME,
            at.value(),
            format!("Bei „{}“ steht keine Uhrzeit.", field.key),
            "Schreiben Sie Stunde und Minute in Anführungszeichen, zum Beispiel \"09:30\".",
        ),
        (Type::Time, _) => out.wrong(at, "eine Uhrzeit", node, example),
        (Type::Bool, _) => out.wrong(at, "true (ja) oder false (nein)", node, example),
        (Type::Int(low, high), Node::Int(number)) if (low..=high).contains(&number) => {}
        (Type::Int(low, high), Node::Int(_) | Node::Float(_)) => out.add(
            &BAD_NUMBER,
            at.value(),
            format!("Die Zahl bei „{}“ passt nicht.", field.key),
            format!("Nehmen Sie eine ganze Zahl von {low} bis {high}."),
        ),
        (Type::Int(..), _) => out.wrong(at, "eine ganze Zahl", node, example),
        (Type::Choice(words), Node::Text(text)) => {
            if !words.iter().any(|(word, _)| word == text) {
                let names: Vec<&str> = words.iter().map(|(word, _)| *word).collect();
                let near =
                    nearest(text, names.iter().copied()).map_or(String::new(), |n| format!(" Meinten Sie „{n}“?"));
                out.add(
                    &BAD_CHOICE,
                    at.value(),
                    format!("„{text}“ kennt Klartext bei „{}“ nicht.{near}", field.key),
                    format!("Möglich sind: {}.", names.join(", ")),
                );
            }
        }
        (Type::Choice(_), _) => out.wrong(at, "ein Wort aus der Liste", node, example),
        (Type::Form(name, test, _), Node::Text(_) | Node::Int(_)) => {
            let text = text_of(node).unwrap_or_default();
            if let Err(help) = test(&text) {
                out.add(&BAD_FORM, at.value(), format!("Hier soll {name} stehen, hier steht aber: „{text}“."), help);
            }
        }
        (Type::Form(name, ..), _) => out.wrong(at, name, node, example),
        (Type::List(inner) | Type::OneOrMore(inner), Node::List(items)) => {
            let needs_one = field.required || matches!(ty, Type::OneOrMore(_));
            if items.is_empty() && needs_one {
                out.empty_list(at, field);
            }
            for (index, item) in items.iter().enumerate() {
                check_value(item, inner, &Here::Entry(at, index), field, out);
            }
            if matches!(ty, Type::OneOrMore(Type::Id | Type::Date)) {
                out.twice(items, at);
            }
        }
        (Type::List(_), _) => out.wrong(at, "eine Liste", node, example),
        (Type::OneOrMore(inner), _) => check_value(node, inner, at, field, out),
        (Type::Map(_, inner), Node::Map(entries)) => {
            let mut keys = Keys::of(entries);
            for (index, (key, value)) in entries.iter().enumerate() {
                let here = Here::Key(at, key);
                if !out.doubled(keys.earlier(index), key, &here) {
                    check_value(value, inner, &here, field, out);
                }
            }
        }
        (Type::TextOr(_), Node::Text(_) | Node::Int(_)) => {}
        (Type::Record(fields) | Type::TextOr(fields), Node::Map(_)) => check_map(node, fields, at, out),
        (Type::Record(_) | Type::TextOr(_) | Type::Map(..), _) => {
            out.wrong(at, "eine Gruppe von Schlüsseln", node, example)
        }
    }
}

impl Checked<'_> {
    fn add(&mut self, rule: &'static Rule, place: Place, message: String, help: impl Into<String>) {
        self.findings.push(Diagnostic::new(rule, self.file, place, message, help));
    }

    /// Whether a key stood `earlier` times before in the same group; says so.
    fn doubled(&mut self, earlier: usize, key: &str, at: &Here<'_>) -> bool {
        if earlier > 0 {
            self.add(
                &DUPLICATE_KEY,
                Place::Key(at.path(), earlier),
                format!("Der Schlüssel „{key}“ steht hier noch einmal."),
                "Lassen Sie ihn nur einmal stehen. Welcher Wert gilt, müssen Sie entscheiden.",
            );
        }
        earlier > 0
    }

    /// A list that must name something.
    fn empty_list(&mut self, at: &Here<'_>, field: &Field) {
        let mut help = format!("Ergänzen Sie, was hier stehen soll, zum Beispiel so: {}", example_of(field));
        if !field.required {
            help.push_str(" Oder löschen Sie die Zeile.");
        }
        self.add(&EMPTY_VALUE, at.value(), "In dieser Liste steht nichts.".to_owned(), help);
    }

    /// What stands in a list a second time.
    fn twice(&mut self, items: &[Node], at: &Here<'_>) {
        let mut seen = HashSet::new();
        for (index, text) in items.iter().enumerate().filter_map(|(n, item)| Some((n, text_of(item)?))) {
            if !seen.insert(text.clone()) {
                let message = format!("„{text}“ steht in dieser Liste noch einmal.");
                let help = "Lassen Sie es nur einmal stehen. Sollte hier etwas anderes stehen, berichtigen Sie es.";
                self.add(&DUPLICATE_ENTRY, Here::Entry(at, index).value(), message, help);
            }
        }
    }

    fn wrong(&mut self, at: &Here<'_>, wanted: &str, node: &Node, example: Option<&Field>) {
        let is = match node {
            Node::Null => "nichts",
            Node::Bool(_) => "ja oder nein",
            Node::Int(_) | Node::Float(_) => "eine Zahl",
            Node::Text(_) => "ein Text",
            Node::List(_) => "eine Liste",
            Node::Map(_) => "eine Gruppe von Schlüsseln",
        };
        let message = format!("Hier soll {wanted} stehen, hier steht aber: {is}.");
        let help = match example {
            Some(field) => format!("Schreiben Sie es zum Beispiel so: {}", example_of(field)),
            None => "Schreiben Sie jede Zeile so: schluessel: Wert".to_owned(),
        };
        self.add(&WRONG_TYPE, at.value(), message, help);
    }

    fn unknown(&mut self, key: &str, fields: &[Field], at: &Here<'_>) {
        // YAML's own words for yes and no are nobody's slip of the finger.
        let near = nearest(key, fields.iter().map(|f| f.key)).filter(|_| !["true", "false"].contains(&key));
        let help = match near {
            Some(near) if key.contains(['\u{a0}', '\u{202f}']) => {
                format!("Darin steht ein geschütztes Leerzeichen, das man nicht sieht. Schreiben Sie neu: {near}")
            }
            Some(near) => format!("Meinten Sie „{near}“?"),
            None => {
                let names: Vec<&str> = fields.iter().map(|f| f.key).collect();
                format!("Diese Schlüssel gibt es hier: {}.", names.join(", "))
            }
        };
        self.add(
            &UNKNOWN_KEY,
            Place::Key(at.path(), 0),
            format!("Den Schlüssel „{key}“ kennt Klartext hier nicht."),
            help,
        );
    }
}

/// A field with its example as it may stand in a file; longer ones begin in the next line.
fn example_of(field: &Field) -> String {
    let space = if field.example.starts_with('\n') { "" } else { " " };
    format!("{}:{space}{}", field.key, field.example)
}

/// Whether a text may be an id: a-z, 0-9, single hyphens, beginning with a letter or digit.
pub fn is_id(text: &str) -> bool {
    !text.is_empty()
        && !text.starts_with('-')
        && !text.ends_with('-')
        && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
}

/// The candidate most like `word`, if one is like it at all (Jaro-Winkler of 0.75 or more, or a single slip of the
/// finger, which that measure misses in words as short as `lvw`).
pub fn nearest<'a>(word: &str, candidates: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let word = word.to_lowercase();
    let likeness = |candidate: &str| {
        let slip = word.chars().count() > 2 && strsim::osa_distance(&word, candidate) == 1;
        strsim::jaro_winkler(&word, candidate).max(if slip { 0.8 } else { 0.0 })
    };
    candidates
        .map(|c| (likeness(&c.to_lowercase()), c))
        .filter(|(score, _)| *score >= 0.75)
        .max_by(|a, b| a.0.total_cmp(&b.0))
        .map(|(_, c)| c)
}
