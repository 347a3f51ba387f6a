//! `marke:` in `site.yaml` — the colours of the body that offers the website.

use crate::front::{Field, Type, Values};
use crate::model::Colour;

/// Colours of the site's own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Brand {
    /// Main colour: head of the page, links.
    pub colour: Colour,
    /// Colour of links on dark pages; without it the theme's.
    pub dark: Option<Colour>,
}

fn is_colour(text: &str) -> Result<(), String> {
    match Colour::parse(text) {
        Some(_) => Ok(()),
        None => Err("Schreiben Sie sie mit # und sechs Ziffern, in Anführungs-Zeichen: \"#2044aa\"".into()),
    }
}

const COLOUR: Type = Type::Form("eine Farbe", is_colour, "^#([0-9a-fA-F]{3}|[0-9a-fA-F]{6})$");

pub(super) const FIELDS: &[Field] = &[
    Field::required("farbe", COLOUR, "Haupt-Farbe: Kopf der Seite und Links.", "\"#2044aa\""),
    Field::optional("farbe_dunkel", COLOUR, "Farbe der Links auf dunklen Seiten.", "\"#a9bdea\""),
];

/// Reads `marke:`.
pub(super) fn read(values: &Values<'_>) -> Option<Brand> {
    let values = values.record("marke")?;
    let colour = |key| values.text(key).and_then(|text| Colour::parse(&text));
    Some(Brand { colour: colour("farbe")?, dark: colour("farbe_dunkel") })
}
