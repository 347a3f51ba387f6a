//! Size of the picture of videos in sign language.

use super::{CAPTIONS, FILM, PAGE, POSTER, SMALL_FILM};
use crate::diagnostic::{Diagnostic, FieldPath, Place, Rule, Severity};
use crate::site::Site;

/// Pixels (BITV 2.0, Annex 2 part 1).
const LEAST: (u32, u32) = (320, 240);

/// `video/size`
pub static RULE: Rule = Rule {
    code: "video/size",
    severity: Severity::Warning,
    title: "Ein Video in Gebärdensprache ist mindestens 320 Punkte breit und 240 hoch.",
    why: "Auf einem kleineren Bild sind Hände und Gesicht nicht zu erkennen (BITV 2.0, Anlage 2 Teil 1).",
    wrong: &[("film.mp4", SMALL_FILM), ("film.svg", POSTER), ("film.vtt", CAPTIONS), ("s.md", PAGE)],
    right: &[("film.mp4", FILM), ("film.svg", POSTER), ("film.vtt", CAPTIONS), ("s.md", PAGE)],
};

/// Every video with a smaller picture.
pub fn check(site: &Site, out: &mut Vec<Diagnostic>) {
    for video in site.sign_videos() {
        let (width, height) = (video.facts.width, video.facts.height);
        if width < LEAST.0 || height < LEAST.1 {
            out.push(Diagnostic::new(
                &RULE,
                &site.entries[video.entry].file,
                Place::Value(FieldPath::key("dgs").then("datei")),
                format!("Das Bild dieses Videos ist zu klein: {width} × {height} Punkte."),
                "Geben Sie das Video größer aus, am besten 1280 × 720 Punkte mit 25 Bildern in der Sekunde.",
            ));
        }
    }
}
