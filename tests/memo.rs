//! What the preview remembers from build to build never shows: its pages are those of a build that remembers nothing.

#![allow(clippy::unwrap_used, clippy::expect_used)]

#[path = "cli/support.rs"]
mod support;

use klartext::model::Artifacts;
use klartext::pipeline::{Memo, Options, run};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use support::{DAY, write};

fn files(site: &Path, memo: &mut Memo) -> Artifacts {
    let options = Options {
        site: site.to_path_buf(),
        as_of: DAY.parse().unwrap(),
        base_url: None,
        theme: klartext::theme::STANDARD_NAME.to_owned(),
        preview: true,
    };
    run(&options, memo).unwrap().artifacts
}

#[test]
fn a_build_that_remembers_makes_the_same_pages() {
    let temp = tempfile::tempdir().unwrap();
    let site = temp.path();
    support::copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sites/two-regions"), site);
    let edit = |file: &str, from: &str, to: &str| {
        let text = fs::read_to_string(site.join(file)).unwrap();
        assert!(text.contains(from), "{file}");
        fs::write(site.join(file), text.replacen(from, to, 1)).unwrap();
    };
    let mut memo = Memo::kept();
    let first = files(site, &mut memo);
    let base = include_str!("../themes/standard/templates/base.html");
    let theme = |text: &str| write(site, &[("themes/standard/templates/base.html", text)]);
    let steps: [&dyn Fn(); 8] = [
        &|| {},
        &|| write(site, &[("neu.md", "---\nart: seite\nid: neu\ntitel: Neu\n---\nText.\n")]),
        &|| edit("neu.md", "Text.", "Anderer Text."),
        &|| edit("site.yaml", "titel: ", "titel: Andere "),
        &|| theme(&base.replace("Zum Inhalt springen", "Zum Text")),
        &|| theme(&base.replace("Zum Inhalt springen", "Zum Anfang")),
        &|| fs::remove_file(site.join("themes/standard/templates/base.html")).unwrap(),
        &|| fs::remove_file(site.join("neu.md")).unwrap(),
    ];
    for (number, step) in steps.iter().enumerate() {
        step();
        let remembered = files(site, &mut memo);
        let fresh = files(site, &mut Memo::default());
        let different: Vec<&String> =
            fresh.iter().filter(|(p, a)| remembered.get(*p) != Some(a)).map(|(p, _)| p).collect();
        assert_eq!((different, remembered.len()), (vec![], fresh.len()), "step {number}");
        // Where nothing changed, the page is the very one of the build before.
        let same = remembered.iter().filter(|(p, a)| first.get(*p).is_some_and(|f| Arc::ptr_eq(&f.bytes, &a.bytes)));
        let pages = same.filter(|(path, _)| PathBuf::from(path).ends_with("index.html")).count();
        assert_eq!(pages > 10, [0, 1, 2].contains(&number), "step {number}: {pages} pages");
    }
}
