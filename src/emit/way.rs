//! Looks whether anything foreign is in the way, before anything is changed. Ours is a regular file at a path that the
//! manifest lists; all else somebody put there, even where the content is the same.

use super::{EmitError, manifest};
use rayon::prelude::*;
use std::collections::BTreeSet;
use std::fs::{self, FileType};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use walkdir::WalkDir;

/// Whether all of `new` can be written to `out` when the files of `old` are ours.
///
/// # Errors
/// The first thing in the way.
pub fn check(out: &Path, old: &BTreeSet<String>, new: &BTreeSet<&str>) -> Result<(), EmitError> {
    if old.is_empty() && holds_nothing_else(out) {
        return Ok(());
    }
    let folder = |folder: &&str| {
        let place = out.join(folder);
        match kind(&place)? {
            Some(kind) if kind.is_dir() => Ok(()),
            Some(kind) if kind.is_file() && old.contains(*folder) => Ok(()),
            Some(_) => Err(EmitError::InTheWay(place)),
            None => Ok(()),
        }
    };
    let file = |path: &str| {
        let place = out.join(path);
        match kind(&place)? {
            Some(kind) if kind.is_file() && old.contains(path) => Ok(()),
            Some(kind) if kind.is_dir() => all_ours(out, &place, old),
            Some(_) => Err(EmitError::InTheWay(place)),
            None => Ok(()),
        }
    };
    let in_the_way = folders(new.iter().copied()).par_iter().find_map_first(|f| folder(f).err());
    in_the_way.or_else(|| new.par_iter().find_map_first(|f| file(f).err())).map_or(Ok(()), Err)
}

/// Whether nothing but our own folder stands in `out`: a first build need not look at each place.
fn holds_nothing_else(out: &Path) -> bool {
    fs::read_dir(out).is_ok_and(|mut entries| entries.all(|e| e.is_ok_and(|e| e.file_name() == manifest::FOLDER)))
}

/// All folders that files need, each once, outer ones first.
pub fn folders<'a>(files: impl Iterator<Item = &'a str>) -> BTreeSet<&'a str> {
    files.flat_map(above).collect()
}

/// The folders above a path, outermost first.
pub fn above(path: &str) -> impl Iterator<Item = &str> {
    path.match_indices('/').map(|(at, _)| &path[..at])
}

/// Whether no link stands in place of a folder above `path`: it could lead out of the output folder.
pub fn is_below(out: &Path, path: &str) -> bool {
    above(path).all(|folder| !out.join(folder).is_symlink())
}

fn kind(place: &Path) -> Result<Option<FileType>, EmitError> {
    match fs::symlink_metadata(place) {
        Ok(data) => Ok(Some(data.file_type())),
        Err(e) if matches!(e.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => Ok(None),
        Err(e) => Err(EmitError::Unwritten(place.to_path_buf(), e)),
    }
}

/// A folder where a file shall go may go itself, if it holds nothing but our files.
fn all_ours(out: &Path, folder: &Path, old: &BTreeSet<String>) -> Result<(), EmitError> {
    for entry in WalkDir::new(folder) {
        let entry = entry.map_err(|e| {
            let place = e.path().map_or_else(|| folder.to_path_buf(), PathBuf::from);
            EmitError::Unwritten(place, e.into())
        })?;
        let rest = entry.path().strip_prefix(out).unwrap_or(entry.path());
        let path = rest.components().map(|c| c.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/");
        let ours = if entry.file_type().is_dir() {
            let inside = format!("{path}/");
            old.range(inside.clone()..).next().is_some_and(|file| file.starts_with(&inside))
        } else {
            entry.file_type().is_file() && old.contains(&path)
        };
        if !ours {
            return Err(EmitError::InTheWay(entry.into_path()));
        }
    }
    Ok(())
}
