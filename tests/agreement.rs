//! The real content: the published agreement stands on the site word for word, every part of it has an address, and what
//! is invented is marked and kept out of search engines.

#![cfg(unix)]
#![allow(clippy::unwrap_used, clippy::expect_used)]

#[path = "cli/support.rs"]
mod support;

use html5gum::{Token, Tokenizer};
use klartext::site::{page_url, url_to_path};
use serde_json::Value;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;
use support::{DAY, build, content, files, klartext, stderr, stdout};

/// The built site; built once for all tests here.
static SITE: LazyLock<tempfile::TempDir> = LazyLock::new(|| {
    let out = tempfile::tempdir().unwrap();
    build(&content(), out.path());
    out
});

fn page(path: &str) -> String {
    fs::read_to_string(SITE.path().join(path)).unwrap()
}

// --- word for word ---

/// Stands for a hyphen at the end of a printed line: it may be part of the word, or only the line's.
const LINE_END: char = '\u{fffc}';

/// The printed text as passages: blank lines part them, and pages of the print begin with a space.
fn passages() -> Vec<String> {
    let text = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/agreement.txt")).unwrap();
    let mut out = vec![String::new()];
    for line in text.lines() {
        if line.trim().is_empty() || line.starts_with(' ') {
            out.push(String::new());
        }
        let passage = out.last_mut().unwrap();
        match line.trim().strip_suffix('-') {
            Some(half) => passage.extend([half, &LINE_END.to_string()]),
            None => passage.extend([line.trim(), " "]),
        }
    }
    out.iter().map(|p| p.split_whitespace().collect::<Vec<_>>().join(" ")).filter(|p| !p.is_empty()).collect()
}

/// The text of a page as read aloud, without its list of contents and its facts, which repeat parts of the text.
fn text_of(html: &str) -> String {
    const INLINE: [&[u8]; 9] = [b"a", b"abbr", b"b", b"dfn", b"em", b"i", b"span", b"strong", b"wbr"];
    let (mut out, mut left_out) = (String::new(), 0);
    for token in Tokenizer::new(html) {
        match token.unwrap() {
            Token::StartTag(tag) => {
                let name: &[u8] = &tag.name;
                left_out += usize::from([&b"nav"[..], b"dl", b"script", b"style"].contains(&name));
                out.push_str(if INLINE.contains(&name) { "" } else { " " });
            }
            Token::EndTag(tag) => {
                let name: &[u8] = &tag.name;
                left_out -= usize::from([&b"nav"[..], b"dl", b"script", b"style"].contains(&name));
                out.push_str(if INLINE.contains(&name) { "" } else { " " });
            }
            Token::String(text) if left_out == 0 => out.push_str(std::str::from_utf8(&text).unwrap()),
            _ => {}
        }
    }
    let plain = out.replace(['\u{ad}', '\u{200b}'], "").replace(['\u{a0}', '\u{202f}'], " ");
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// How long the beginning of `text` is that reads like `passage`.
fn reads_like(passage: &str, text: &str) -> Option<usize> {
    let mut rest = text;
    for part in passage.split_inclusive(LINE_END) {
        let words = part.trim_end_matches(LINE_END);
        rest = rest.strip_prefix(words)?;
        if words.len() < part.len() {
            rest = rest.strip_prefix('-').unwrap_or(rest);
            rest = rest.strip_prefix(' ').unwrap_or(rest);
        }
    }
    Some(text.len() - rest.len())
}

fn find(passage: &str, text: &str) -> Option<usize> {
    text.char_indices().find_map(|(at, _)| reads_like(passage, &text[at..]).map(|length| at + length))
}

#[test]
fn every_passage_of_the_published_text_is_there_in_its_order() {
    in_order("vereinbarung/index.html", passages());
}

#[test]
fn the_printed_document_holds_every_passage_too() {
    // The title stands on a sheet of its own.
    let mut passages = passages();
    passages[0] = passages[0]
        .strip_prefix("Kooperationsvereinbarung nach § 5 des Hessischen Ausführungsgesetzes zum SGB IX (HAG) ")
        .unwrap()
        .to_owned();
    in_order("vereinbarung/drucken/index.html", passages);
    let html = page("vereinbarung/drucken/index.html");
    assert!(html.contains("<meta name=\"robots\" content=\"noindex\">"));
    assert!(html.contains("<link rel=\"canonical\" href=\"https://example.org/vereinbarung/\">"));
    assert!(!fs::read_to_string(SITE.path().join("sitemap.xml")).unwrap().contains("drucken"));
}

fn in_order(path: &str, passages: Vec<String>) {
    assert!(passages.len() > 90, "{}", passages.len());
    assert!(passages.iter().map(String::len).sum::<usize>() > 13_000);
    let text = text_of(&page(path));
    let mut rest = text.as_str();
    for passage in &passages {
        // The head of the table: each of our two tables has it, below its heading.
        if passage == "Gremium Häufigkeit Teilnehmer" {
            assert!(find(passage, &text).is_some());
            continue;
        }
        match find(passage, rest) {
            Some(end) => rest = &rest[end..],
            None => panic!(
                "not found, or not in its order: {passage}\nlooked in: {}",
                rest.chars().take(600).collect::<String>()
            ),
        }
    }
}

#[test]
fn the_annexes_stand_on_pages_of_their_own_too() {
    let passages = passages();
    let start = |title: &str| passages.iter().position(|p| p.starts_with(title)).unwrap();
    let (first, second) = (start("Anlage 1 zur"), start("Anlage 2 zur"));
    for (path, range) in [("anlagen/anlage-1", first..second), ("anlagen/anlage-2", second..passages.len())] {
        let text = text_of(&page(&format!("{path}/index.html")));
        for passage in &passages[range] {
            assert!(find(passage, &text).is_some(), "{path}: {passage}");
        }
    }
}

#[test]
fn a_missing_word_would_be_noticed() {
    let text = text_of(&page("vereinbarung/index.html"));
    let passage = passages().into_iter().find(|p| p.starts_with("Die Vereinbarung tritt")).unwrap();
    assert!(find(&passage, &text).is_some());
    assert!(find(&passage, &text.replace("tritt zum", "tritt am")).is_none());
    assert_eq!(
        reads_like(&format!("Einglie{LINE_END}derung (Betreuungs{LINE_END}und"), "Eingliederung (Betreuungs- und"),
        Some(30)
    );
    assert_eq!(reads_like("ab", "a b"), None);
}

// --- addresses ---

#[test]
fn every_clause_and_annex_has_one_anchor() {
    let html = page("vereinbarung/index.html");
    let clauses = (1..=15).map(|n| (format!("nr-{n}"), format!("{n}.")));
    let letters = ('a'..='f').map(|c| (format!("nr-8-{c}"), format!("{c})")));
    let others = [("praeambel", "Präambel"), ("anlage-1", "Anlage 1 zur"), ("anlage-2", "Anlage 2 zur")];
    let others = others.map(|(id, begins)| (id.to_owned(), begins.to_owned()));
    for (id, begins) in clauses.chain(letters).chain(others) {
        let places: Vec<&str> = html.split(&format!("id=\"{id}\"")).collect();
        assert_eq!(places.len(), 2, "#{id} is there {} times", places.len() - 1);
        let text = text_of(&format!("<p {}", places[1]));
        assert!(text.starts_with(&begins), "#{id}: {}", text.chars().take(60).collect::<String>());
    }
}

#[test]
fn seven_bodies_have_pages() {
    let is_page = |f: &PathBuf| f.components().count() == 2 && f.ends_with("index.html");
    let pages: Vec<PathBuf> = files(&SITE.path().join("gremien")).into_iter().filter(is_page).collect();
    assert_eq!(pages.len(), 7, "{pages:?}");
    let list = page("gremien/index.html");
    for body in pages {
        let name = body.parent().unwrap().display();
        assert!(list.contains(&format!("href=\"/gremien/{name}/\"")), "{name} is not in the list");
    }
}

// --- invented pages ---

/// Markdown files of a site, with whether they are samples.
fn sources(site: &Path) -> Vec<(PathBuf, bool)> {
    let pages = files(site).into_iter().filter(|f| f.extension().is_some_and(|e| e == "md"));
    pages
        .map(|file| {
            let sample = fs::read_to_string(site.join(&file)).unwrap().lines().any(|l| l == "beispiel: true");
            (file, sample)
        })
        .collect()
}

#[test]
fn invented_pages_say_so_and_are_kept_from_search_engines() {
    let places = page("sitemap.xml");
    let listed: BTreeSet<&str> = places
        .split("<loc>")
        .skip(1)
        .map(|l| l.split("</loc>").next().unwrap().trim_start_matches("https://example.org/"))
        .collect();
    let sources = sources(&content());
    let samples = sources.iter().filter(|(_, sample)| *sample).count();
    assert!(samples >= 7 && sources.len() - samples >= 100, "{samples} of {}", sources.len());
    for (file, sample) in sources {
        let name = file.to_str().unwrap();
        let url = match name.strip_suffix(".leicht.md") {
            Some(stem) => format!("leicht/{}", page_url(&format!("{stem}.md"))),
            None => page_url(name),
        };
        // Words may stand on one page together.
        if file.starts_with("woerter") && !SITE.path().join(url_to_path(&url)).exists() {
            continue;
        }
        let html = page(&url_to_path(&url));
        let marked = html.contains("Der Inhalt dieser Seite ist erfunden.");
        let noindex = html.contains("<meta name=\"robots\" content=\"noindex");
        let found = (marked, noindex, listed.contains(url.as_str()));
        assert_eq!(found, (sample, sample, !sample), "{url}: (banner, noindex, in the sitemap)");
    }
}

/// What only the operator can fill: a box on a page, a fact in the settings.
fn is_gap(finding: &Value) -> bool {
    finding["code"] == "page/gap" || finding["code"] == "legal/field"
}

/// Checks a site: no errors, and no warnings but gaps that the operator has to fill.
fn only_gaps(site: &Path) -> usize {
    let mut command = klartext();
    let result = command.args(["check", "--as-of", DAY, "--format", "json", "--site"]).arg(site).output().unwrap();
    let findings: Vec<Value> = stdout(&result).lines().map(|l| serde_json::from_str(l).unwrap()).collect();
    let bad: Vec<&Value> = findings.iter().filter(|f| f["severity"] != "info" && !is_gap(f)).collect();
    assert!(bad.is_empty(), "{bad:#?}");
    assert_eq!(result.status.code(), Some(0), "{}", stderr(&result));
    findings.iter().filter(|f| is_gap(f)).count()
}

#[test]
fn the_content_has_no_errors_and_only_gaps_as_warnings() {
    assert!(only_gaps(&content()) > 0, "an operator has been found? Then this test and the sample text may go");
}

#[test]
fn the_content_works_without_its_samples() {
    let temp = tempfile::tempdir().unwrap();
    let (site, out) = (temp.path().join("site"), temp.path().join("out"));
    support::copy(&content(), &site);
    for (file, _) in sources(&site).into_iter().filter(|(_, sample)| *sample) {
        let numbers = site.join(&file).with_extension("csv");
        fs::remove_file(site.join(file)).unwrap();
        // The numbers of a report go with it.
        let _ = fs::remove_file(numbers);
    }
    only_gaps(&site);
    build(&site, &out);
    for file in files(&out).iter().filter(|f| f.extension().is_some_and(|e| e == "html")) {
        let html = fs::read_to_string(out.join(file)).unwrap();
        assert!(!html.contains("Der Inhalt dieser Seite ist erfunden."), "{}", file.display());
    }
}
