//! Rules about videos in sign language.

mod file;
mod size;
mod transcript;

use super::Check;
use crate::diagnostic::Rule;

/// Checks of this group.
pub const CHECKS: &[Check] = &[file::check, size::check, transcript::check];

/// Rules of this group.
pub static RULES: &[&Rule] = &[&file::RULE, &size::RULE, &transcript::RULE];

/// A film of 320 × 256 pixels and 64 seconds, without a single picture in it: for examples.
const FILM: &str = "\0\0\0\x10ftypisom\0\0\0\0\0\0\0\x5cmoov\0\0\0\x1cmvhd\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\x64\0\0\x19\0\
    \0\0\0\x38trak\0\0\0\x30tkhd\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\x01\x40\0\0\x01\0\0\0";

/// The same with 256 × 64 pixels.
const SMALL_FILM: &str = "\0\0\0\x10ftypisom\0\0\0\0\0\0\0\x5cmoov\0\0\0\x1cmvhd\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\x64\0\0\x19\0\
    \0\0\0\x38trak\0\0\0\x30tkhd\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\x01\0\0\0\0\x40\0\0";

/// Captions.
const CAPTIONS: &str = "WEBVTT\n\n00:00.000 --> 00:02.000\nGuten Tag.\n";

/// A picture, as small as can be.
const POSTER: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 4 3\"/>";

/// A page with a video and its text.
const PAGE: &str = "---\nart: seite\nid: s\ntitel: S\ndgs:\n  datei: film.mp4\n  standbild: film.svg\n  untertitel: film.vtt\n  \
    abschrift: \"#abschrift\"\n---\nText.\n\n## Abschrift {#abschrift}\n\nGuten Tag.\n";
