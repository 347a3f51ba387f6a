//! Images without words.

use super::{Context, Fault};
use crate::diagnostic::{Rule, Severity};
use crate::html::Page;

/// `a11y/image-alt`
pub static RULE: Rule = Rule {
    code: "a11y/image-alt",
    severity: Severity::Error,
    title: "Jedes Bild hat einen Alternativ-Text, der etwas sagt.",
    why: "Wer das Bild nicht sieht, erfährt sonst nicht, was es zeigt.",
    wrong: &[("seite.html", "<p><img src=\"data:,\" width=\"9\" height=\"9\"></p>\n")],
    right: &[(
        "seite.html",
        "<p><img src=\"data:,\" width=\"9\" height=\"9\" alt=\"Lageplan des Landratsamts\"></p>\n",
    )],
};

/// Endings of image files.
const ENDINGS: [&str; 6] = [".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp"];

/// Every image, and buttons that are images. An empty text is right for an image that only decorates. WCAG 2.2, 1.1.1.
pub(super) fn check(page: &Page<'_>, _: &Context<'_>, out: &mut Vec<Fault>) {
    for (_, image) in page.all("img").chain(page.all("input")) {
        if image.name == "input" && page.attribute(image, "type") != Some("image") {
            continue;
        }
        let Some(alt) = page.attribute(image, "alt") else {
            let src = page.attribute(image, "src").unwrap_or_default();
            let message = format!("Das Bild „{src}“ hat keinen Alternativ-Text.");
            out.push(Fault::new(
                &RULE,
                "",
                message,
                "Schreiben Sie in die Vorlage alt=\"…\" mit dem, was das Bild zeigt.",
            ));
            continue;
        };
        let plain = alt.trim().to_lowercase();
        if matches!(&*plain, "bild" | "foto" | "grafik" | "image") || ENDINGS.iter().any(|e| plain.ends_with(e)) {
            let message = format!("Der Alternativ-Text „{alt}“ sagt nicht, was das Bild zeigt.");
            out.push(
                Fault::new(&RULE, alt, message, "Schreiben Sie in einem Satz, was auf dem Bild zu sehen ist.")
                    .warning(),
            );
        }
    }
}
