//! Writing, skipping, removing. New files lie ready first and are moved to their places in one step each, so that a
//! reader (and a killed build) only ever sees whole ones.

use super::manifest::{self, FOLDER};
use super::stage::{Change, Ready, changes, clear, stage};
use super::{EmitError, way};
use crate::model::Artifacts;
use crate::source::collision_key;
use rayon::prelude::*;
use std::collections::{BTreeSet, HashSet};
use std::fs;
use std::io;
use std::path::Path;

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

/// Makes `out` hold exactly `artifacts`, besides files that Klartext never wrote.
///
/// # Errors
/// See [`EmitError`]. A later build repairs what was left half done.
pub fn emit(artifacts: &Artifacts, out: &Path) -> Result<EmitReport, EmitError> {
    let own = out.join(FOLDER);
    let unwritten = |place: &Path| {
        let place = place.to_path_buf();
        move |e| EmitError::Unwritten(place, e)
    };
    fs::create_dir_all(&own).map_err(unwritten(&own))?;
    let _lock = lock(out, &own)?;
    let list = manifest::path(out);
    let old = manifest::read(out).map_err(unwritten(&list))?.ok_or_else(|| EmitError::BadManifest(list.clone()))?;
    let new: BTreeSet<String> = artifacts.keys().cloned().collect();
    way::check(out, &old, &new)?;

    let temporary = own.join("neu");
    clear(&temporary)?;
    let changes = changes(artifacts, &old, out);
    if changes.is_empty() && old == new {
        return Ok(EmitReport { unchanged: artifacts.len(), ..EmitReport::default() });
    }
    fs::create_dir(&temporary).map_err(unwritten(&temporary))?;
    let ready = match prepare(&changes, out, &temporary, &old, &new) {
        Ok(ready) => ready,
        Err(error) => {
            // The half-written copies fill the disk for nothing.
            let _ = fs::remove_dir_all(&temporary);
            return Err(error);
        }
    };

    // From here on the site changes.
    let (blocking, stale) = stale(&old, &new);
    let mut removed = remove(out, &blocking)?;
    make(way::folders(&new), out)?;
    // Pages come last, so that none is there before the style sheet or image that it names.
    let (pages, rest): (Vec<&Ready<'_>>, Vec<&Ready<'_>>) = ready.iter().partition(|r| r.path.ends_with(".html"));
    for part in [rest, pages] {
        part.into_par_iter().try_for_each(|Ready { path, from }| {
            let place = out.join(path);
            fs::rename(from, &place).map_err(|e| EmitError::Half(place, e))
        })?;
    }
    removed += remove(out, &stale)?;
    if old != new {
        manifest::write(out, new, &temporary).map_err(|e| EmitError::Half(list, e))?;
    }
    clear(&temporary)?;
    Ok(EmitReport { written: ready.len(), unchanged: artifacts.len() - ready.len(), removed })
}

/// Makes the folders that are not there yet: those of one depth side by side, outer ones first.
fn make(folders: BTreeSet<&str>, out: &Path) -> Result<(), EmitError> {
    let depth = |folder: &&str| folder.matches('/').count();
    let mut folders: Vec<&str> = folders.into_iter().collect();
    folders.sort_by_key(depth);
    for level in folders.chunk_by(|a, b| depth(a) == depth(b)) {
        level.par_iter().try_for_each(|folder| {
            let place = out.join(folder);
            match fs::create_dir(&place) {
                Err(e) if e.kind() != io::ErrorKind::AlreadyExists => Err(EmitError::Half(place, e)),
                _ => Ok(()),
            }
        })?;
    }
    Ok(())
}

/// All that can fail without harm: the copies, and the list of everything that may soon lie in `out`. The list comes
/// before the files: after a kill it names all that may have been written.
fn prepare<'a>(
    changes: &[Change<'a>],
    out: &Path,
    temporary: &Path,
    old: &BTreeSet<String>,
    new: &BTreeSet<String>,
) -> Result<Vec<Ready<'a>>, EmitError> {
    let ready = stage(changes, out, temporary)?;
    if old != new {
        let both = old.union(new).cloned().collect();
        manifest::write(out, both, temporary).map_err(|e| EmitError::Unwritten(manifest::path(out), e))?;
    }
    Ok(ready)
}

/// The lock of an output folder.
struct Lock(fs::File);

impl Drop for Lock {
    fn drop(&mut self) {
        // Closing alone would leave it with a child process that is just being started. It ends with the process anyway.
        let _ = self.0.unlock();
    }
}

/// One build at a time; the lock goes with the process, however it ends.
fn lock(out: &Path, own: &Path) -> Result<Lock, EmitError> {
    let path = own.join("lock");
    let open = fs::OpenOptions::new().write(true).create(true).truncate(false).open(&path);
    let file = open.map_err(|e| EmitError::Unwritten(path, e))?;
    match file.try_lock() {
        Ok(()) => Ok(Lock(file)),
        Err(fs::TryLockError::WouldBlock) => Err(EmitError::Busy(out.to_path_buf())),
        // File systems without locks (some network drives): one build at a time is then up to the editors.
        Err(fs::TryLockError::Error(_)) => Ok(Lock(file)),
    }
}

/// Files of an earlier build that are no part of this one, in two parts. Those of the first cannot stand beside the new
/// files and must go before: one stands where a folder is needed now, or the other way round, or the two names are one on
/// a file system that is blind to case. The rest goes last, so that old pages keep their style to the end.
fn stale<'a>(old: &'a BTreeSet<String>, new: &'a BTreeSet<String>) -> (Vec<&'a String>, Vec<&'a String>) {
    let folders = way::folders(new);
    let keys: HashSet<String> = new.iter().map(|path| collision_key(path)).collect();
    old.difference(new).partition(|path| {
        folders.contains(path.as_str())
            || path.match_indices('/').any(|(at, _)| new.contains(&path[..at]))
            || keys.contains(&collision_key(path))
    })
}

/// Removes files of an earlier build and folders that became empty by it; says how many files.
fn remove(out: &Path, paths: &[&String]) -> Result<usize, EmitError> {
    let mut count = 0;
    for path in paths.iter().filter(|path| way::is_below(out, path)) {
        let place = out.join(path);
        // What is no regular file any more, somebody else put there.
        if fs::symlink_metadata(&place).is_ok_and(|data| data.is_file()) {
            fs::remove_file(&place).map_err(|e| EmitError::Half(place, e))?;
            count += 1;
        }
        for (at, _) in path.rmatch_indices('/') {
            // A killed build may have got as far as the inner folder, so one that is gone does not end this.
            match fs::remove_dir(out.join(&path[..at])) {
                Err(e) if e.kind() != io::ErrorKind::NotFound => break,
                _ => {}
            }
        }
    }
    Ok(count)
}
