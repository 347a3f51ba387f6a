//! Puts all new and changed files ready in a folder beside the site. Whatever fails here (a full disk, above all) fails
//! before the site is touched.

use super::EmitError;
use super::limit;
use crate::model::Artifacts;
use rayon::prelude::*;
use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// A file that is not in the output folder yet, or differs there: its path and its bytes.
pub type Change<'a> = (&'a str, &'a [u8]);

/// A file that lies ready.
pub struct Ready<'a> {
    /// Its path below the output folder.
    pub path: &'a str,
    /// Where it lies.
    pub from: PathBuf,
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
    changes
        .par_iter()
        .enumerate()
        .map(|(number, &(path, bytes))| {
            let from = temporary.join(number.to_string());
            limit::write(&from, bytes).map_err(|e| EmitError::Unwritten(out.join(path), e))?;
            Ok(Ready { path, from })
        })
        .collect()
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
