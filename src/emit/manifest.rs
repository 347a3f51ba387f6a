//! The list of files that Klartext wrote, kept in the output folder. It is what makes deleting safe.

use super::limit;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Component, Path, PathBuf};

/// Klartext's own folder in the output folder.
pub const FOLDER: &str = ".klartext";

/// Form of the list. Another number means another program wrote it.
const VERSION: u32 = 1;

#[derive(Serialize, Deserialize)]
struct Manifest<Path: Ord> {
    version: u32,
    files: BTreeSet<Path>,
}

/// Whether a folder was made by Klartext.
pub fn is_ours(out: &Path) -> bool {
    fs::symlink_metadata(out.join(FOLDER)).is_ok_and(|data| data.is_dir())
}

/// Where the list is.
pub fn path(out: &Path) -> PathBuf {
    out.join(FOLDER).join("manifest.json")
}

/// The files of an earlier build; empty where there was none. `None` when the list cannot be trusted: it is damaged, or
/// names something outside the output folder.
pub fn read(out: &Path) -> io::Result<Option<BTreeSet<String>>> {
    let text = match fs::read(path(out)) {
        Ok(text) => text,
        Err(e) if e.kind() == io::ErrorKind::NotFound => return Ok(Some(BTreeSet::new())),
        Err(e) => return Err(e),
    };
    let manifest: Option<Manifest<String>> = serde_json::from_slice(&text).ok();
    Ok(manifest.filter(|m| m.version == VERSION && m.files.iter().all(|f| is_inside(f))).map(|m| m.files))
}

fn is_inside(file: &str) -> bool {
    !file.is_empty() && Path::new(file).components().all(|part| matches!(part, Component::Normal(_)))
}

/// Writes the list, whole or not at all. `temporary` is a folder beside it.
pub fn write(out: &Path, files: BTreeSet<&str>, temporary: &Path) -> io::Result<()> {
    let text = serde_json::to_string_pretty(&Manifest { version: VERSION, files }).map_err(io::Error::other)?;
    let beside = temporary.join("manifest.json");
    limit::write(&beside, text.as_bytes())?;
    // Site files are compared with every build and so repair themselves; this list has nothing to be compared with.
    fs::File::open(&beside)?.sync_all()?;
    fs::rename(beside, path(out))
}
