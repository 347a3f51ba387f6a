//! Images that push the text about, or weigh much.

use super::{Context, Fault};
use crate::diagnostic::{Rule, Severity};
use crate::html::Page;

/// `a11y/image-size`
pub static RULE: Rule = Rule {
    code: "a11y/image-size",
    severity: Severity::Error,
    title: "Jedes Bild nennt Breite und Höhe und ist höchstens 200 KB groß.",
    why: "Ohne Maße springt der Text, wenn das Bild kommt. Große Bilder kosten unterwegs Zeit und Geld.",
    wrong: &[("seite.html", "<p><img src=\"data:,\" alt=\"Lageplan\"></p>\n")],
    right: &[("seite.html", "<p><img src=\"data:,\" alt=\"Lageplan\" width=\"9\" height=\"9\"></p>\n")],
};

/// Bytes that an image may have.
const LARGE: usize = 200_000;

/// Every image; weight and proportions where the file is the site's own.
pub(super) fn check(page: &Page<'_>, context: &Context<'_>, out: &mut Vec<Fault>) {
    for (_, image) in page.all("img") {
        let src = page.attribute(image, "src").unwrap_or_default();
        let number = |name| page.attribute(image, name).and_then(|v| v.parse::<f64>().ok()).filter(|n| *n > 0.0);
        let size = number("width").zip(number("height"));
        // A drawing (SVG) has no pixels that could be read from its file.
        if size.is_none() && !src.ends_with(".svg") {
            let message = format!("Das Bild „{src}“ hat keine Breite und Höhe.");
            out.push(Fault::new(&RULE, "", message, "Schreiben Sie width=\"…\" und height=\"…\" in die Vorlage."));
        }
        let Some(file) = context.file(src) else { continue };
        if file.bytes.len() > LARGE {
            let message = format!("Das Bild {src} hat {} KB.", file.bytes.len().div_ceil(1000));
            out.push(Fault::new(&RULE, src, message, "Verkleinern Sie es auf höchstens 200 KB.").warning());
        }
        let real = if src.ends_with(".svg") { None } else { imagesize::blob_size(&file.bytes).ok() };
        let Some((real, (width, height))) = real.zip(size) else { continue };
        let (shown, true_) = (width / height, real.width as f64 / real.height as f64);
        if (shown / true_ - 1.0).abs() > 0.03 {
            let message = format!(
                "Das Bild {src} ist {} × {} groß, gezeigt wird es {width} × {height}: verzerrt.",
                real.width, real.height
            );
            out.push(Fault::new(&RULE, src, message, "Nehmen Sie Breite und Höhe im Verhältnis des Bildes.").warning());
        }
    }
}
