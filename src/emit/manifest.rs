//! The list of files that Klartext wrote, kept in the output folder. It is what makes deleting safe.

use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use std::io;
use std::path::{Path, PathBuf};

/// Klartext's own folder in the output folder.
pub const FOLDER: &str = ".klartext";

#[derive(Serialize, Deserialize)]
struct Manifest {
    version: u32,
    files: BTreeSet<String>,
}

/// Whether a folder was made by Klartext.
pub fn is_ours(out: &Path) -> bool {
    out.join(FOLDER).is_dir()
}

fn path(out: &Path) -> PathBuf {
    out.join(FOLDER).join("manifest.json")
}

/// The files of an earlier build. Without a readable manifest nothing counts as ours.
pub fn read(out: &Path) -> BTreeSet<String> {
    let text = std::fs::read_to_string(path(out)).unwrap_or_default();
    serde_json::from_str::<Manifest>(&text).map(|m| m.files).unwrap_or_default()
}

/// Writes the list, whole or not at all.
pub fn write(out: &Path, files: BTreeSet<String>) -> io::Result<()> {
    let text = serde_json::to_string_pretty(&Manifest { version: 1, files }).map_err(io::Error::other)?;
    let temporary = out.join(FOLDER).join("manifest.neu");
    std::fs::write(&temporary, text)?;
    std::fs::rename(temporary, path(out))
}
