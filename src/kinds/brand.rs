//! `marke:` in `site.yaml` — colours, logo and font of the body that offers the website.

use crate::front::{Field, Type, Values};
use crate::model::Colour;

/// What the site looks like besides its theme.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Brand {
    /// Main colour: head of the page, links. Without it the theme's.
    pub colour: Option<Colour>,
    /// Colour of links on dark pages; without it the theme's.
    pub dark: Option<Colour>,
    /// Picture in the head of each page, beside the name.
    pub logo: Option<Logo>,
    /// Font that comes with the pages; without it those of the reader's device.
    pub font: Option<Font>,
}

/// A logo.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Logo {
    /// File of the site folder: SVG or PNG.
    pub path: String,
    /// Whether it stands on a white plate, as most logos need on a dark head.
    pub plate: bool,
}

/// A font that the program brings along.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Font {
    /// Atkinson Hyperlegible Next, Latin, regular and bold, under the SIL Open Font License 1.1.
    Atkinson,
}

impl Font {
    /// Folder of the fonts among the static files of the theme; it goes out only where a font is asked for.
    pub const FOLDER: &'static str = "schrift/";

    /// Text of the licence.
    pub const LICENCE: &'static str = include_str!("../../themes/standard/static/schrift/OFL.txt");

    /// Name for readers.
    pub fn name(self) -> &'static str {
        match self {
            Font::Atkinson => "Atkinson Hyperlegible Next",
        }
    }
}

fn is_colour(text: &str) -> Result<(), String> {
    match Colour::parse(text) {
        Some(_) => Ok(()),
        None => Err("Schreiben Sie sie mit # und sechs Ziffern, in Anführungs-Zeichen: \"#2044aa\"".into()),
    }
}

fn is_logo(text: &str) -> Result<(), String> {
    let plain = |c: char| c.is_ascii_alphanumeric() || "/._-".contains(c);
    let drawn = text.ends_with(".svg") || text.ends_with(".png");
    if drawn && text.chars().all(plain) && !text.starts_with('/') {
        Ok(())
    } else {
        Err("Nennen Sie eine SVG- oder PNG-Datei im Ordner der Website, ohne Umlaute und Leerzeichen: bilder/logo.svg"
            .into())
    }
}

const COLOUR: Type = Type::Form("eine Farbe", is_colour, "^#([0-9a-fA-F]{3}|[0-9a-fA-F]{6})$");
const LOGO: Type = Type::Form("eine Bild-Datei", is_logo, "^[A-Za-z0-9._-][A-Za-z0-9/._-]*\\.(svg|png)$");
const PLATE: &[(&str, &str)] = &[
    ("weiss", "Das Logo steht auf einer weißen Fläche. So passt ein Logo, das für Papier gemacht ist."),
    ("keine", "Das Logo steht auf der Farbe des Kopfes. So passt ein helles Logo ohne Hintergrund."),
];
const FONT: &[(&str, &str)] = &[
    ("geraet", "Die Schriften des Geräts. Es wird nichts geladen."),
    ("atkinson", "Atkinson Hyperlegible Next, eine gut lesbare Schrift. Sie wiegt 25 KB und kommt mit der Website."),
];

pub(super) const FIELDS: &[Field] = &[
    Field::optional("farbe", COLOUR, "Haupt-Farbe: Kopf der Seite und Links.", "\"#2044aa\""),
    Field::optional("farbe_dunkel", COLOUR, "Farbe der Links auf dunklen Seiten.", "\"#a9bdea\""),
    Field::optional("logo", LOGO, "Bild im Kopf jeder Seite, neben dem Namen.", "bilder/logo.svg"),
    Field::optional("logo_flaeche", Type::Choice(PLATE), "Worauf das Logo steht.", "weiss"),
    Field::optional("schrift", Type::Choice(FONT), "Schrift der Seiten.", "atkinson"),
];

/// Reads `marke:`.
pub(super) fn read(values: &Values<'_>) -> Option<Brand> {
    let values = values.record("marke")?;
    let colour = |key| values.text(key).and_then(|text| Colour::parse(&text));
    let plate = values.text("logo_flaeche").as_deref() != Some("keine");
    let logo = values.text("logo").filter(|path| is_logo(path).is_ok()).map(|path| Logo { path, plate });
    let font = values.text("schrift").filter(|name| name == "atkinson").map(|_| Font::Atkinson);
    Some(Brand { colour: colour("farbe"), dark: colour("farbe_dunkel"), logo, font })
}
