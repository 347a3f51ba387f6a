//! `art: fassung` — an earlier version of the agreement, word for word, for the comparison side by side.

use super::agreement::{Clause, clauses};
use super::common::with_common;
use super::{Context, Data, KindDef};
use crate::front::{Field, Type};
use crate::model::Validity;

/// An earlier version of the region's agreement.
#[derive(Debug, Clone)]
pub struct Version {
    /// When it was in force.
    pub validity: Validity,
    /// Its clauses in order.
    pub clauses: Vec<Clause>,
}

const FIELDS: &[Field] = &[
    Field::required("gueltig_ab", Type::Date, "Erster Tag dieser Fassung.", "2021-06-01"),
    Field::required("gueltig_bis", Type::Date, "Letzter Tag dieser Fassung.", "2025-12-31"),
];

pub(super) fn def() -> KindDef {
    KindDef {
        name: "altfassung",
        title: "Eine frühere Fassung der Vereinbarung, Wort für Wort.",
        folder: "fassungen",
        fields: with_common(true, FIELDS),
        body: "\n## Präambel\n\nWort für Wort.\n\n## 1. Kooperationspartner\n\nWort für Wort.\n",
        read,
    }
}

fn read(context: &mut Context<'_>) -> Data {
    let (_, clauses) = clauses(context.document);
    let validity = Validity { from: context.values.date("gueltig_ab"), until: context.values.date("gueltig_bis") };
    Data::Version(Version { validity, clauses })
}
