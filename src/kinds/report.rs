//! `art: bericht` — a published report: what it is about, who supplied and released it, and its table of numbers.

use super::common::with_common;
use super::diagram::{self, DiagramDecl};
use super::licence::{self, Licence};
use super::table::{self, TableDecl};
use super::{Context, Data, KindDef};
use crate::front::{Field, Listed, Type};
use chrono::NaiveDate;

/// Who let a report go out, and when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Release {
    /// Short names of partners.
    pub by: Vec<Listed<String>>,
    /// Day.
    pub on: Option<NaiveDate>,
}

/// A report.
#[derive(Debug, Clone)]
pub struct Report {
    /// Id of the obligation that it fulfils.
    pub obligation: Option<String>,
    /// The year that it is about.
    pub year: Option<i32>,
    /// The day that its numbers are about.
    pub reference: Option<NaiveDate>,
    /// First and last day that its numbers are about, where they are about no single day.
    pub period: Option<(NaiveDate, NaiveDate)>,
    /// Short name of the partner that supplied it.
    pub supplier: Option<String>,
    /// Day on which it was supplied.
    pub supplied: Option<NaiveDate>,
    /// Day on which it was published here.
    pub published: Option<NaiveDate>,
    /// Who let it go out. Without it nothing is published.
    pub release: Option<Release>,
    /// How the numbers came to be.
    pub method: Option<String>,
    /// Under which licence.
    pub licence: &'static Licence,
    /// Id of the series of reports it belongs to.
    pub series: Option<String>,
    /// Areas (`gebiete` of the settings) or partners that the numbers are about.
    pub areas: Vec<Listed<String>>,
    /// Why the numbers cannot be compared with the report before.
    pub break_note: Option<String>,
    /// Its table.
    pub table: Option<TableDecl>,
    /// Diagrams of it, with their places in the list.
    pub diagrams: Vec<(usize, DiagramDecl)>,
}

const PERIOD: &[Field] = &[
    Field::required("von", Type::Date, "Erster Tag.", "2025-01-01"),
    Field::required("bis", Type::Date, "Letzter Tag.", "2025-12-31"),
];

const RELEASE: &[Field] = &[
    Field::required("von", Type::OneOrMore(&Type::Id), "Partner, die den Bericht freigegeben haben.", "[lwv]"),
    Field::required("am", Type::Date, "Tag der Freigabe.", "2026-04-01"),
];

const FIELDS: &[Field] = &[
    Field::optional("pflicht", Type::Id, "Kurz-Name der Zusage, die der Bericht erfüllt.", "regelaltersgrenze"),
    Field::required("jahr", Type::Int(1990, 2200), "Jahr, für das die Zahlen gelten.", "2025"),
    Field::optional("stichtag", Type::Date, "Tag, für den die Zahlen gelten.", "2025-12-31"),
    Field::optional(
        "zeitraum",
        Type::Record(PERIOD),
        "Zeitraum, für den die Zahlen gelten, statt eines Stichtags.",
        "{von: 2025-01-01, bis: 2025-12-31}",
    ),
    Field::optional("geliefert_von", Type::Id, "Partner, der die Zahlen geliefert hat.", "mkk"),
    Field::optional("geliefert_am", Type::Date, "Tag, an dem die Zahlen geliefert wurden.", "2026-03-20"),
    Field::required("veroeffentlicht_am", Type::Date, "Tag, an dem der Bericht veröffentlicht wurde.", "2026-04-02"),
    Field::required(
        "freigabe",
        Type::Record(RELEASE),
        "Wer den Bericht wann freigegeben hat. Ohne Freigabe wird nichts veröffentlicht.",
        "{von: [lwv], am: 2026-04-01}",
    ),
    Field::optional("methode", Type::Text, "Wie die Zahlen entstanden sind.", "Auszählung der Fälle am Stichtag."),
    Field::optional("lizenz", Type::Choice(licence::CHOICES), "Lizenz (sonst dl-de/by-2-0).", "dl-de/by-2-0"),
    Field::optional("reihe", Type::Id, "Kurz-Name der Reihe, zu der der Bericht gehört.", "regelaltersgrenze"),
    Field::optional(
        "gebiet",
        Type::OneOrMore(&Type::Id),
        "Gebiete, für die die Zahlen gelten (aus gebiete in site.yaml, oder Partner).",
        "[mkk-ohne-hanau, hanau]",
    ),
    Field::optional(
        "bruch",
        Type::Text,
        "Warum die Zahlen nicht mit denen des Berichts davor vergleichbar sind.",
        "Seit 2026 ohne die Stadt Hanau.",
    ),
    table::FIELD,
    diagram::FIELD,
];

pub(super) fn def() -> KindDef {
    KindDef {
        name: "bericht",
        title: "Ein veröffentlichter Bericht.",
        folder: "berichte",
        fields: with_common(true, FIELDS),
        body: "\nWas zeigt der Bericht? Schreiben Sie es in zwei bis drei Sätzen.\n",
        read,
    }
}

fn read(context: &mut Context<'_>) -> Data {
    let values = context.values;
    Data::Report(Box::new(Report {
        obligation: values.text("pflicht"),
        year: values.int("jahr").and_then(|y| i32::try_from(y).ok()),
        reference: values.date("stichtag"),
        period: values.record("zeitraum").and_then(|p| p.date("von").zip(p.date("bis"))),
        supplier: values.text("geliefert_von"),
        supplied: values.date("geliefert_am"),
        published: values.date("veroeffentlicht_am"),
        release: values.record("freigabe").map(|r| Release { by: r.listed_texts("von"), on: r.date("am") }),
        method: values.text("methode"),
        licence: licence::licence(values.text("lizenz").as_deref()),
        series: values.text("reihe"),
        areas: values.listed_texts("gebiet"),
        break_note: values.text("bruch"),
        table: table::read(&values),
        diagrams: diagram::read(&values),
    }))
}
