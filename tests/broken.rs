//! Broken sites, each a folder in `tests/sites/broken/` that is laid over the base site, with the findings that an editor
//! sees beside it in `findings.txt`. What Git cannot hold on every system is made here.
//!
//! A new case: add a folder with the broken files, run `KLARTEXT_BLESS=1 cargo test --test broken`, and read the new
//! `findings.txt` as an editor would: is the place the very word, does the message say what is wrong, does the help help?

#![allow(clippy::unwrap_used, clippy::expect_used)]

#[path = "sites/mod.rs"]
mod sites;

use klartext::diagnostic::{Finding, Severity};
use klartext::pipeline::Outcome;
use klartext::source::LineIndex;
use sites::{DELETED, Site};
use std::fmt::Write;
use std::fs;

/// A page, and with links one that leads to others.
fn text(id: &str, links: &[&str]) -> String {
    let links: String = links.iter().map(|l| format!("[Seite](<{l}>)\n")).collect();
    format!("---\nart: seite\nid: {id}\ntitel: Seite\n---\n{links}")
}

/// Two pages that some computers take for one, and a home page that links to both.
#[cfg(target_os = "linux")]
fn pair(site: Site, one: &str, other: &str) -> Site {
    site.file(one, text("a", &[])).file(other, text("b", &[])).file("index.md", text("start", &[one, other]))
}

/// What a case does to the base site besides its folder.
type Make = fn(Site) -> Site;

/// Cases with files that are no good in a repository: too large, or unknown to some file systems.
fn made() -> Vec<(&'static str, Make)> {
    let mut cases: Vec<(&'static str, Make)> = vec![
        ("file-too-large", |site| site.file("index.md", vec![b'a'; 50 * 1024 * 1024])),
        ("settings-missing", |site| site.file("site.yaml", DELETED)),
        ("settings-misnamed", |site| site.file("site.yaml", DELETED)),
        ("home-missing", |site| site.file("index.md", DELETED)),
    ];
    #[cfg(unix)]
    cases.extend(unix::CASES);
    #[cfg(target_os = "linux")]
    cases.extend(linux::CASES);
    cases
}

#[cfg(unix)]
mod unix {
    use super::{Make, Site};
    use std::os::unix::fs::symlink;

    pub const CASES: [(&str, Make); 4] = [
        ("symlink-leaves-site", |site| link(site, "geheim.md", "/etc/passwd")),
        ("symlink-broken", |site| link(site, "weg.md", "gibtsnicht.md")),
        ("symlink-to-folder", |site| link(site, "kreise", "gremien")),
        ("symlink-loop", |site| link(link(site, "a.md", "b.md"), "b.md", "a.md")),
    ];

    fn link(site: Site, name: &str, target: &str) -> Site {
        symlink(target, site.path(name)).unwrap();
        site
    }
}

/// File systems elsewhere may refuse such names or take two of them for one.
#[cfg(target_os = "linux")]
mod linux {
    use super::{Make, pair, text};
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;

    pub const CASES: [(&str, Make); 3] = [
        ("url-case", |site| pair(site, "Kontakt.md", "kontakt.md")),
        ("url-unicode-form", |site| pair(site, "b\u{fc}ro.md", "bu\u{308}ro.md")),
        ("file-name-not-utf8", |site| {
            std::fs::write(site.path("").join(OsStr::from_bytes(b"b\xfcro.md")), text("s", &[])).unwrap();
            site
        }),
    ];
}

/// Findings as a page to read: place, severity, code, the marked text, message and help. New addresses are left out:
/// nearly every case has some, and that rule has its own example.
fn page(outcome: &Outcome) -> String {
    let mut out = String::new();
    for f in outcome.findings.iter().filter(|f| f.code != "url/unrecorded") {
        let _ = writeln!(out, "{}:{}:{} {} {}", f.file, f.line, f.column, f.severity.german(), f.code);
        let marked = marked(outcome, f);
        if !marked.is_empty() {
            let _ = writeln!(out, "    > {marked}");
        }
        let _ = writeln!(out, "    {}\n    {}\n", indent(&f.message), indent(&f.help));
    }
    out.truncate(out.trim_end().len());
    out.push('\n');
    out
}

fn indent(text: &str) -> String {
    text.replace('\n', "\n    ")
}

/// The first line of what a finding's place covers.
fn marked(outcome: &Outcome, finding: &Finding) -> String {
    let Some(file) = outcome.site.snapshot.file(&finding.file) else { return String::new() };
    let lines = LineIndex::new(&file.text);
    let start = lines.offset(&file.text, finding.line as usize, finding.column as usize);
    let end = lines.offset(&file.text, finding.end_line as usize, finding.end_column as usize);
    file.text[start..end].lines().next().unwrap_or("").chars().take(100).collect()
}

#[test]
fn every_broken_site_is_told_what_is_wrong() {
    let broken = sites::folder().join("broken");
    let made = made();
    let mut names: Vec<String> =
        fs::read_dir(&broken).unwrap().map(|e| e.unwrap().file_name().into_string().unwrap()).collect();
    names.extend(made.iter().map(|(name, _)| (*name).to_owned()));
    names.sort();
    names.dedup();
    let bless = std::env::var_os("KLARTEXT_BLESS").is_some();
    let mut wrong = String::new();
    for name in &names {
        let folder = broken.join(name);
        let make = made.iter().find(|(n, _)| n == name);
        let mut site = Site::base();
        if folder.is_dir() {
            site = site.overlay(&folder);
        }
        if let Some((_, make)) = make {
            site = make(site);
        } else if fs::read_dir(&folder).unwrap().all(|e| e.unwrap().file_name() == "findings.txt") {
            // A case of another operating system: only what it expects is here.
            continue;
        }
        let outcome = site.run();
        let found = page(&outcome);
        let golden = folder.join("findings.txt");
        if !outcome.findings.iter().any(|f| f.severity < Severity::Info) {
            let _ = writeln!(wrong, "{name}: neither an error nor a warning\n{found}");
        }
        if bless {
            fs::create_dir_all(&folder).unwrap();
            fs::write(&golden, &found).unwrap();
        } else if fs::read_to_string(&golden).unwrap_or_default() != found {
            let _ = writeln!(wrong, "{name}: differs from {}; found:\n{found}", golden.display());
        }
    }
    assert!(names.len() >= 45, "only {} cases", names.len());
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn the_base_site_is_in_order() {
    let outcome = Site::base().run();
    assert!(outcome.findings.iter().all(|f| f.severity == Severity::Info), "{}", page(&outcome));
}
