//! What the preview remembers from build to build never shows: its pages and findings are those of a build that remembers
//! nothing.

#![allow(clippy::unwrap_used, clippy::expect_used)]

#[path = "cli/support.rs"]
mod support;

use klartext::pipeline::{Memo, Options, Outcome, run};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use support::{DAY, write};

/// Lets the name of a step stand.
const ALLOWED: &str = "- art: person\n  text: Mustermann\n  grund: Probe\n  zustaendig: Redaktion\n  bis: 2026-12-31\n";

fn built(site: &Path, memo: &mut Memo) -> Outcome {
    let options = Options {
        site: site.to_path_buf(),
        as_of: DAY.parse().unwrap(),
        base_url: None,
        theme: klartext::theme::STANDARD_NAME.to_owned(),
        preview: true,
    };
    run(&options, memo).unwrap()
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
    let first = built(site, &mut memo).artifacts;
    let base = include_str!("../themes/standard/templates/base.html");
    let theme = |text: &str| write(site, &[("themes/standard/templates/base.html", text)]);
    // A template that names the size of a file: whether that is right depends on the file, not on the page.
    let foot = "<a href=\"/ton.mp3\">Ton, MP3, 1 MB</a></footer>";
    let data = |size: usize| fs::write(site.join("ton.mp3"), vec![b'x'; size]).unwrap();
    // Each step with a rule that then speaks.
    let steps: [(&dyn Fn(), Option<&str>); 14] = [
        (&|| {}, None),
        (&|| write(site, &[("neu.md", "---\nart: seite\nid: neu\ntitel: Neu\n---\nText.\n")]), None),
        (&|| edit("neu.md", "Text.", "Anderer Text."), None),
        (&|| edit("neu.md", "Anderer", "Herr Mustermann schreibt anderen"), Some("privacy/person")),
        // What the guard finds in a page that is the same depends on other files.
        (&|| write(site, &[("erlaubt.yaml", ALLOWED)]), None),
        (&|| fs::remove_file(site.join("erlaubt.yaml")).unwrap(), Some("privacy/person")),
        (&|| edit("neu.md", "Herr Mustermann schreibt anderen Text.", "[Ton](ton.mp3)"), Some("link/no-file")),
        (&|| edit("site.yaml", "titel: ", "titel: Andere "), Some("link/no-file")),
        (
            &|| {
                data(9_999);
                theme(&base.replace("</footer>", foot));
            },
            Some("a11y/file-link"),
        ),
        (&|| data(1_000_000), None),
        (&|| theme(&base.replace("<main id=\"inhalt\"", "<main id=\"text\"")), Some("link/dead")),
        (&|| theme(&base.replace("Zum Inhalt springen", "Zum Anfang")), None),
        (&|| fs::remove_file(site.join("themes/standard/templates/base.html")).unwrap(), None),
        (&|| fs::remove_file(site.join("neu.md")).unwrap(), None),
    ];
    for (number, (step, speaks)) in steps.iter().enumerate() {
        step();
        let remembered = built(site, &mut memo);
        let fresh = built(site, &mut Memo::default());
        assert_eq!(remembered.findings, fresh.findings, "step {number}");
        let spoken = |rule: &str| fresh.findings.iter().any(|f| f.code == rule);
        assert!(speaks.is_none_or(spoken), "step {number}: {:?}", fresh.findings);
        let (remembered, fresh) = (remembered.artifacts, fresh.artifacts);
        let different: Vec<&String> =
            fresh.iter().filter(|(p, a)| remembered.get(*p) != Some(a)).map(|(p, _)| p).collect();
        assert_eq!((different, remembered.len()), (vec![], fresh.len()), "step {number}");
        // Where nothing changed, the page is the very one of the build before.
        let same = remembered.iter().filter(|(p, a)| first.get(*p).is_some_and(|f| Arc::ptr_eq(&f.bytes, &a.bytes)));
        let pages = same.filter(|(path, _)| PathBuf::from(path).ends_with("index.html")).count();
        assert_eq!(pages > 10, number < 7, "step {number}: {pages} pages");
    }
}
