//! Films and sound that start by themselves or have no words.

use super::{Context, Fault};
use crate::diagnostic::{Rule, Severity};
use crate::html::Page;

/// `a11y/media`
pub static RULE: Rule = Rule {
    code: "a11y/media",
    severity: Severity::Error,
    title: "Ein Film hat Untertitel, und nichts fängt von selbst an zu spielen.",
    why: "Gehörlose Menschen brauchen die Worte. Ton, der von selbst kommt, übertönt das Vorlese-Programm.",
    wrong: &[("seite.html", "<video src=\"https://example.org/f\" controls></video>\n")],
    right: &[("seite.html", "<p>Der Film folgt.</p>\n")],
};

/// Every film and every sound. WCAG 2.2, 1.2.2, 1.4.2.
pub(super) fn check(page: &Page<'_>, _: &Context<'_>, out: &mut Vec<Fault>) {
    for (id, media) in page.all("video").chain(page.all("audio")) {
        let film = media.name == "video";
        let mut fault = |message: &str, help| out.push(Fault::new(&RULE, "", message.to_owned(), help));
        if page.has(media, "autoplay") {
            fault("Ein Film oder Ton fängt von selbst an.", "Nehmen Sie autoplay heraus.");
        }
        if !page.has(media, "controls") {
            fault("Ein Film oder Ton lässt sich nicht anhalten.", "Schreiben Sie controls an das Element.");
        }
        let captions = |kind| matches!(kind, Some("captions" | "subtitles"));
        if film && !page.within(id, "track").any(|(_, track)| captions(page.attribute(track, "kind"))) {
            fault(
                "Ein Film hat keine Untertitel.",
                "Legen Sie eine Datei mit Untertiteln dazu: track kind=\"captions\".",
            );
        }
    }
}
