//! What the tests of the finished program share: running it, small sites, and folders as maps.

// Each test file takes a part of it.
#![allow(dead_code)]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// The day that all tests build for.
pub const DAY: &str = "2026-11-23";

/// The program, without anything of the caller's environment that would change what it says.
pub fn klartext() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_klartext"));
    for name in ["SOURCE_DATE_EPOCH", "NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "FORCE_COLOR", "CI", "TERM"] {
        command.env_remove(name);
    }
    command
}

/// Runs the program in `folder`.
pub fn run(folder: &Path, args: &[&str]) -> Output {
    klartext().current_dir(folder).args(args).output().unwrap()
}

/// Builds `site` into `out` and insists that it works.
pub fn build(site: &Path, out: &Path) {
    let result = klartext().args(["build", "--as-of", DAY, "--site"]).arg(site).arg("--out").arg(out).output().unwrap();
    assert_eq!(result.status.code(), Some(0), "{}", stderr(&result));
}

/// Standard output.
pub fn stdout(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

/// Standard error.
pub fn stderr(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

/// The site of this repository.
pub fn content() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("content")
}

/// Writes files, as (path, content), and the folders they need.
pub fn write(folder: &Path, files: &[(&str, &str)]) {
    for (path, text) in files {
        let path = folder.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
}

/// A site of one page and a list, without any finding worth a warning.
pub fn small_site(folder: &Path) {
    write(
        folder,
        &[
            (
                "site.yaml",
                "titel: Probe\nanbieter: Ein Angebot zur Probe\nbasis_url: https://example.org/\npartner:\n  - id: lwv\n    name: LWV Hessen\n",
            ),
            ("index.md", "---\nart: seite\nid: start\ntitel: Start\n---\nZur [Seite](seite.md).\n"),
            ("seite.md", "---\nart: seite\nid: seite\ntitel: Seite\n---\nText.\n"),
        ],
    );
}

/// Copies a folder file by file, in the order in which `order` puts the paths.
pub fn copy_in_order(from: &Path, to: &Path, order: impl Fn(&mut Vec<PathBuf>)) {
    let mut files = files(from);
    order(&mut files);
    for file in files {
        let target = to.join(&file);
        fs::create_dir_all(target.parent().unwrap()).unwrap();
        fs::copy(from.join(&file), target).unwrap();
    }
}

/// Copies a folder.
pub fn copy(from: &Path, to: &Path) {
    copy_in_order(from, to, |_| {});
}

/// All files below a folder, relative to it, sorted. Klartext's own folder is left out.
pub fn files(folder: &Path) -> Vec<PathBuf> {
    let mut out = Vec::new();
    let mut open = vec![folder.to_path_buf()];
    while let Some(next) = open.pop() {
        for entry in fs::read_dir(next).unwrap() {
            let entry = entry.unwrap();
            if entry.file_type().unwrap().is_dir() {
                if entry.file_name() != ".klartext" {
                    open.push(entry.path());
                }
            } else {
                out.push(entry.path().strip_prefix(folder).unwrap().to_path_buf());
            }
        }
    }
    out.sort();
    out
}

/// All folders below a folder, relative to it, sorted. Klartext's own folder is left out.
pub fn folders(folder: &Path) -> Vec<PathBuf> {
    let mut out = Vec::new();
    let mut open = vec![folder.to_path_buf()];
    while let Some(next) = open.pop() {
        for entry in fs::read_dir(next).unwrap() {
            let entry = entry.unwrap();
            if entry.file_type().unwrap().is_dir() && entry.file_name() != ".klartext" {
                out.push(entry.path().strip_prefix(folder).unwrap().to_path_buf());
                open.push(entry.path());
            }
        }
    }
    out.sort();
    out
}

/// A folder as path and bytes.
pub type Tree = BTreeMap<PathBuf, Vec<u8>>;

/// Reads all files of a folder.
pub fn tree(folder: &Path) -> Tree {
    files(folder)
        .into_iter()
        .map(|file| {
            let bytes = fs::read(folder.join(&file)).unwrap();
            (file, bytes)
        })
        .collect()
}

/// Paths in which two trees differ; empty when they are the same.
pub fn differences(a: &Tree, b: &Tree) -> Vec<PathBuf> {
    let paths: std::collections::BTreeSet<&PathBuf> = a.keys().chain(b.keys()).collect();
    paths.into_iter().filter(|p| a.get(*p) != b.get(*p)).cloned().collect()
}
