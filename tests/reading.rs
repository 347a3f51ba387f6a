//! What helps to read and to take along: the printed agreement, downloads, pictures, videos, ways on.

#![allow(clippy::unwrap_used, clippy::expect_used)]

#[path = "sites/mod.rs"]
mod sites;

use klartext::pipeline::Outcome;
use sites::Site;

/// A finished page.
fn page(outcome: &Outcome, path: &str) -> String {
    assert!(!outcome.has_errors(), "{:?}", outcome.findings);
    String::from_utf8(outcome.artifacts[path].bytes.to_vec()).unwrap()
}

#[test]
fn the_printed_agreement_leads_within_itself() {
    let agreement = "---\nart: vereinbarung\nid: v\ntitel: V\nregion: R\npartner: [lwv]\nin_kraft: 2021-06-01\n---\n\n## 1. Eins {#nr-1}\n\n\
        Mehr in [Zwei](#nr-2), in der [Anlage](anlage.md#teil), bei den [Gremien](gremien/kok.md).[^1]\n\n\
        [^1]: Eine Notiz.\n\n## 2. Zwei {#nr-2}\n\nText.[^2]\n\n[^2]: Noch eine.\n";
    let annex = "---\nart: anlage\nid: a\nnummer: 1\ntitel: Anlage 1\n---\n\nText.[^1]\n\n## Teil {#teil}\n\n\
        Zurück zu [Eins](v.md#nr-1).\n\n[^1]: Eine Notiz der Anlage.\n";
    let outcome = Site::base().file("v.md", agreement).file("anlage.md", annex).run();
    let html = page(&outcome, "v/drucken/index.html");
    for link in ["#nr-2", "#anlage-1-teil", "#nr-1", "https://example.org/gremien/kok/"] {
        assert!(html.contains(&format!("href=\"{link}\"")), "{link}: {html}");
    }
    // Each part has its own notes: the finished page is checked for doubled ids.
    for note in ["nr-1-fussnote-1", "nr-2-fussnote-1", "anlage-1-fussnote-1"] {
        assert!(html.contains(&format!("<li id=\"{note}\">")), "{note}");
    }
    let on_screen = page(&outcome, "v/index.html");
    assert!(on_screen.contains("<a href=\"/v/drucken/\">Ganze Vereinbarung mit Anlagen drucken</a>"));
}

#[test]
fn a_pictogram_is_drawn_beside_the_text() {
    let easy = "---\nart: fassung\ntitel: S\n---\n\n![](bild:vertrag)\n\nDas ist ein Vertrag.\n\n## Mehr\n\n![Ein Haus](bild:haus)\n";
    let page_of = |site: Site| page(&site.file("index.leicht.md", easy).run(), "leicht/index.html");
    let html = page_of(Site::base());
    assert!(html.contains("<div class=\"pic\"><svg class=\"sign\" viewBox=\"0 0 48 48\""), "{html}");
    // Words that say the same make it silent; words of its own give it a name.
    assert!(html.contains("aria-hidden=\"true\" focusable=\"false\"><path d=\"M10 5"));
    assert!(html.contains("role=\"img\" focusable=\"false\"><title>Ein Haus</title>"));
    // A site may draw its own.
    let own = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"><path d=\"M1 1h7\"/></svg>";
    let html = page_of(Site::base().file("themes/standard/bilder/vertrag.svg", own));
    assert!(html.contains("viewBox=\"0 0 9 9\"") && html.contains("M1 1h7"), "{html}");
}
