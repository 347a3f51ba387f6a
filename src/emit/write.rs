//! Writing, skipping, removing. Files come to be beside their place and are moved there in one step, so that a reader
//! (and a killed build) only ever sees whole ones.

use super::manifest::{self, FOLDER};
use crate::model::Artifacts;
use rayon::prelude::*;
use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

/// What a build did to the output folder.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct EmitReport {
    /// Files written new or again.
    pub written: usize,
    /// Files that were the same already.
    pub unchanged: usize,
    /// Files of an earlier build that are gone.
    pub removed: usize,
}

/// Why a site could not be written. What was there before is still there, file by file.
#[derive(Debug, thiserror::Error)]
pub enum EmitError {
    /// Another build writes to the same folder.
    #[error("Ein anderer Lauf von Klartext schreibt gerade in „{0}“. Warten Sie, bis er fertig ist.")]
    Busy(PathBuf),
    /// Something that is not ours stands where a file shall go.
    #[error("„{0}“ ist im Weg: Klartext hat es nicht geschrieben und löscht es nicht. Räumen Sie es weg.")]
    InTheWay(PathBuf),
    /// The operating system refused.
    #[error("„{0}“ lässt sich nicht schreiben: {why} Die alte Fassung ist noch da.", why = reason(.1))]
    Io(PathBuf, io::Error),
}

fn reason(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => {
            "Die Festplatte ist voll. Schaffen Sie Platz.".into()
        }
        io::ErrorKind::PermissionDenied => "Die Rechte fehlen. Prüfen Sie die Rechte des Ordners.".into(),
        io::ErrorKind::ReadOnlyFilesystem => "Der Datenträger ist schreibgeschützt.".into(),
        _ => format!("{error}."),
    }
}

/// Makes `out` hold exactly `artifacts`, besides files that Klartext never wrote.
///
/// # Errors
/// See [`EmitError`]. A later build repairs what was left half done.
pub fn emit(artifacts: &Artifacts, out: &Path) -> Result<EmitReport, EmitError> {
    let own = out.join(FOLDER);
    let temporary = own.join("neu");
    fs::create_dir_all(&temporary).map_err(|e| EmitError::Io(temporary.clone(), e))?;
    let _lock = lock(&own)?;
    let old = manifest::read(out);
    let new: BTreeSet<String> = artifacts.keys().cloned().collect();
    let stale: Vec<&String> = old.difference(&new).collect();
    // First the list, then the files: after a kill the list names all that may have been written.
    let save = |files| manifest::write(out, files).map_err(|e| EmitError::Io(own.clone(), e));
    if old != new {
        save(old.union(&new).cloned().collect())?;
    }
    // Only where an old file stands where a folder is needed now, or the other way round, must it go first.
    let blocked: Vec<&String> = stale.iter().copied().filter(|path| blocks(path, &new)).collect();
    let mut removed = remove(out, &blocked)?;
    make_folders(&new, out)?;
    let counter = AtomicUsize::new(0);
    let written: usize = artifacts
        .par_iter()
        .map(|(path, artifact)| {
            let place = Place { out, path, temporary: &temporary, counter: &counter, ours: old.contains(path) };
            put(&artifact.bytes, &place).map(usize::from)
        })
        .collect::<Result<Vec<usize>, EmitError>>()?
        .into_iter()
        .sum();
    removed += remove(out, &stale)?;
    if old != new {
        save(new)?;
    }
    // Left over from a killed build; losing it hurts nobody.
    let _ = fs::remove_dir_all(&temporary);
    Ok(EmitReport { written, unchanged: artifacts.len() - written, removed })
}

/// One build at a time; the lock goes with the process, however it ends.
fn lock(own: &Path) -> Result<fs::File, EmitError> {
    let path = own.join("lock");
    let file = fs::File::create(&path).map_err(|e| EmitError::Io(path.clone(), e))?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(fs::TryLockError::WouldBlock) => Err(EmitError::Busy(own.parent().unwrap_or(own).to_path_buf())),
        // File systems without locks (some network drives): one build at a time is then up to the editors.
        Err(fs::TryLockError::Error(_)) => Ok(file),
    }
}

/// Whether a stale file and a new one cannot stand side by side.
fn blocks(stale: &str, new: &BTreeSet<String>) -> bool {
    let folder = format!("{stale}/");
    let is_folder_now = new.range(folder.clone()..).next().is_some_and(|p| p.starts_with(&folder));
    let is_file_now = stale.match_indices('/').any(|(at, _)| new.contains(&stale[..at]));
    is_folder_now || is_file_now
}

/// Removes files of an earlier build and folders that became empty by it.
fn remove(out: &Path, paths: &[&String]) -> Result<usize, EmitError> {
    let mut count = 0;
    for path in paths {
        let place = out.join(path);
        match fs::remove_file(&place) {
            Ok(()) => count += 1,
            Err(e) if matches!(e.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => {}
            // A folder that somebody put there is not ours.
            Err(_) if place.is_dir() => {}
            Err(e) => return Err(EmitError::Io(place, e)),
        }
        let mut folder = place.parent();
        while let Some(empty) = folder.filter(|f| *f != out) {
            if fs::remove_dir(empty).is_err() {
                break;
            }
            folder = empty.parent();
        }
    }
    Ok(count)
}

/// Makes every folder once. A link in the place of a folder could lead out of the output folder and is refused.
fn make_folders(files: &BTreeSet<String>, out: &Path) -> Result<(), EmitError> {
    let folders: BTreeSet<&str> = files.iter().flat_map(|f| f.match_indices('/').map(|(at, _)| &f[..at])).collect();
    for folder in folders {
        let place = out.join(folder);
        match fs::symlink_metadata(&place) {
            Ok(data) if data.is_dir() => {}
            Ok(_) => return Err(EmitError::InTheWay(place)),
            Err(_) => fs::create_dir(&place).map_err(|e| EmitError::Io(place, e))?,
        }
    }
    Ok(())
}

/// Where one file goes.
struct Place<'a> {
    out: &'a Path,
    path: &'a str,
    temporary: &'a Path,
    counter: &'a AtomicUsize,
    ours: bool,
}

/// Writes one file unless it is the same already; says whether it wrote.
fn put(bytes: &[u8], place: &Place<'_>) -> Result<bool, EmitError> {
    let target = place.out.join(place.path);
    let fail = |e| EmitError::Io(target.clone(), e);
    match fs::symlink_metadata(&target) {
        Ok(data) if data.is_file() => {
            if data.len() == bytes.len() as u64 && fs::read(&target).map_err(fail)? == bytes {
                return Ok(false);
            }
            if !place.ours {
                return Err(EmitError::InTheWay(target));
            }
        }
        Ok(_) => return Err(EmitError::InTheWay(target)),
        Err(_) => {}
    }
    let name = place.counter.fetch_add(1, Ordering::Relaxed).to_string();
    let beside = place.temporary.join(name);
    fs::write(&beside, bytes).map_err(fail)?;
    fs::rename(&beside, &target).map_err(fail)?;
    Ok(true)
}
