//! `leicht:` in `site.yaml` — what the site wants of its texts in Leichte Sprache.

use crate::diagnostic::Severity;
use crate::front::{Field, Node, Type, Values};

/// What the site wants of its texts in Leichte Sprache.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct EasySettings {
    /// Whether the rules of Duden Leichte Sprache hold instead of those of BITV 2.0.
    pub duden: bool,
    /// Severities by code of the rule, in the order of the file; `None` switches a rule off.
    pub rules: Vec<(String, Option<Severity>)>,
    /// Path of the site's own list of words, below the site folder.
    pub words: Option<String>,
}

const LEVELS: Type = Type::Choice(&[
    ("aus", "Die Regel gilt nicht."),
    ("hinweis", "Ein Hinweis."),
    ("warnung", "Eine Warnung."),
    ("fehler", "Ein Fehler: Die Website wird nicht geschrieben."),
]);

pub(super) const FIELDS: &[Field] = &[
    Field::optional(
        "profil",
        Type::Choice(&[
            ("bitv", "BITV 2.0 und Netzwerk Leichte Sprache: Binde-Strich in langen Wörtern."),
            ("duden", "Duden Leichte Sprache: Medio-Punkt, keine Neben-Sätze."),
        ]),
        "Wessen Regeln gelten.",
        "bitv",
    ),
    Field::optional(
        "regeln",
        Type::Map("Kurz-Name der Regel, zum Beispiel easy/negation", &LEVELS),
        "Wie ernst einzelne Regeln sind.",
        "\n    easy/negation: aus",
    ),
    Field::optional(
        "woerterliste",
        Type::Text,
        "Datei im Ordner der Website mit Wörtern, die bleiben dürfen oder leichter gehen.",
        "leichte-woerter.txt",
    ),
];

/// Reads `leicht:`; without it BITV 2.0 holds.
pub(super) fn read(values: &Values<'_>) -> EasySettings {
    let Some(values) = values.record("leicht") else { return EasySettings::default() };
    let entries = match values.node("regeln") {
        Some(Node::Map(entries)) => entries.as_slice(),
        _ => &[],
    };
    let rules = entries.iter().filter_map(|(code, level)| {
        let Node::Text(level) = level else { return None };
        Some((code.clone(), severity(level)?))
    });
    EasySettings {
        duden: values.text("profil").as_deref() == Some("duden"),
        rules: rules.collect(),
        words: values.text("woerterliste"),
    }
}

/// The outer option is for words that are none of these, which were reported already.
fn severity(level: &str) -> Option<Option<Severity>> {
    Some(match level {
        "aus" => None,
        "hinweis" => Some(Severity::Info),
        "warnung" => Some(Severity::Warning),
        "fehler" => Some(Severity::Error),
        _ => return None,
    })
}
