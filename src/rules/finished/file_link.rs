//! Links to files that don't say so.

use super::{Context, Fault};
use crate::diagnostic::{Rule, Severity};
use crate::html::Page;

/// `a11y/file-link`
pub static RULE: Rule = Rule {
    code: "a11y/file-link",
    severity: Severity::Error,
    title: "Ein Link zu einer Datei nennt ihre Art und ihre wirkliche Größe.",
    why: "Wer unterwegs ist oder mit einem Vorlese-Programm liest, will vorher wissen, was sich öffnet.",
    wrong: &[("seite.html", "<p><a href=\"https://example.org/plan.pdf\">Lageplan</a></p>\n")],
    right: &[("seite.html", "<p><a href=\"https://example.org/plan.pdf\">Lageplan, PDF</a></p>\n")],
};

/// Kinds of files that open outside of the browser, or take long.
const KINDS: [&str; 15] =
    ["csv", "doc", "docx", "mp3", "mp4", "odp", "ods", "odt", "pdf", "ppt", "pptx", "rtf", "xls", "xlsx", "zip"];

/// Every link to a file; the size is asked for where the file is the site's own and larger than 100 KB.
pub(super) fn check(page: &Page<'_>, context: &Context<'_>, out: &mut Vec<Fault>) {
    for (id, link) in page.all("a") {
        let Some(href) = page.attribute(link, "href") else { continue };
        // A page, or a place on this one.
        if href.ends_with('/') || href.starts_with('#') {
            continue;
        }
        let path = href.split(['?', '#']).next().unwrap_or_default();
        let Some(kind) = path.rsplit_once('.').map(|(_, kind)| kind).filter(|kind| KINDS.contains(kind)) else {
            continue;
        };
        // Kind and size often stand right behind the link.
        let text = format!("{} {}", page.link_text(id), page.behind(id, 40));
        if !text.to_lowercase().contains(kind) {
            let message = format!("Dieser Link führt zu einer Datei und sagt es nicht: {href}");
            out.push(Fault::new(
                &RULE,
                href,
                message,
                "Nennen Sie die Art der Datei im Link, zum Beispiel: Lageplan, PDF",
            ));
        }
        let Some(size) = context.file(href).map(|file| file.bytes.len()) else { continue };
        let said = stated(&text);
        // What is written may be rounded, in units of 1,000 or of 1,024.
        let wrong = said.is_some_and(|said| said < size as f64 * 0.85 - 1000.0 || said > size as f64 * 1.15 + 1000.0);
        if wrong || (said.is_none() && size > 100_000) {
            let message = format!("Die Datei {href} hat {} KB, beim Link steht das nicht.", size.div_ceil(1000));
            out.push(Fault::new(
                &RULE,
                href,
                message,
                "Nennen Sie die Größe beim Link. Bei Links im Text tut Klartext das selbst.",
            ));
        }
    }
}

/// Bytes that a text names: "120 KB", "1,4 MB".
fn stated(text: &str) -> Option<f64> {
    let mut words = text.split([' ', '\u{a0}', '(', ')', ',']).filter(|w| !w.is_empty()).peekable();
    let text = text.replace('\u{a0}', " ");
    let unit = words.find(|w| matches!(*w, "KB" | "MB"))?;
    let before = text.split(&format!(" {unit}")).next()?.rsplit([' ', '(']).next()?;
    let number: f64 = before.replace(',', ".").parse().ok()?;
    Some(number * if unit == "KB" { 1e3 } else { 1e6 })
}
