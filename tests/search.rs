//! Search: the same vectors and queries as the script (`tests/search/run.mjs`), on the real content; and that the index names
//! only what the pages print.

#![allow(clippy::unwrap_used, clippy::expect_used)]

#[path = "search/query.rs"]
mod query;
mod sites;

use klartext::model::Artifacts;
use klartext::pipeline::{Memo, Options, Outcome, run};
use klartext::search::units;
use query::{Index, forms, nearly, texts};
use serde_json::Value;
use std::collections::HashSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn built(site: PathBuf) -> Outcome {
    let options = Options { site, as_of: sites::as_of(), base_url: None, theme: "standard".to_owned(), preview: false };
    run(&options, &mut Memo::default()).unwrap()
}

/// The real content; built once.
static CONTENT: LazyLock<Artifacts> = LazyLock::new(|| built(root().join("content")).artifacts);

fn vectors() -> Value {
    serde_json::from_str(&fs::read_to_string(root().join("tests/search/vectors.json")).unwrap()).unwrap()
}

#[test]
fn words_become_the_same_terms_as_in_the_script() {
    let vectors = vectors();
    for (word, wanted) in vectors["keys"].as_object().unwrap() {
        assert_eq!(forms(word).0, wanted.as_str().unwrap(), "key of {word}");
    }
    for (word, wanted) in vectors["terms"].as_object().unwrap() {
        assert_eq!(forms(word).1, wanted.as_str().unwrap(), "term of {word}");
    }
    let stop: HashSet<String> = texts(&vectors["stop"]).into_iter().collect();
    for (text, wanted) in vectors["units"].as_object().unwrap() {
        let found = serde_json::to_value(units(text, &|key| stop.contains(key))).unwrap();
        assert_eq!(found, *wanted, "units of {text}");
    }
    for vector in vectors["nearly"].as_array().unwrap() {
        let (a, b) = (vector[0].as_str().unwrap(), vector[1].as_str().unwrap());
        assert_eq!(nearly(a, b), vector[2].as_bool().unwrap(), "{a} nearly {b}");
    }
}

#[test]
fn queries_find_what_readers_look_for_first() {
    let index = Index::open(&CONTENT);
    let text = fs::read_to_string(root().join("tests/search/queries.txt")).unwrap();
    let (mut count, mut wrong) = (0, Vec::new());
    for line in text.lines().filter(|l| !l.is_empty() && !l.starts_with('#')) {
        let parts: Vec<&str> = line.split('|').map(str::trim).collect();
        let found = index.search(parts[0], &parts[2..], parts[1].starts_with("/leicht/"));
        let first = found.hits.first().map_or("nothing".to_owned(), |h| index.address(h.page, h.sections[0]));
        if first != parts[1] {
            wrong.push(format!("{}: {first}, not {}", parts[0], parts[1]));
        }
        count += 1;
    }
    assert!(count >= 60);
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn what_a_query_did_not_find_is_said() {
    let index = Index::open(&CONTENT);
    let found = index.search("Kooperationskonferenz Quastenflosser", &[], false);
    assert_eq!((found.missing, found.similar, found.partly, found.hits.is_empty()), (1, false, false, false));
    let found = index.search("Kooperatonskonferenz", &[], false);
    assert_eq!((found.missing, found.similar), (0, true));
    // Impressum and browser settings share no page.
    assert!(index.search("Salvatorische Browser", &[], false).partly);
    assert!(index.search("", &[], false).hits.is_empty());
    // A word that is typed again and again counts once; who pastes a page asks for its first words.
    let found = index.search(&"Konferenz ".repeat(300), &[], false);
    assert_eq!((found.missing, found.partly, found.hits.is_empty()), (0, false, false));
    let many: String = (0..300).map(|n| format!("Konferenz unbekannt{n} ")).collect();
    assert_eq!(index.search(&many, &[], false).missing, 39);
    // A letter that no clause has.
    assert!(index.search("Nr. 12 x", &[], false).similar);
    // A short word is not guessed at.
    assert!(index.search("Grist", &[], false).hits.is_empty());
    // In the first letter: another, one too few, one too many, changed places.
    for word in ["Looperationskonferenz", "ooperationskonferenz", "Akooperationskonferenz", "okoperationskonferenz"] {
        let found = index.search(word, &[], false);
        assert!(found.similar && !found.hits.is_empty(), "{word}");
    }
}

/// All addresses that the index names: page, or page and anchor.
fn named(artifacts: &Artifacts) -> Vec<String> {
    let index = Index::open(artifacts);
    (0..index.pages())
        .flat_map(|p| (0..index.sections(p)).map(move |s| (p, s)))
        .map(|(p, s)| index.address(p, s))
        .collect()
}

#[test]
fn the_index_names_only_what_pages_print() {
    let two = built(root().join("tests/sites/two-regions")).artifacts;
    for artifacts in [&*CONTENT, &two] {
        let mut wrong = Vec::new();
        for address in named(artifacts) {
            let (url, anchor) = address.split_once('#').unwrap_or((&address, ""));
            let path = format!("{}index.html", url.trim_start_matches('/'));
            let Some(page) = artifacts.get(&path) else {
                wrong.push(format!("no page: {address}"));
                continue;
            };
            let html = String::from_utf8_lossy(&page.bytes);
            if !anchor.is_empty() && !html.contains(&format!("id=\"{anchor}\"")) {
                wrong.push(format!("no anchor: {address}"));
            }
        }
        assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
    }
}

#[test]
fn hidden_pages_are_in_no_file() {
    let draft = |more: &str| format!("---\nart: seite\nid: x\ntitel: Quastenflosser\n{more}\n---\n\nZwiebelfisch\n");
    let site = sites::Site::base()
        .file("x.md", draft("entwurf: true"))
        .file("y.md", draft("sichtbar_ab: 2027-01-01").replace("id: x", "id: y"))
        .file("z.md", draft("sichtbar_bis: 2026-01-01").replace("id: x", "id: z"))
        .file("o.md", draft("").replace("id: x", "id: o").replace("Quastenflosser", "Quallenfischer"));
    let outcome = site.run();
    let hits = |word: &str| Index::open(&outcome.artifacts).search(word, &[], false).hits.len();
    assert_eq!((hits("Quastenflosser"), hits("Quallenfischer"), hits("Zwiebelfisch")), (0, 1, 1));
    for (path, file) in outcome.artifacts.iter().filter(|(p, _)| p.starts_with("suche/")) {
        let text = String::from_utf8_lossy(&file.bytes).to_lowercase();
        assert!(!text.contains("quastenflosser"), "{path}");
    }
}

#[test]
fn regions_are_filters_and_files_stay_small() {
    let two = built(root().join("tests/sites/two-regions")).artifacts;
    let index = Index::open(&two);
    let all = index.search("Beirat", &["=art:gremium"], false);
    assert_eq!(all.hits.len(), 2);
    let one = index.search("Beirat", &["=art:gremium", "=region:sued"], false);
    assert_eq!(one.hits.iter().map(|h| index.address(h.page, 0)).collect::<Vec<_>>(), ["/sued/gremien/beirat/"]);
    let html = String::from_utf8_lossy(&two["suche/index.html"].bytes);
    assert!(html.contains("<option value=\"sued\">") && html.contains("<optgroup label="));
    for (path, file) in two.iter().chain(CONTENT.iter()).filter(|(p, _)| p.starts_with("suche/daten/treffer-")) {
        assert!(file.bytes.len() < 32 * 1024, "{path}: {} bytes", file.bytes.len());
    }
}

#[test]
fn a_site_in_a_sub_folder_finds_its_index() {
    let site = root().join("tests/sites/two-regions");
    let base_url = Some("https://www.example.org/unter/pfad/".to_owned());
    let options = Options { site, as_of: sites::as_of(), base_url, theme: "standard".to_owned(), preview: false };
    let artifacts = run(&options, &mut Memo::default()).unwrap().artifacts;
    let html = String::from_utf8_lossy(&artifacts["suche/index.html"].bytes);
    assert!(html.contains("data-search=\"/unter/pfad/suche/daten/\""));
    assert!(named(&artifacts).iter().all(|address| address.starts_with("/unter/pfad/")));
}

#[test]
fn the_search_page_lists_all_titles_without_script() {
    let html = String::from_utf8_lossy(&CONTENT["suche/index.html"].bytes);
    for address in ["/vereinbarung/", "/gremien/kok/", "/woerter/kooperationskonferenz/", "/sitzungen/", "/impressum/"]
    {
        assert!(html.contains(&format!("href=\"{address}\"")), "{address}");
    }
    // The form moves nothing when the script comes, and is hidden where there is none.
    assert!(html.contains("<form class=\"search\" role=\"search\" data-search"));
    let (_, css) =
        CONTENT.iter().find(|(path, _)| path.starts_with("assets/suche.") && path.ends_with(".css")).unwrap();
    assert!(String::from_utf8_lossy(&css.bytes).contains("@media (scripting:none){.search{display:none}}"));
    // Too many titles for one page: a page for each letter.
    let mut site = sites::Site::base();
    for number in 0..401 {
        let letter = if number % 2 == 0 { "Zebra" } else { "Übung" };
        let text = format!("---\nart: wort\nid: w{number}\ntitel: {letter} {number}\n---\n\nEin Wort.\n");
        site = site.file(&format!("woerter/w{number}.md"), text);
    }
    let artifacts = site.run().artifacts;
    let page = |path: &str| String::from_utf8_lossy(&artifacts[path].bytes).into_owned();
    assert!(!page("suche/index.html").contains("Zebra 0"));
    assert!(page("suche/index.html").contains("href=\"/suche/z/\""));
    assert!(page("suche/z/index.html").contains("Zebra 0<") && !page("suche/z/index.html").contains("Übung 1<"));
    assert!(page("suche/u/index.html").contains("Übung 1<"));
}
