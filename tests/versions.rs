//! Earlier versions of an agreement beside today's: which passages changed, and the way there.

#![allow(clippy::unwrap_used, clippy::expect_used)]

use std::fs;
use std::process::Command;

const EARLIER: &str = "---\nart: altfassung\nid: alt\ntitel: Fassung von 2025\ngueltig_ab: 2025-01-01\n\
    gueltig_bis: 2026-01-31\nbeispiel: true\n---\n## Präambel\n\nDie Partner arbeiten gut zusammen.\n\n\
    ## 1. Partner\n\nPartner sind der Beispiel-Kreis und die Beispielstadt.\n\n## 3. Alt\n\nDas ist entfallen.\n";

#[test]
fn every_passage_says_what_became_of_it() {
    let temp = tempfile::tempdir().unwrap();
    let klartext = |args: &[&str]| {
        let output = Command::new(env!("CARGO_BIN_EXE_klartext")).args(args).current_dir(temp.path()).output().unwrap();
        assert!(output.status.success(), "{args:?}: {}", String::from_utf8_lossy(&output.stderr));
    };
    klartext(&["init", "seite"]);
    fs::create_dir(temp.path().join("seite/fassungen")).unwrap();
    fs::write(temp.path().join("seite/fassungen/2025.md"), EARLIER).unwrap();
    klartext(&["build", "--site", "seite", "--out", "public", "--as-of", "2026-11-23"]);
    let page = fs::read_to_string(temp.path().join("public/fassungen/2025/index.html")).unwrap();
    let row = |id: &str| {
        let start = page.find(&format!("<tr id=\"{id}\">")).unwrap_or_else(|| panic!("no row {id}"));
        page[start..].split("</tr>").next().unwrap().to_owned()
    };
    for (id, word) in [("praeambel", "geändert"), ("nr-1", "unverändert"), ("nr-2", "neu"), ("nr-3", "entfallen")] {
        assert!(row(id).contains(&format!(">{word}<")), "{id}: {}", row(id));
    }
    assert!(row("praeambel").contains("<del>gut</del>"), "{}", row("praeambel"));
    assert!(!row("nr-1").contains("<del>") && !row("nr-2").contains("<ins>"));
    assert!(page.contains("Geändert: 3 Stellen."));
    let today = fs::read_to_string(temp.path().join("public/vereinbarung/index.html")).unwrap();
    assert!(today.contains("<a href=\"/fassungen/2025/\">Fassung von 2025</a>"));
}
