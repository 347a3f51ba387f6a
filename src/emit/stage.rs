//! Puts all new and changed files ready in a folder beside the site. Whatever fails here (a full disk, above all) fails
//! before the site is touched.

use super::{EmitError, limit, way};
use crate::model::Artifacts;
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// Name of the folder of what lies ready, in Klartext's own folder.
pub const TEMPORARY: &str = "neu";

/// A file that is not in the output folder yet, or differs there: its path and its bytes.
pub type Change<'a> = (&'a str, &'a [u8]);

/// What lies ready and moves to its place in one step: a file, or a folder that is new as a whole.
pub struct Ready<'a> {
    /// Its path below the output folder.
    pub path: &'a str,
    /// Where it lies.
    pub from: PathBuf,
    /// Whether there is a page in it.
    pub page: bool,
}

/// What differs from the files in `out`, of which `old` are ours and no other stands in the way.
pub fn changes<'a>(artifacts: &'a Artifacts, old: &BTreeSet<String>, out: &Path) -> Vec<Change<'a>> {
    artifacts
        .par_iter()
        .filter(|(path, artifact)| !(old.contains(*path) && is_same(&out.join(path), &artifact.bytes)))
        .map(|(path, artifact)| (path.as_str(), &*artifact.bytes))
        .collect()
}

/// Writes all changes into the folder `temporary`.
///
/// # Errors
/// [`EmitError::Unwritten`].
pub fn stage<'a>(changes: &[Change<'a>], out: &Path, temporary: &Path) -> Result<Vec<Ready<'a>>, EmitError> {
    let mut exists: HashMap<&str, bool> = HashMap::new();
    let mut ready: Vec<Ready<'a>> = Vec::new();
    let (mut folders, mut files) = (Folders::default(), Vec::with_capacity(changes.len()));
    for &(path, bytes) in changes {
        let mut missing = way::above(path)
            .skip_while(|folder| *exists.entry(folder).or_insert_with(|| is_folder(&out.join(folder))))
            .peekable();
        let unit = missing.peek().copied().unwrap_or(path);
        // Changes come in the order of their paths, so those of one folder follow each other.
        if ready.last().is_none_or(|last| last.path != unit) {
            let from = temporary.join(ready.len().to_string());
            ready.push(Ready { path: unit, from, page: false });
        }
        let Some(last) = ready.last_mut() else { continue };
        last.page |= path.ends_with(".html");
        let place = |path: &str| match path[unit.len()..].strip_prefix('/') {
            Some(rest) => last.from.join(rest),
            None => last.from.clone(),
        };
        missing.for_each(|folder| folders.add(folder, || place(folder)));
        files.push((path, bytes, place(path)));
    }
    let unwritten = |path: &str, e| EmitError::Unwritten(out.join(path), e);
    folders.make().map_err(|(path, e)| unwritten(path, e))?;
    files.par_iter().try_for_each(|(path, bytes, place)| limit::write(place, bytes).map_err(|e| unwritten(path, e)))?;
    Ok(ready)
}

/// Folders to be made, each once.
#[derive(Default)]
pub struct Folders<'a>(BTreeMap<(usize, &'a str), PathBuf>);

impl<'a> Folders<'a> {
    /// A folder by its path below the output folder, and where it shall be.
    pub fn add(&mut self, path: &'a str, place: impl FnOnce() -> PathBuf) {
        self.0.entry((path.matches('/').count(), path)).or_insert_with(place);
    }

    /// Makes those that are not there yet: all of one depth side by side, outer ones first.
    ///
    /// # Errors
    /// What the system says, and of which folder.
    pub fn make(self) -> Result<(), (&'a str, io::Error)> {
        let all: Vec<((usize, &str), PathBuf)> = self.0.into_iter().collect();
        for level in all.chunk_by(|((a, _), _), ((b, _), _)| a == b) {
            level.par_iter().try_for_each(|((_, path), place)| match fs::create_dir(place) {
                Err(e) if e.kind() != io::ErrorKind::AlreadyExists => Err((*path, e)),
                _ => Ok(()),
            })?;
        }
        Ok(())
    }
}

fn is_folder(place: &Path) -> bool {
    fs::symlink_metadata(place).is_ok_and(|data| data.is_dir())
}

fn is_same(file: &Path, bytes: &[u8]) -> bool {
    // The length first: most changed files differ in it, and then need not be read.
    let length = fs::symlink_metadata(file).ok().filter(|data| data.is_file()).map(|data| data.len());
    length == Some(bytes.len() as u64) && fs::read(file).is_ok_and(|old| old == bytes)
}

/// Removes the folder with all that a killed build may have left in it.
pub fn clear(temporary: &Path) -> Result<(), EmitError> {
    match fs::remove_dir_all(temporary) {
        Ok(()) => Ok(()),
        Err(e) if e.kind() == io::ErrorKind::NotFound => Ok(()),
        Err(e) => Err(EmitError::Unwritten(temporary.to_path_buf(), e)),
    }
}
