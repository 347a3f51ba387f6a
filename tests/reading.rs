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
