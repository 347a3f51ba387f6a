//! Walks the site folder and reads it once. Hidden files are left out, so `.git` and editor files never reach a site, nor do those
//! of Windows; one that is named like a table is told about all the same.

use super::history::history;
use super::refusal::refusal;
use super::{FileType, History, Problem, ProblemKind, Snapshot, SourceFile, is_named_like_table};
use rayon::prelude::*;
use std::fs::File;
use std::io::{self, Read};
use std::path::{MAIN_SEPARATOR, Path};
use std::sync::{Arc, Mutex, PoisonError};
use walkdir::{DirEntry, WalkDir};

/// Largest text file that is read, in bytes. The longest minutes known are a hundredth of this; a larger file is a mistake.
pub const MAX_TEXT_BYTES: u64 = 4 * 1024 * 1024;

/// Reads the folder `root`.
///
/// # Errors
/// Only when `root` itself is no readable folder; a single bad file becomes a [`Problem`].
pub fn discover(root: &Path) -> io::Result<Snapshot> {
    if !root.is_dir() {
        let kind = if root.exists() { io::ErrorKind::NotADirectory } else { io::ErrorKind::NotFound };
        return Err(io::Error::new(kind, format!("{} ist kein Ordner", root.display())));
    }
    let real_root = root.canonicalize()?;
    // Git reads its own files; neither has to wait for the other.
    std::thread::scope(|scope| {
        let past = scope.spawn(|| history(root, "git"));
        let mut snapshot = read_all(root, &real_root);
        snapshot.history = past.join().unwrap_or_default();
        Ok(snapshot)
    })
}

/// Files that are read in one go, while the walk goes on.
const AT_ONCE: usize = 32;

fn read_all(root: &Path, real_root: &Path) -> Snapshot {
    let mut problems = Vec::new();
    let done = Mutex::new(Vec::new());
    rayon::in_place_scope(|scope| {
        let mut wanted = Vec::new();
        let read_these = |wanted: &mut Vec<(Arc<str>, FileType)>| {
            let (these, done) = (std::mem::take(wanted), &done);
            scope.spawn(move |_| {
                let read: Vec<_> = these.into_par_iter().map(|(path, file_type)| read(root, path, file_type)).collect();
                done.lock().unwrap_or_else(PoisonError::into_inner).push(read);
            });
        };
        for entry in WalkDir::new(root)
            .follow_links(false)
            .into_iter()
            .filter_entry(|e| e.depth() == 0 || e.file_name() != ".git")
        {
            match entry {
                Ok(entry) if entry.depth() > 0 => sort_in(&entry, root, real_root, &mut wanted, &mut problems),
                Ok(_) => {}
                Err(error) => {
                    let path = error.path().map_or(String::new(), |p| relative(root, p));
                    let kind = ProblemKind::Unreadable(error.io_error().map_or_else(|| error.to_string(), refusal));
                    problems.extend((!is_hidden(&path)).then(|| Problem { path: path.into(), kind }));
                }
            }
            if wanted.len() == AT_ONCE {
                read_these(&mut wanted);
            }
        }
        read_these(&mut wanted);
    });
    let mut files = Vec::new();
    for result in done.into_inner().unwrap_or_else(PoisonError::into_inner).into_iter().flatten() {
        match result {
            Ok(file) => files.push(Arc::new(file)),
            Err(problem) => problems.push(problem),
        }
    }
    // The order of a folder on disk is chance; everything later relies on this one.
    files.par_sort_unstable_by(|a, b| a.path.cmp(&b.path));
    problems.sort_by(|a, b| a.path.cmp(&b.path));
    Snapshot { root: root.to_path_buf(), files, problems, history: History::default() }
}

fn is_hidden(path: &str) -> bool {
    path.split('/').any(|name| name.starts_with('.'))
}

/// Whether a file is one that Windows puts into folders by itself. (macOS hides its own.)
fn is_of_system(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path);
    ["thumbs.db", "ehthumbs.db", "desktop.ini"].iter().any(|own| name.eq_ignore_ascii_case(own))
}

fn relative(root: &Path, path: &Path) -> String {
    let rest = path.strip_prefix(root).unwrap_or(path);
    match rest.to_str() {
        Some(path) if MAIN_SEPARATOR == '/' => path.to_owned(),
        _ => rest.components().map(|c| c.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/"),
    }
}

fn sort_in(
    entry: &DirEntry,
    root: &Path,
    real_root: &Path,
    wanted: &mut Vec<(Arc<str>, FileType)>,
    problems: &mut Vec<Problem>,
) {
    let path: Arc<str> = relative(root, entry.path()).into();
    if is_hidden(&path) {
        if !entry.file_type().is_dir() && is_named_like_table(&path) {
            problems.push(Problem { path, kind: ProblemKind::HiddenTable });
        }
        return;
    }
    if is_of_system(&path) && entry.file_type().is_file() {
        return;
    }
    let mut problem = |kind| problems.push(Problem { path: Arc::clone(&path), kind });
    if entry.path().to_str().is_none() {
        return problem(ProblemKind::NameNotUtf8);
    }
    let kind = entry.file_type();
    if kind.is_symlink() {
        match entry.path().canonicalize() {
            Err(_) => return problem(ProblemKind::BrokenLink),
            Ok(target) if !target.starts_with(real_root) || target.is_dir() => {
                return problem(ProblemKind::LinkLeavesSite);
            }
            Ok(_) => {}
        }
    } else if kind.is_dir() {
        if path.ends_with(".md") {
            problem(ProblemKind::FolderNamedLikePage);
        }
        return;
    } else if !kind.is_file() {
        return problem(ProblemKind::Unreadable("Das ist weder eine Datei noch ein Ordner.".to_owned()));
    }
    let file_type = type_of(&path);
    wanted.push((path, file_type));
}

fn type_of(path: &str) -> FileType {
    if path.starts_with("themes/") {
        FileType::Theme
    } else if path == "site.yaml" || path == "erlaubt.yaml" {
        FileType::Settings
    } else if path == "adressen.txt" {
        FileType::Ledger
    } else if path.ends_with(".md") {
        FileType::Markdown
    } else if path.to_ascii_lowercase().ends_with(".csv") {
        FileType::Table
    } else {
        FileType::Asset
    }
}

fn read(root: &Path, path: Arc<str>, file_type: FileType) -> Result<SourceFile, Problem> {
    let disk = root.join(&*path);
    let is_text = match file_type {
        FileType::Asset => false,
        // Pictures and fonts of a theme are bytes.
        FileType::Theme => [".html", ".css", ".svg", ".js", ".md", ".txt"].iter().any(|ending| path.ends_with(ending)),
        _ => true,
    };
    let fail = |kind| Problem { path: Arc::clone(&path), kind };
    let unreadable = |e: io::Error| fail(ProblemKind::Unreadable(refusal(&e)));
    let file = File::open(&disk).map_err(unreadable)?;
    let size = file.metadata().map_err(unreadable)?.len();
    // A file of gigabytes must not be read to be refused.
    if is_text && size > MAX_TEXT_BYTES {
        return Err(fail(ProblemKind::TooLarge(size)));
    }
    let mut bytes = Vec::new();
    bytes
        .try_reserve_exact(usize::try_from(size).unwrap_or(usize::MAX))
        .map_err(|_| unreadable(io::ErrorKind::OutOfMemory.into()))?;
    // A file by itself would ask the system for its size once more.
    file.take(u64::MAX).read_to_end(&mut bytes).map_err(unreadable)?;
    let hash = *blake3::hash(&bytes).as_bytes();
    if !is_text {
        return Ok(SourceFile { path, file_type, text: "".into(), marked: false, bytes: bytes.into(), hash });
    }
    let text = match std::str::from_utf8(&bytes) {
        Ok(text) => text,
        Err(error) => {
            let good = &bytes[..error.valid_up_to()];
            let line = good.iter().filter(|b| **b == b'\n').count() as u32 + 1;
            let last = good.iter().rposition(|b| *b == b'\n').map_or(0, |i| i + 1);
            let column = String::from_utf8_lossy(&good[last..]).chars().count() as u32 + 1;
            return Err(fail(ProblemKind::NotUtf8 { line, column }));
        }
    };
    let bare = text.strip_prefix('\u{feff}');
    Ok(SourceFile {
        text: bare.unwrap_or(text).into(),
        marked: bare.is_some(),
        bytes: Arc::from([]),
        path,
        file_type,
        hash,
    })
}
