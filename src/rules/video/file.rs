//! Files of a video in sign language.

use super::{CAPTIONS, FILM, PAGE, POSTER};
use crate::diagnostic::{Diagnostic, FieldPath, Place, Rule, Severity};
use crate::model::VideoFacts;
use crate::rules::link::file_help;
use crate::site::Site;
use crate::source::{SourceFile, clean_join, parent};

/// `video/file`
pub static RULE: Rule = Rule {
    code: "video/file",
    severity: Severity::Error,
    title: "Video, Stand-Bild und Untertitel liegen im Ordner der Website und lassen sich abspielen.",
    why: "Ein Video von einer fremden Website verrät dieser, wer es ansieht. Ohne Untertitel verstehen es viele nicht (WCAG 1.2.2).",
    wrong: &[("film.svg", POSTER), ("film.vtt", CAPTIONS), ("s.md", PAGE)],
    right: &[("film.mp4", FILM), ("film.svg", POSTER), ("film.vtt", CAPTIONS), ("s.md", PAGE)],
};

/// Whether a file is what it shall be.
type Test<'a> = &'a dyn Fn(&SourceFile) -> bool;

/// Every file of a video that is missing, foreign or something else.
pub fn check(site: &Site, out: &mut Vec<Diagnostic>) {
    for (index, entry) in site.entries.iter().enumerate() {
        let Some(video) = &entry.common.video else { continue };
        let is_film = |file: &SourceFile| VideoFacts::read(&file.bytes).is_some();
        let is_picture = |file: &SourceFile| imagesize::blob_size(&file.bytes).is_ok() || file.path.ends_with(".svg");
        let is_captions = |file: &SourceFile| {
            let text = file.bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&file.bytes);
            text.starts_with(b"WEBVTT") && text.windows(3).any(|w| w == b"-->")
        };
        let files: [(&str, &str, Test<'_>, &str); 3] = [
            ("datei", &video.file, &is_film, "kein MP4-Video, oder es nennt weder Bild-Größe noch Länge"),
            ("standbild", &video.poster, &is_picture, "kein Bild"),
            ("untertitel", &video.captions, &is_captions, "keine VTT-Datei mit Untertiteln (sie beginnt mit WEBVTT)"),
        ];
        for (key, path, is_good, wrong) in files {
            let (message, help) = match site.asset_of(index, path) {
                Some(file) if is_good(file) => continue,
                Some(_) => (format!("„{path}“ ist {wrong}."), "Nennen Sie die richtige Datei.".to_owned()),
                None if path.contains("://") => (
                    format!("„{path}“ liegt auf einer fremden Website."),
                    "Legen Sie die Datei in den Ordner der Website.".to_owned(),
                ),
                None => {
                    let whole = clean_join(parent(&entry.file), path).unwrap_or_else(|| path.to_owned());
                    (format!("Die Datei „{path}“ gibt es nicht."), file_help(site, &whole))
                }
            };
            let place = Place::Value(FieldPath::key("dgs").then(key));
            out.push(Diagnostic::new(&RULE, &entry.file, place, message, help));
        }
    }
}
