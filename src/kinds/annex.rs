//! `art: anlage` — an annex of the agreement. It stands on a page of its own and at the end of the agreement.

use super::common::with_common;
use super::{Context, Data, KindDef};
use crate::front::{Field, Type};

/// An annex.
#[derive(Debug, Clone)]
pub struct Annex {
    /// Its number in the agreement, from 1. `#anlage-2` is its anchor there.
    pub number: u32,
}

const FIELDS: &[Field] = &[Field::required("nummer", Type::Int(1, 99), "Nummer der Anlage.", "1")];

pub(super) fn def() -> KindDef {
    KindDef {
        name: "anlage",
        title: "Eine Anlage zur Vereinbarung.",
        folder: "anlagen",
        fields: with_common(true, FIELDS),
        body: "\nSchreiben Sie hier den Text der Anlage, Wort für Wort.\n",
        read,
    }
}

fn read(context: &mut Context<'_>) -> Data {
    let number = context.values.int("nummer").and_then(|n| u32::try_from(n).ok()).unwrap_or(1);
    Data::Annex(Annex { number })
}
