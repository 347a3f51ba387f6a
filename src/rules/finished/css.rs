//! Stylesheets that take choices away from readers.

use super::Context;
use super::foreign::is_foreign;
use super::style::{Declaration, declarations, without_comments};
use crate::diagnostic::{Diagnostic, Place, Rule, Severity};
use crate::source::{Snapshot, Span};

/// `a11y/css`
pub static RULE: Rule = Rule {
    code: "a11y/css",
    severity: Severity::Error,
    title: "Das Stylesheet lässt Lesern ihre Schrift-Größe, ihre Abstände und den Rahmen um das, was gerade dran ist.",
    why: "Wer schlecht sieht, stellt die Schrift größer. Wer die Tastatur nimmt, braucht den Rahmen. Block-Satz reißt Löcher.",
    wrong: &[("eigen.css", "p { font-size: 14px; text-align: justify }\n")],
    right: &[("eigen.css", "p { font-size: 0.875rem; text-align: start }\n")],
};

/// Every stylesheet of theme and site. WCAG 2.2, 1.4.4, 1.4.8, 1.4.12, 2.4.7. Print has no readers to adjust anything.
pub(super) fn check(context: &Context<'_>, snapshot: &Snapshot) -> Vec<Diagnostic> {
    let mut out = Vec::new();
    for (path, file) in context.files.iter().filter(|(path, _)| path.ends_with(".css")) {
        let Ok(text) = std::str::from_utf8(&file.bytes) else { continue };
        let css = without_comments(text);
        let all = declarations(&css);
        for own in all.iter().filter(|own| !own.media.contains("print")) {
            let Some((what, help)) = fault(own, &all) else { continue };
            // A file of the site is published as it is; the theme's carries a fingerprint and has no source to show.
            let known = snapshot.file(&file.origin).is_some_and(|source| *source.text == *text);
            let span = Span::new(own.at, own.at + own.name.len());
            let place = if known { Place::Span(span) } else { Place::File };
            let message = format!("Im Stylesheet {path}, bei „{}“: {what} ({}: {})", own.selector, own.name, own.value);
            out.push(Diagnostic::new(&RULE, &file.origin, place, message, help));
        }
        for import in css.match_indices("@import").map(|(at, _)| css[at..].split(';').next().unwrap_or_default()) {
            if addresses(import).any(is_foreign) || import.split(['"', '\'']).any(is_foreign) {
                let message = format!("Das Stylesheet {path} lädt etwas von einer fremden Adresse: {import}");
                out.push(Diagnostic::new(
                    &RULE,
                    &file.origin,
                    Place::File,
                    message,
                    "Legen Sie die Datei in das Gestaltungs-Paket.",
                ));
            }
        }
    }
    out
}

/// What is wrong with a declaration, and the remedy.
fn fault(own: &Declaration<'_>, all: &[Declaration<'_>]) -> Option<(&'static str, &'static str)> {
    let value = own.value.to_lowercase();
    let size = matches!(own.name, "font-size" | "font");
    let unit = |unit: &str| {
        // Behind a slash stands the height of a line.
        let value = value.split('/').next().unwrap_or_default();
        value
            .match_indices(unit)
            .any(|(at, _)| value[..at].ends_with(|c: char| c.is_ascii_digit()) && !value[..at].ends_with(" 0"))
    };
    Some(match own.name {
        _ if addresses(&value).any(is_foreign) => {
            ("lädt etwas von einer fremden Adresse", "Legen Sie die Datei in das Gestaltungs-Paket.")
        }
        "outline" | "outline-style"
            if matches!(value.trim_end_matches("!important").trim(), "none" | "0") && !replaced(own, all) =>
        {
            (
                "nimmt den Rahmen um das, was gerade dran ist",
                "Lassen Sie outline, oder setzen Sie für :focus-visible ein anderes.",
            )
        }
        _ if size && unit("px") => ("setzt die Schrift-Größe in px", "Nehmen Sie rem: 16px sind 1rem."),
        _ if size && (unit("vw") || unit("vh") || unit("vmin") || unit("vmax")) => {
            ("bindet die Schrift-Größe an das Fenster", "Nehmen Sie rem, und für große Fenster eine zweite Angabe.")
        }
        "text-align" if value.starts_with("justify") => ("setzt Block-Satz", "Nehmen Sie text-align: start."),
        "line-height" | "letter-spacing" | "word-spacing" if value.contains("!important") => {
            ("verbietet Lesern eigene Abstände", "Lassen Sie !important weg.")
        }
        _ => return None,
    })
}

/// Whether what gets no outline is no control (the target of the skip link), or gets another sign of focus in its block.
fn replaced(own: &Declaration<'_>, all: &[Declaration<'_>]) -> bool {
    let target = own.selector.split(',').all(|part| part.trim() == "main:focus");
    let sign = |other: &&Declaration<'_>| matches!(other.name, "box-shadow" | "border" | "border-color" | "background");
    target || all.iter().filter(|other| other.selector == own.selector).filter(sign).any(|other| other.value != "none")
}

/// What stands in `url(…)`.
fn addresses(value: &str) -> impl Iterator<Item = &str> {
    value.split("url(").skip(1).filter_map(|rest| Some(rest.split(')').next()?.trim_matches(['"', '\'', ' '])))
}
