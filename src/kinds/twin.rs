//! `art: fassung` — a twin: the same page in another register or language. The file name says which: `kok.leicht.md`
//! stands beside `kok.md`. It records from which state of its source each section was written, and who tested it.

use super::common::with_common;
use super::{Context, Data, KindDef};
use crate::front::{Field, Listed, Node, Type};
use chrono::NaiveDate;

/// From which state of the source a section was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stamp {
    /// Anchor of the section; `anfang` for what stands before the first heading.
    pub section: String,
    /// Digest of the source's section at that time.
    pub digest: String,
}

/// A test by people with learning difficulties. Names of testers have no place here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Review {
    /// The group that tested.
    pub group: String,
    /// How many people tested.
    pub count: Option<i64>,
    /// When.
    pub date: Option<NaiveDate>,
    /// Digest of the text that was tested.
    pub digest: String,
}

/// A twin.
#[derive(Debug, Clone, Default)]
pub struct Twin {
    /// Recorded states of the source.
    pub stamps: Vec<Listed<Stamp>>,
    /// The test, if there was one.
    pub review: Option<Review>,
    /// Whether the page claims a seal.
    pub seal: bool,
    /// Whether reading aloud is switched off here: a voice would read it wrongly.
    pub silent: bool,
}

const STAMP: &[Field] = &[
    Field::required("stelle", Type::Id, "Abschnitt der Quelle.", "nr-5"),
    Field::required("fassung", Type::Text, "Prüfzeichen des Abschnitts.", "\"0123456789abcdef\""),
];

const REVIEW: &[Field] = &[
    Field::required(
        "gruppe",
        Type::Text,
        "Name der Prüf-Gruppe, keine Namen von Personen.",
        "Prüf-Gruppe Beispielstadt",
    ),
    Field::optional("anzahl", Type::Int(1, 99), "Wie viele Menschen geprüft haben.", "4"),
    Field::required("datum", Type::Date, "Tag der Prüfung.", "2026-05-12"),
    Field::required(
        "fassung",
        Type::Text,
        "Prüfzeichen des geprüften Textes; es steht in `klartext twin status`.",
        "\"0123456789abcdef\"",
    ),
];

const FIELDS: &[Field] = &[
    Field::optional(
        "abschnitte",
        Type::List(&Type::Record(STAMP)),
        "Aus welchem Stand der Quelle jeder Abschnitt entstanden ist. `klartext twin accept` schreibt das.",
        "\n  - stelle: nr-5\n    fassung: \"0123456789abcdef\"",
    ),
    Field::optional(
        "pruefung",
        Type::Record(REVIEW),
        "Wer den Text geprüft hat.",
        "\n  gruppe: Prüf-Gruppe Beispielstadt\n  datum: 2026-05-12\n  fassung: \"0123456789abcdef\"",
    ),
    Field::optional("siegel", Type::Bool, "true: Die Seite zeigt, dass sie geprüft ist.", "true"),
    Field::optional(
        "vorlesen",
        Type::Bool,
        "false: Diese Seite hat keinen Knopf zum Vorlesen, weil die Stimme sie falsch liest.",
        "false",
    ),
];

pub(super) fn def() -> KindDef {
    let mut fields = with_common(true, FIELDS);
    // A twin is found by its file name; it needs no name of its own.
    for field in fields.iter_mut().filter(|f| f.key == "id") {
        field.required = false;
    }
    KindDef {
        name: "fassung",
        title: "Eine Seite in Leichter Sprache oder in einer anderen Sprache.",
        folder: "",
        fields,
        body: "\nSchreiben Sie hier den Text.\nIn jeder Zeile steht ein Satz.\n",
        read,
    }
}

fn read(context: &mut Context<'_>) -> Data {
    let values = context.values;
    let stamps =
        values.listed("abschnitte", |s| Some(Stamp { section: s.text("stelle")?, digest: s.text("fassung")? }));
    let review = values.record("pruefung").and_then(|r| {
        Some(Review {
            group: r.text("gruppe")?,
            count: r.int("anzahl"),
            date: r.date("datum"),
            digest: r.text("fassung")?,
        })
    });
    Data::Twin(Box::new(Twin {
        stamps,
        review,
        seal: values.flag("siegel"),
        silent: values.node("vorlesen") == Some(&Node::Bool(false)),
    }))
}
