//! `art: wort` — a word of the glossary with its explanation.

use super::common::with_common;
use super::{Context, Data, KindDef};
use crate::front::{Field, Type};

/// A word that is explained.
#[derive(Debug, Clone)]
pub struct Term {
    /// Other forms of the word.
    pub also: Vec<String>,
    /// Explanation in Leichte Sprache, one sentence an entry.
    pub easy: Vec<String>,
}

const FIELDS: &[Field] = &[
    Field::optional("auch", Type::List(&Type::Text), "Andere Formen des Wortes.", "[Kooperations-Konferenz]"),
    Field::optional(
        "leicht",
        Type::Text,
        "Die Erklärung in Leichter Sprache, in jeder Zeile ein Satz.",
        "|\n  Das ist ein Treffen.\n  Dort sprechen die Partner miteinander.",
    ),
];

pub(super) fn def() -> KindDef {
    KindDef {
        name: "wort",
        title: "Ein Wort im Wörterbuch.",
        folder: "woerter",
        fields: with_common(true, FIELDS),
        body: "\nErklären Sie das Wort hier in ein bis vier Sätzen.\n",
        read,
    }
}

fn read(context: &mut Context<'_>) -> Data {
    let easy = context.values.text("leicht").unwrap_or_default();
    Data::Term(Term {
        also: context.values.texts("auch"),
        easy: easy.lines().map(str::trim).filter(|l| !l.is_empty()).map(str::to_owned).collect(),
    })
}
