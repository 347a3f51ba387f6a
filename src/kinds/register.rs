//! Registers and languages that pages can have twins in: data in `site.yaml`, with Leichte Sprache built in.

use crate::front::{Field, Type, Values};

/// A register or language that pages can have twins in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Register {
    /// Short name, also in file names: `leicht` in `kok.leicht.md`, and the folder of its addresses.
    pub key: String,
    /// Language tag of links to it, e.g. `de-simple`.
    pub hreflang: String,
    /// Language of its pages, two letters: some screen readers know no more.
    pub lang: String,
    /// Words of the switch to it.
    pub name: String,
    /// Words of the switch back.
    pub back: String,
    /// Whether it is Leichte Sprache, with its rules and its look.
    pub easy: bool,
}

pub(super) const FIELDS: &[Field] = &[
    Field::required("kuerzel", Type::Id, "Kurzer Name, auch im Dateinamen: en steht in kok.en.md.", "en"),
    Field::required("name", Type::Text, "Worte, mit denen man zu dieser Sprache wechselt.", "English"),
    Field::required("zurueck", Type::Text, "Worte, mit denen man zurück wechselt.", "Deutsch"),
    Field::required("sprache", Type::Id, "Zwei Buchstaben der Sprache.", "en"),
];

/// Leichte Sprache, and what the settings add to it.
pub(super) fn read(values: &Values<'_>) -> Vec<Register> {
    let easy = Register {
        key: "leicht".into(),
        hreflang: "de-simple".into(),
        lang: "de".into(),
        name: "Leichte Sprache".into(),
        back: "Alltags-Sprache".into(),
        easy: true,
    };
    let others = values.records("sprachen").filter_map(|r| {
        let lang = r.text("sprache")?;
        Some(Register {
            key: r.text("kuerzel").filter(|k| k != "leicht")?,
            hreflang: lang.clone(),
            lang,
            name: r.text("name")?,
            back: r.text("zurueck")?,
            easy: false,
        })
    });
    std::iter::once(easy).chain(others).collect()
}
