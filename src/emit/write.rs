//! Moving, removing. New files lie ready already and are moved to their places in one step each, so that a reader (and a
//! killed build) only ever sees whole ones.

use super::manifest;
use super::stage::{Ready, Staging, clear, units};
use super::{EmitError, way};
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

/// Brings what lies ready to its place: `changed` of `all` files, in the order of their paths.
pub(super) fn bring(staging: &Staging, all: &BTreeSet<&str>, changed: &[&str]) -> Result<EmitReport, EmitError> {
    let Staging { out, temporary, old, .. } = staging;
    way::check(out, old, all)?;
    let same = old.iter().map(String::as_str).eq(all.iter().copied());
    if changed.is_empty() && same {
        return Ok(EmitReport { unchanged: all.len(), ..EmitReport::default() });
    }
    let list = manifest::path(out);
    let unwritten = |e| EmitError::Unwritten(list.clone(), e);
    staging.ready().map_err(unwritten)?;
    if !same {
        // The list comes before the files: after a kill it names all that may have been written.
        let both = old.iter().map(String::as_str).chain(all.iter().copied()).collect();
        manifest::write(out, both, temporary).map_err(unwritten)?;
    }

    // From here on the site changes.
    let ready = units(changed, out);
    let (blocking, stale) = stale(old, all);
    let mut removed = remove(out, &blocking)?;
    let folders: BTreeSet<&str> = ready.iter().flat_map(|r| way::above(r.path)).collect();
    folders.into_iter().map(|folder| out.join(folder)).try_for_each(|place| match fs::create_dir(&place) {
        Err(e) if e.kind() != io::ErrorKind::AlreadyExists => Err(EmitError::Half(place, e)),
        _ => Ok(()),
    })?;
    // Pages come last, so that none is there before the style sheet or image that it names.
    let (pages, rest): (Vec<&Ready<'_>>, Vec<&Ready<'_>>) = ready.iter().partition(|r| r.page);
    for part in [rest, pages] {
        part.into_par_iter().try_for_each(|Ready { path, .. }| {
            let place = out.join(path);
            fs::rename(staging.from(path), &place).map_err(|e| EmitError::Half(place, e))
        })?;
    }
    removed += remove(out, &stale)?;
    // A list of old and new files says the same already where no old one is gone.
    if !blocking.is_empty() || !stale.is_empty() {
        manifest::write(out, all.clone(), temporary).map_err(|e| EmitError::Half(list, e))?;
    }
    clear(temporary)?;
    Ok(EmitReport { written: changed.len(), unchanged: all.len() - changed.len(), removed })
}

/// Files of an earlier build that are no part of this one, in two parts. Those of the first cannot stand beside the new
/// files and must go before: one stands where a folder is needed now, or the other way round, or the two names are one on
/// a file system that is blind to case. The rest goes last, so that old pages keep their style to the end.
fn stale<'a>(old: &'a BTreeSet<String>, new: &BTreeSet<&str>) -> (Vec<&'a String>, Vec<&'a String>) {
    let gone: Vec<&String> = old.iter().filter(|path| !new.contains(path.as_str())).collect();
    if gone.is_empty() {
        return (gone, Vec::new());
    }
    let folders = way::folders(new.iter().copied());
    let keys: HashSet<String> = new.iter().map(|path| collision_key(path)).collect();
    gone.into_iter().partition(|path| {
        folders.contains(path.as_str())
            || way::above(path).any(|folder| new.contains(folder))
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
