//! The logo in the head of each page.

use crate::diagnostic::{Diagnostic, FieldPath, Place, Rule, Severity};
use crate::front::nearest;
use crate::pictures::shape;
use crate::site::Site;

/// `brand/logo`
pub static RULE: Rule = Rule {
    code: "brand/logo",
    severity: Severity::Error,
    title: "Das Logo ist eine SVG- oder PNG-Datei im Ordner der Website, höchstens 30 KB groß.",
    why: "Es steht auf jeder Seite. Fehlt die Datei, klafft dort eine Lücke; ist sie groß, wird jede Seite langsam.",
    wrong: &[(
        "site.yaml",
        "titel: T\nanbieter: A\nbasis_url: https://example.org/\npartner:\n  - id: lwv\n    name: LWV\nmarke:\n  logo: bilder/logo.svg\n",
    )],
    right: &[
        (
            "bilder/logo.svg",
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 120 40\"><path d=\"M0 0h120v40H0z\"/></svg>\n",
        ),
        (
            "site.yaml",
            "titel: T\nanbieter: A\nbasis_url: https://example.org/\npartner:\n  - id: lwv\n    name: LWV\nmarke:\n  logo: bilder/logo.svg\n",
        ),
    ],
};

/// Bytes; all that a page weighs shall stay below 45 KiB.
const MOST_BYTES: usize = 30 * 1024;

/// That it is there, small and a picture. What an SVG may hold is a rule of its own, for all of them.
pub(super) fn check(site: &Site, out: &mut Vec<Diagnostic>) {
    let Some(logo) = site.settings.brand.as_ref().and_then(|b| b.logo.as_ref()) else { return };
    let mut fault = |message: String, help: String| {
        let place = Place::Value(FieldPath::key("marke").then("logo"));
        out.push(Diagnostic::new(&RULE, &site.settings.file, place, message, help));
    };
    let Some(file) = site.assets.get(logo.path.as_str()) else {
        let mut known: Vec<&str> =
            site.assets.keys().map(|p| &**p).filter(|p| p.ends_with(".svg") || p.ends_with(".png")).collect();
        known.sort_unstable();
        let help = match nearest(&logo.path, known.iter().copied()) {
            Some(near) => format!("Meinten Sie „{near}“?"),
            None => "Legen Sie die Datei in den Ordner der Website, zum Beispiel nach bilder/logo.svg.".to_owned(),
        };
        return fault(format!("Das Logo „{}“ gibt es im Ordner der Website nicht.", logo.path), help);
    };
    if file.bytes.len() > MOST_BYTES {
        let message = format!("Das Logo hat {} KB, erlaubt sind 30 KB.", file.bytes.len().div_ceil(1024));
        fault(
            message,
            "Speichern Sie es als „optimiertes SVG“, oder als PNG mit höchstens 100 Punkten Höhe.".to_owned(),
        );
    }
    if shape(&file.bytes).is_none() {
        fault(
            "Das Logo hat keine Maße, die sich lesen lassen.".to_owned(),
            "Ein SVG braucht am Anfang viewBox, zum Beispiel viewBox=\"0 0 300 100\". Ein PNG muss ganz sein."
                .to_owned(),
        );
    }
}
