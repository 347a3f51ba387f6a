//! The examples of the CommonMark specification (npm package `commonmark-spec`, put in place by
//! `tests/browser/install.sh`), each through our parser and our writer. Where we differ on purpose, the example's number
//! stands in `tests/commonmark-differences.txt` with the reason.

#![allow(clippy::unwrap_used, clippy::expect_used)]

use klartext::html::{Options, Resolved, write};
use klartext::markdown::parse;
use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;
use std::path::Path;
use std::sync::Arc;

struct Example {
    number: u32,
    section: String,
    markdown: String,
    html: String,
}

/// Examples stand between lines of 32 backticks, the first with the word `example`; a `.` parts them, `→` is a tab.
fn examples(spec: &str) -> Vec<Example> {
    let fence = "`".repeat(32);
    let opening = format!("{fence} example");
    let mut out: Vec<Example> = Vec::new();
    let mut section = String::new();
    let mut lines = spec.lines();
    while let Some(line) = lines.next() {
        if let Some(title) = line.strip_prefix('#') {
            section = title.trim_start_matches('#').trim().to_owned();
        } else if line == opening {
            let mut part = |end: &str| -> String {
                lines.by_ref().take_while(|l| *l != end).map(|l| l.replace('→', "\t") + "\n").collect()
            };
            let (markdown, html) = (part("."), part(&fence));
            out.push(Example { number: out.len() as u32 + 1, section: section.clone(), markdown, html });
        }
    }
    out
}

/// Our HTML for a text: every link leads where it says.
fn ours(markdown: &str) -> String {
    let source: Arc<str> = markdown.into();
    let document = parse(&source, 0..source.len());
    let resolve = |_, target: &str| Resolved { href: Some(target.to_owned()), ..Resolved::default() };
    let options = Options { rich: false, ..Options::new(&resolve) };
    let end = document.node(0).end;
    write(&document, 1..end, options)
}

/// `number` and the reason it stands under: reasons are lines with a colon at the end, numbers follow.
fn differences() -> BTreeMap<u32, String> {
    let text = fs::read_to_string(root().join("tests/commonmark-differences.txt")).unwrap();
    let mut reason = String::new();
    let mut out = BTreeMap::new();
    for line in text.lines().filter(|l| !l.starts_with('#') && !l.trim().is_empty()) {
        match line.strip_suffix(':') {
            Some(text) => reason = text.to_owned(),
            None => {
                for number in line.split_whitespace() {
                    let old = out.insert(number.parse().unwrap(), reason.clone());
                    assert!(old.is_none(), "example {number} is listed twice");
                }
            }
        }
    }
    out
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

#[test]
fn comments_leave_nothing_behind() {
    assert_eq!(
        ours("<!-- eins\n\nzwei -->\n\nText<!-- drei -->.\n\n> <!-- vier -->\n> Ende\n"),
        "<p>Text.</p>\n<blockquote>\n<p>Ende</p>\n</blockquote>\n"
    );
}

#[test]
fn differs_from_commonmark_only_where_we_want_to() {
    let file = root().join("tests/browser/node_modules/commonmark-spec/spec.txt");
    let Ok(spec) = fs::read_to_string(&file) else {
        let missing = "commonmark-spec is not installed; run tests/browser/install.sh first";
        assert!(std::env::var_os("CI").is_none(), "{missing}");
        eprintln!("skipped: {missing}");
        return;
    };
    let examples = examples(&spec);
    assert!(examples.len() > 600, "only {} examples in {}", examples.len(), file.display());
    let mut listed = differences();
    let mut report = String::new();
    for example in &examples {
        let html = ours(&example.markdown);
        match (html == example.html, listed.remove(&example.number)) {
            (true, None) | (false, Some(_)) => {}
            (true, Some(reason)) => {
                let _ = writeln!(report, "{}: is the same by now, but listed under “{reason}”\n", example.number);
            }
            (false, None) => {
                let Example { number, section, markdown, html: wanted } = example;
                let _ = writeln!(
                    report,
                    "{number} ({section}): differs\n--- text\n{markdown}--- CommonMark\n{wanted}--- ours\n{html}"
                );
            }
        }
    }
    for (number, reason) in listed {
        let _ = writeln!(report, "{number}: no such example, but listed under “{reason}”");
    }
    assert!(report.is_empty(), "{report}");
}
