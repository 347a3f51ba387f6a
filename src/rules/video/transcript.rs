//! Texts of videos in sign language.

use super::{CAPTIONS, FILM, PAGE, POSTER};
use crate::diagnostic::{Diagnostic, FieldPath, Place, Rule, Severity};
use crate::site::Site;

/// `video/transcript`
pub static RULE: Rule = Rule {
    code: "video/transcript",
    severity: Severity::Error,
    title: "Zu jedem Video gibt es seinen Text zum Lesen.",
    why: "Menschen, die weder sehen noch hören, lesen ihn mit den Fingern (WCAG 1.2.3 und 1.2.8).",
    wrong: &[
        ("film.mp4", FILM),
        ("film.svg", POSTER),
        ("film.vtt", CAPTIONS),
        (
            "s.md",
            "---\nart: seite\nid: s\ntitel: S\ndgs:\n  datei: film.mp4\n  standbild: film.svg\n  untertitel: film.vtt\n  \
             abschrift: \"#abschrift\"\n---\nText.\n",
        ),
    ],
    right: &[("film.mp4", FILM), ("film.svg", POSTER), ("film.vtt", CAPTIONS), ("s.md", PAGE)],
};

/// Every video whose text is no page or place.
pub fn check(site: &Site, out: &mut Vec<Diagnostic>) {
    for (index, entry) in site.entries.iter().enumerate() {
        let Some(video) = &entry.common.video else { continue };
        if site.place_of(index, &video.transcript).is_none() {
            out.push(Diagnostic::new(
                &RULE,
                &entry.file,
                Place::Value(FieldPath::key("dgs").then("abschrift")),
                format!("Die Abschrift „{}“ gibt es nicht.", video.transcript),
                "Nennen Sie eine Seite (abschrift.md) oder eine Überschrift dieser Seite: ## Abschrift {#abschrift}",
            ));
        }
    }
}
