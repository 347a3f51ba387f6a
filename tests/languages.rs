//! A further language is data in `site.yaml`: its pages speak it, and both sides lead to each other.

#![allow(clippy::unwrap_used, clippy::expect_used)]

use std::fs;
use std::process::Command;

const ENGLISH: &str = "sprachen:\n  - kuerzel: en\n    name: English\n    zurueck: Deutsch\n    sprache: en\n    worte:\n      \
    zum_inhalt: Skip to content\n      menue: Main menu\n      weg: You are here\n      rechtliches: Legal information\n      \
    start: Home\n      stand: As of\n      geaendert: Last change\n      veraltet: The German text is newer.\n      \
    original: In German\n";

#[test]
fn english_pages_speak_english() {
    let temp = tempfile::tempdir().unwrap();
    let klartext = |args: &[&str]| {
        let output = Command::new(env!("CARGO_BIN_EXE_klartext")).args(args).current_dir(temp.path()).output().unwrap();
        assert!(output.status.success(), "{args:?}: {}", String::from_utf8_lossy(&output.stderr));
    };
    let path = |name: &str| temp.path().join(name);
    klartext(&["init", "s"]);
    let settings = fs::read_to_string(path("s/site.yaml")).unwrap();
    fs::write(path("s/site.yaml"), settings + ENGLISH).unwrap();
    fs::write(path("s/index.en.md"), "---\nart: fassung\ntitel: Welcome\n---\nHello.\n").unwrap();
    let board = "---\nart: fassung\ntitel: Advisory board\n---\nIt meets.\n";
    fs::write(path("s/gremien/beirat.en.md"), board).unwrap();
    klartext(&["build", "--site", "s", "--out", "public", "--as-of", "2026-11-23"]);
    let read = |name: &str| fs::read_to_string(path("public").join(name)).unwrap();

    let english = read("en/gremien/beirat/index.html");
    for part in [
        "<html lang=\"en\"",
        ">Skip to content</a>",
        "aria-label=\"You are here\"",
        "<a href=\"/en/\">Home</a>",
        "As of: 2026-11-23.",
        "hreflang=\"de\" rel=\"alternate\" lang=\"de\"",
    ] {
        assert!(english.contains(part), "{part} is missing in {english}");
    }
    // German names are marked as German, German phrases of the theme are gone.
    assert!(english.contains("<p lang=\"de\">Ein Angebot"));
    for german in ["Stand:", "Zum Inhalt springen", "Sie sind hier", "Rechtliches"] {
        assert!(!english.contains(german), "{german}");
    }
    let german = read("gremien/beirat/index.html");
    assert!(german.contains("href=\"/en/gremien/beirat/\" hreflang=\"en\" lang=\"en\" rel=\"alternate\">English</a>"));
    assert!(!read("sitzungen/index.html").contains("English"), "no link where there is no page");
}

#[test]
fn a_page_may_be_silent() {
    let temp = tempfile::tempdir().unwrap();
    let path = |name: &str| temp.path().join(name);
    let klartext = |args: &[&str]| {
        let output = Command::new(env!("CARGO_BIN_EXE_klartext")).args(args).current_dir(temp.path()).output().unwrap();
        assert!(output.status.success(), "{args:?}: {}", String::from_utf8_lossy(&output.stderr));
    };
    klartext(&["init", "s"]);
    let settings = fs::read_to_string(path("s/site.yaml")).unwrap();
    fs::write(path("s/site.yaml"), settings + "einstellungen:\n  vorlesen: true\n").unwrap();
    let twin = |more: &str| format!("---\nart: fassung\ntitel: Start\n{more}---\nHallo.\n");
    fs::write(path("s/index.leicht.md"), twin("")).unwrap();
    fs::write(path("s/gremien/beirat.leicht.md"), twin("vorlesen: false\n")).unwrap();
    klartext(&["build", "--site", "s", "--out", "public", "--as-of", "2026-11-23"]);
    let button = |name: &str| fs::read_to_string(path("public").join(name)).unwrap().contains("data-read-aloud");
    assert!(button("leicht/index.html"));
    assert!(!button("leicht/gremien/beirat/index.html"));
}
