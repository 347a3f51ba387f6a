//! `dgs:` in front matter — a video in German sign language that says what the page says.

use crate::front::{Field, Type, Values};

/// A video in German sign language, with all that must go with it (WCAG 1.2.2, 1.2.3; BITV 2.0, Annex 2 part 1). Paths
/// are relative to the page's file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Video {
    /// The film, an MP4 file.
    pub file: String,
    /// A picture of it.
    pub poster: String,
    /// Captions, a WebVTT file.
    pub captions: String,
    /// A page, or a place of this page (`#abschrift`), that holds what is said and shown.
    pub transcript: String,
}

pub(super) const FIELDS: &[Field] = &[
    Field::required("datei", Type::Text, "Das Video, eine MP4-Datei im Ordner der Website.", "videos/start.mp4"),
    Field::required("standbild", Type::Text, "Ein Bild aus dem Video.", "videos/start.jpg"),
    Field::required("untertitel", Type::Text, "Untertitel, eine VTT-Datei.", "videos/start.vtt"),
    Field::required("abschrift", Type::Text, "Seite oder Stelle mit dem Text des Videos.", "\"#abschrift\""),
];

/// Reads `dgs:`. What is incomplete was reported and counts as absent.
pub(super) fn read(values: &Values<'_>) -> Option<Video> {
    let video = values.record("dgs")?;
    Some(Video {
        file: video.text("datei")?,
        poster: video.text("standbild")?,
        captions: video.text("untertitel")?,
        transcript: video.text("abschrift")?,
    })
}
