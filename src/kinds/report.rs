//! `art: bericht` — a published report. For now it says that a number was given, for which year and promise; tables come
//! with disclosure control.

use super::common::with_common;
use super::{Context, Data, KindDef};
use crate::front::{Field, Type};
use chrono::NaiveDate;

/// A report.
#[derive(Debug, Clone)]
pub struct Report {
    /// Id of the obligation that it fulfils.
    pub obligation: Option<String>,
    /// The year that it is about.
    pub year: Option<i32>,
    /// The day that its numbers are about.
    pub reference: Option<NaiveDate>,
    /// Short name of the partner that supplied it.
    pub supplier: Option<String>,
    /// Day on which it was supplied.
    pub supplied: Option<NaiveDate>,
    /// Day on which it was published here.
    pub published: Option<NaiveDate>,
}

const FIELDS: &[Field] = &[
    Field::optional("pflicht", Type::Id, "Kurz-Name der Zusage, die der Bericht erfüllt.", "regelaltersgrenze"),
    Field::required("jahr", Type::Int(1990, 2200), "Jahr, für das die Zahlen gelten.", "2025"),
    Field::optional("stichtag", Type::Date, "Tag, für den die Zahlen gelten.", "2025-12-31"),
    Field::optional("geliefert_von", Type::Id, "Partner, der die Zahlen geliefert hat.", "mkk"),
    Field::optional("geliefert_am", Type::Date, "Tag, an dem die Zahlen geliefert wurden.", "2026-03-20"),
    Field::required("veroeffentlicht_am", Type::Date, "Tag, an dem der Bericht veröffentlicht wurde.", "2026-04-02"),
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
    Data::Report(Report {
        obligation: values.text("pflicht"),
        year: values.int("jahr").and_then(|y| i32::try_from(y).ok()),
        reference: values.date("stichtag"),
        supplier: values.text("geliefert_von"),
        supplied: values.date("geliefert_am"),
        published: values.date("veroeffentlicht_am"),
    })
}
