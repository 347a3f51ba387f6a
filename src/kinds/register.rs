//! Registers and languages that pages can have twins in: data in `site.yaml`, with Leichte Sprache built in.

use crate::front::{Field, Type, Values};
use serde::Serialize;

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
    /// What the theme says on its pages.
    pub words: Words,
}

/// What the theme says on every page, in the language of the page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Hash)]
pub struct Words {
    /// Link to the text, for the keyboard.
    pub skip: String,
    /// Name of the main menu.
    pub menu: String,
    /// Name of the way here.
    pub here: String,
    /// Name of the links at the foot.
    pub legal: String,
    /// The home page in the way here.
    pub home: String,
    /// Before the day the site is built for.
    pub as_of: String,
    /// Before the day of the last change.
    pub changed: String,
    /// Sentence on a page whose source has changed since.
    pub stale: String,
    /// Before the title of a passage of the source, in a link to it.
    pub original: String,
}

impl Words {
    /// German.
    pub fn german() -> Words {
        let [skip, menu, here, legal, home, as_of, changed, stale, original] = [
            "Zum Inhalt springen",
            "Haupt-Menü",
            "Sie sind hier",
            "Rechtliches und Hilfe",
            "Start",
            "Stand",
            "Zuletzt geändert",
            "Der Text in Alltags-Sprache ist neuer.",
            "In Alltags-Sprache",
        ]
        .map(str::to_owned);
        Words { skip, menu, here, legal, home, as_of, changed, stale, original }
    }

    fn read(values: &Values<'_>) -> Option<Words> {
        Some(Words {
            skip: values.text("zum_inhalt")?,
            menu: values.text("menue")?,
            here: values.text("weg")?,
            legal: values.text("rechtliches")?,
            home: values.text("start")?,
            as_of: values.text("stand")?,
            changed: values.text("geaendert")?,
            stale: values.text("veraltet")?,
            original: values.text("original")?,
        })
    }
}

const WORDS: &[Field] = &[
    Field::required("zum_inhalt", Type::Text, "Link für die Tastatur zum Text.", "Skip to content"),
    Field::required("menue", Type::Text, "Name des Haupt-Menüs.", "Main menu"),
    Field::required("weg", Type::Text, "Name des Wegs zur Seite.", "You are here"),
    Field::required("rechtliches", Type::Text, "Name der Links am Fuß.", "Legal information and help"),
    Field::required("start", Type::Text, "Die Start-Seite im Weg.", "Home"),
    Field::required("stand", Type::Text, "Steht vor dem Tag, für den die Website gebaut ist.", "As of"),
    Field::required("geaendert", Type::Text, "Steht vor dem Tag der letzten Änderung.", "Last change"),
    Field::required(
        "veraltet",
        Type::Text,
        "Satz auf einer Seite, deren deutscher Text neuer ist.",
        "The German text is newer.",
    ),
    Field::required("original", Type::Text, "Steht im Link zum deutschen Abschnitt.", "In German"),
];

pub(super) const FIELDS: &[Field] = &[
    Field::required("kuerzel", Type::Id, "Kurzer Name, auch im Dateinamen: en steht in kok.en.md.", "en"),
    Field::required("name", Type::Text, "Worte, mit denen man zu dieser Sprache wechselt.", "English"),
    Field::required("zurueck", Type::Text, "Worte, mit denen man zurück wechselt.", "Deutsch"),
    Field::required("sprache", Type::Id, "Zwei Buchstaben der Sprache.", "en"),
    Field::required("worte", Type::Record(WORDS), "Was auf jeder Seite dieser Sprache steht.", ""),
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
        words: Words::german(),
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
            words: Words::read(&r.record("worte")?)?,
        })
    });
    std::iter::once(easy).chain(others).collect()
}
