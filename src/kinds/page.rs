//! `art: seite` — a plain page; on a home page it can hold doors to the rest of the site.

use super::common::with_common;
use super::legal::{LEGAL_PAGES, LegalPage, PAGE_TYPE};
use super::{Context, Data, KindDef};
use crate::front::{Field, Listed, Type};

/// A door on the home page: a link with a sentence that says what is behind it.
#[derive(Debug, Clone)]
pub struct Door {
    /// Words of the link.
    pub title: String,
    /// Relative path of a Markdown file, perhaps with a fragment.
    pub target: String,
    /// What is behind it.
    pub text: String,
}

/// A plain page.
#[derive(Debug, Clone, Default)]
pub struct Page {
    /// Doors, in order.
    pub doors: Vec<Listed<Door>>,
    /// Which facts of the operator it shows.
    pub legal: Option<LegalPage>,
}

const DOOR: &[Field] = &[
    Field::required("titel", Type::Text, "Worte des Links.", "Die Vereinbarung lesen"),
    Field::required("ziel", Type::Text, "Datei, zu der er führt.", "vereinbarung.md"),
    Field::required("text", Type::Text, "Ein Satz: Was ist dort?", "Jede Nummer mit eigener Adresse."),
];

const FIELDS: &[Field] = &[
    Field::optional("angaben", PAGE_TYPE, "Zeigt Angaben des Betreibers aus site.yaml.", "impressum"),
    Field::optional(
        "tueren",
        Type::List(&Type::Record(DOOR)),
        "Nur für die Start-Seite: Links mit einem Satz dazu.",
        "\n  - titel: Die Vereinbarung lesen\n    ziel: vereinbarung.md\n    text: Jede Nummer mit eigener Adresse.",
    ),
];

pub(super) fn def() -> KindDef {
    KindDef {
        name: "seite",
        title: "Eine einfache Seite.",
        folder: "",
        fields: with_common(true, FIELDS),
        body: "\nSchreiben Sie hier den Text.\n\n## Eine Zwischen-Überschrift\n\nUnd hier geht es weiter.\n",
        read,
    }
}

fn read(context: &mut Context<'_>) -> Data {
    let doors = context.values.listed("tueren", |door| {
        Some(Door {
            title: door.text("titel")?,
            target: door.text("ziel")?,
            text: door.text("text").unwrap_or_default(),
        })
    });
    let name = context.values.text("angaben");
    let legal = LEGAL_PAGES.iter().find(|(_, n, _)| Some(*n) == name.as_deref()).map(|(page, ..)| *page);
    Data::Page(Page { doors, legal })
}
