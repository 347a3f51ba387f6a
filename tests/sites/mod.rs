//! Small sites for tests: a base site, with files laid over it. Each site is a folder of its own that goes with the test.

// Each test uses a part of this.
#![allow(dead_code)]

use chrono::NaiveDate;
use klartext::pipeline::{Memo, Options, Outcome, run};
use std::fs;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// As a file's content: the base site's file of that name is taken away.
pub const DELETED: &str = "\u{0}gelöscht";

/// The day that all test sites are built for.
pub fn as_of() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 23).unwrap()
}

/// The folder of the committed sites.
pub fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sites")
}

/// A site folder that is removed with the value.
pub struct Site(TempDir);

impl Site {
    /// The base site: settings, home page, agreement, body, meeting, word, all in order.
    pub fn base() -> Site {
        Site::of("base")
    }

    /// A copy of a committed site.
    pub fn of(name: &str) -> Site {
        let site = Site(tempfile::tempdir().unwrap());
        copy(&folder().join(name), site.0.path());
        site
    }

    /// Lays a folder over the site. A file `findings.txt` is the expectation, not part of the site.
    pub fn overlay(self, from: &Path) -> Site {
        copy(from, self.0.path());
        self
    }

    /// Writes one file; [`DELETED`] takes it away.
    pub fn file(self, path: &str, content: impl AsRef<[u8]>) -> Site {
        let place = self.path(path);
        if content.as_ref() == DELETED.as_bytes() {
            fs::remove_file(place).unwrap();
        } else {
            fs::create_dir_all(place.parent().unwrap()).unwrap();
            fs::write(place, content).unwrap();
        }
        self
    }

    /// A path below the site folder.
    pub fn path(&self, path: &str) -> PathBuf {
        self.0.path().join(path)
    }

    /// Runs the pipeline, without writing.
    pub fn run(&self) -> Outcome {
        self.run_with_theme("standard")
    }

    /// The same with another theme.
    pub fn run_with_theme(&self, theme: &str) -> Outcome {
        run(&self.options(theme), &mut Memo::default()).unwrap()
    }

    /// The same with what is known of the run before.
    pub fn run_with_memo(&self, memo: &mut Memo) -> Outcome {
        run(&self.options("standard"), memo).unwrap()
    }

    fn options(&self, theme: &str) -> Options {
        let site = self.0.path().to_path_buf();
        Options { site, as_of: as_of(), base_url: None, theme: theme.to_owned(), preview: false }
    }
}

fn copy(from: &Path, to: &Path) {
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let (source, target) = (entry.path(), to.join(entry.file_name()));
        if source.is_dir() {
            fs::create_dir_all(&target).unwrap();
            copy(&source, &target);
        } else if entry.file_name() != "findings.txt" {
            fs::copy(&source, &target).unwrap();
        }
    }
}
