//! `marke` of `site.yaml` as readers get it: logo, font, colours; and nothing of it where nothing is asked for.

#![allow(clippy::unwrap_used, clippy::expect_used)]

use klartext::pipeline::{Memo, Options, run};
use std::fs;

const LOGO: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 90 30\"><path d=\"M0 0h90v30z\"/></svg>\n";

/// A new site with these lines below `marke:`; path and text of each finished file.
fn built(brand: &str) -> Vec<(String, String)> {
    let temp = tempfile::tempdir().unwrap();
    let site = temp.path().join("s");
    let init = std::process::Command::new(env!("CARGO_BIN_EXE_klartext")).arg("init").arg(&site).output().unwrap();
    assert!(init.status.success());
    fs::create_dir(site.join("bilder")).unwrap();
    fs::write(site.join("bilder/logo.svg"), LOGO).unwrap();
    let settings = fs::read_to_string(site.join("site.yaml")).unwrap();
    fs::write(site.join("site.yaml"), settings + brand).unwrap();
    let options = Options {
        site,
        as_of: "2026-11-23".parse().unwrap(),
        base_url: Some("https://example.org/unter/".to_owned()),
        theme: "standard".to_owned(),
        preview: false,
    };
    let outcome = run(&options, &mut Memo::default()).unwrap();
    assert!(!outcome.has_errors(), "{:?}", outcome.findings);
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    outcome.artifacts.iter().map(|(path, file)| (path.clone(), text(&file.bytes))).collect()
}

fn file<'a>(files: &'a [(String, String)], ending: &str) -> Option<&'a str> {
    files.iter().find(|(path, _)| path.ends_with(ending)).map(|(_, text)| text.as_str())
}

#[test]
fn a_logo_stands_beside_the_name_and_a_font_comes_with_its_licence() {
    let files = built("marke:\n  logo: bilder/logo.svg\n  schrift: atkinson\n");
    let home = file(&files, "404.html").unwrap();
    let logo = "<img class=\"logo plate\" src=\"/unter/bilder/logo.svg\" alt=\"\" width=\"144\" height=\"48\">";
    assert!(home.contains(logo), "{home}");
    assert_eq!(home.matches("rel=\"preload\"").count(), 1, "only the regular cut");
    let css = files.iter().find(|(path, _)| path.ends_with(".css")).map(|(_, css)| css).unwrap();
    for (path, _) in files.iter().filter(|(path, _)| path.ends_with(".woff2")) {
        let address = path.strip_prefix("assets/").unwrap();
        assert!(css.contains(&format!("url({address})")), "{path}");
    }
    assert_eq!(css.matches("font-display:optional").count(), 2);
    assert!(css.contains("size-adjust") && css.contains("schrift/OFL.txt"), "{css}");
    assert!(file(&files, "assets/schrift/OFL.txt").unwrap().contains("SIL OPEN FONT LICENSE"));
}

#[test]
fn a_logo_for_dark_ground_has_no_plate() {
    let files = built("marke:\n  logo: bilder/logo.svg\n  logo_flaeche: keine\n");
    assert!(file(&files, "404.html").unwrap().contains("<img class=\"logo\" src="));
}

#[test]
fn without_a_wish_nothing_is_added() {
    let files = built("");
    assert!(!files.iter().any(|(path, _)| path.contains("schrift/")));
    for (path, text) in files.iter().filter(|(path, _)| path.ends_with(".html") || path.ends_with(".css")) {
        assert!(!text.contains("preload") && !text.contains("@font-face") && !text.contains("class=\"logo"), "{path}");
    }
}
