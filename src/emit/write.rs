//! Writing, skipping, removing. New files lie ready first and are moved to their places in one step each, so that a
//! reader (and a killed build) only ever sees whole ones.

use super::manifest::{self, FOLDER};
use super::stage::{Change, Folders, Ready, TEMPORARY, changes, clear, stage};
use super::stamp::{self, Stamp};
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
    emit_stamped(artifacts, out, None)
}

/// The same, and leaves a stamp by which [`super::current`] can tell that nothing has changed since.
///
/// # Errors
/// As [`emit`].
pub fn emit_stamped(artifacts: &Artifacts, out: &Path, stamp: Option<&Stamp>) -> Result<EmitReport, EmitError> {
    let own = out.join(FOLDER);
    let unwritten = |place: &Path| {
        let place = place.to_path_buf();
        move |e| EmitError::Unwritten(place, e)
    };
    fs::create_dir_all(&own).map_err(unwritten(&own))?;
    let _lock = lock(out, &own)?;
    let report = bring(artifacts, out, &own)?;
    // Still under the lock: nobody else's files get this stamp.
    if let Some(stamp) = stamp {
        stamp::leave(out, stamp, &artifacts.keys().map(String::as_str).collect());
    }
    Ok(report)
}

/// Compares, stages, moves, removes.
fn bring(artifacts: &Artifacts, out: &Path, own: &Path) -> Result<EmitReport, EmitError> {
    let unwritten = |place: &Path| {
        let place = place.to_path_buf();
        move |e| EmitError::Unwritten(place, e)
    };
    let list = manifest::path(out);
    let old = manifest::read(out).map_err(unwritten(&list))?.ok_or_else(|| EmitError::BadManifest(list.clone()))?;
    let same = old.iter().eq(artifacts.keys());
    way::check(out, &old, artifacts)?;

    let temporary = own.join(TEMPORARY);
    clear(&temporary)?;
    let changes = changes(artifacts, &old, out);
    if changes.is_empty() && same {
        return Ok(EmitReport { unchanged: artifacts.len(), ..EmitReport::default() });
    }
    fs::create_dir(&temporary).map_err(unwritten(&temporary))?;
    let ready = match prepare(&changes, out, &temporary, &old, artifacts) {
        Ok(ready) => ready,
        Err(error) => {
            // The half-written copies fill the disk for nothing.
            let _ = fs::remove_dir_all(&temporary);
            return Err(error);
        }
    };

    // From here on the site changes.
    let (blocking, stale) = stale(&old, artifacts);
    let mut removed = remove(out, &blocking)?;
    let mut folders = Folders::default();
    ready.iter().flat_map(|r| way::above(r.path)).for_each(|folder| folders.add(folder, || out.join(folder)));
    folders.make().map_err(|(path, e)| EmitError::Half(out.join(path), e))?;
    // Pages come last, so that none is there before the style sheet or image that it names.
    let (pages, rest): (Vec<&Ready<'_>>, Vec<&Ready<'_>>) = ready.iter().partition(|r| r.page);
    for part in [rest, pages] {
        part.into_par_iter().try_for_each(|Ready { path, from, .. }| {
            let place = out.join(path);
            fs::rename(from, &place).map_err(|e| EmitError::Half(place, e))
        })?;
    }
    removed += remove(out, &stale)?;
    // A list of old and new files says the same already where no old one is gone.
    if !blocking.is_empty() || !stale.is_empty() {
        let new = artifacts.keys().map(String::as_str).collect();
        manifest::write(out, new, &temporary).map_err(|e| EmitError::Half(list, e))?;
    }
    clear(&temporary)?;
    Ok(EmitReport { written: changes.len(), unchanged: artifacts.len() - changes.len(), removed })
}

/// All that can fail without harm: the copies, and the list of everything that may soon lie in `out`. The list comes
/// before the files: after a kill it names all that may have been written.
fn prepare<'a>(
    changes: &[Change<'a>],
    out: &Path,
    temporary: &Path,
    old: &BTreeSet<String>,
    new: &Artifacts,
) -> Result<Vec<Ready<'a>>, EmitError> {
    let ready = stage(changes, out, temporary)?;
    if !old.iter().eq(new.keys()) {
        let both = old.iter().chain(new.keys()).map(String::as_str).collect();
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
fn stale<'a>(old: &'a BTreeSet<String>, new: &Artifacts) -> (Vec<&'a String>, Vec<&'a String>) {
    let gone: Vec<&String> = old.iter().filter(|path| !new.contains_key(*path)).collect();
    if gone.is_empty() {
        return (gone, Vec::new());
    }
    let folders = way::folders(new.keys());
    let keys: HashSet<String> = new.keys().map(|path| collision_key(path)).collect();
    gone.into_iter().partition(|path| {
        folders.contains(path.as_str())
            || way::above(path).any(|folder| new.contains_key(folder))
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
