//! Puts new and changed files ready in a folder beside the site, each as soon as it is there. Whatever fails here (a full disk,
//! above all) fails before the site is touched.

use super::lock::Lock;
use super::stamp::Stamp;
use super::{EmitError, EmitReport, limit, manifest, stamp, way, write};
use crate::model::Artifacts;
use rayon::prelude::*;
use std::collections::{BTreeSet, HashMap};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, OnceLock, PoisonError};

/// Name of the folder of what lies ready, in Klartext's own folder.
pub const TEMPORARY: &str = "neu";
/// In it, the folder of the files, each below its path in the site.
const FILES: &str = "dateien";

/// What lies ready and moves to its place in one step: a file, or a folder that is new as a whole.
pub struct Ready<'a> {
    /// Its path below the output folder.
    pub path: &'a str,
    /// Whether there is a page in it.
    pub page: bool,
}

/// The next state of an output folder while it comes to be. Until [`Staging::finish`] nothing in the folder changes; when it is
/// dropped before, nothing is left of it. One at a time for each folder.
pub struct Staging {
    pub(super) out: PathBuf,
    pub(super) temporary: PathBuf,
    /// In it, where the files lie.
    files: PathBuf,
    /// The files of the build before.
    pub(super) old: BTreeSet<String>,
    /// Made when the first file needs it: a build that changes nothing touches nothing.
    folder: OnceLock<()>,
    /// All files of the next state so far, and whether they are new or differ.
    laid: Mutex<Vec<(String, bool)>>,
    /// The failure at the first path, whichever came first.
    failed: Mutex<Option<(String, EmitError)>>,
    _lock: Lock,
}

impl Staging {
    /// Begins the next state of `out`, which is made if it is not there.
    ///
    /// # Errors
    /// [`EmitError::Busy`], [`EmitError::BadManifest`], [`EmitError::Unwritten`].
    pub fn open(out: &Path) -> Result<Staging, EmitError> {
        let unwritten = |place: &Path| {
            let place = place.to_path_buf();
            move |e| EmitError::Unwritten(place, e)
        };
        let own = out.join(manifest::FOLDER);
        fs::create_dir_all(&own).map_err(unwritten(&own))?;
        let lock = Lock::of(out, &own)?;
        let list = manifest::path(out);
        let old = manifest::read(out).map_err(unwritten(&list))?.ok_or_else(|| EmitError::BadManifest(list.clone()))?;
        let temporary = own.join(TEMPORARY);
        // What a killed build left.
        clear(&temporary)?;
        Ok(Staging {
            out: out.to_path_buf(),
            files: temporary.join(FILES),
            temporary,
            old,
            folder: OnceLock::new(),
            laid: Mutex::default(),
            failed: Mutex::default(),
            _lock: lock,
        })
    }

    /// Lays a file ready, unless it stands in the site already. May be called side by side, once for each path. A failure is
    /// told by [`Staging::finish`].
    pub fn lay(&self, path: &str, bytes: &[u8]) {
        let changed = !(self.old.contains(path) && is_same(&self.out.join(path), bytes));
        let result = if changed { self.ready().and_then(|()| put(&self.from(path), bytes)) } else { Ok(()) };
        match result {
            Ok(()) => self.laid.lock().unwrap_or_else(PoisonError::into_inner).push((path.to_owned(), changed)),
            Err(e) => self.fail(path, EmitError::Unwritten(self.out.join(path), e)),
        }
    }

    /// Makes the folder hold exactly what was laid ready, and `artifacts`, besides files that Klartext never wrote. The stamp is
    /// what [`super::current`] can tell by that nothing has changed since.
    ///
    /// # Errors
    /// See [`EmitError`]. A later build repairs what was left half done.
    pub fn finish(self, artifacts: &Artifacts, stamp: Option<&Stamp>) -> Result<EmitReport, EmitError> {
        artifacts.par_iter().for_each(|(path, artifact)| self.lay(path, &artifact.bytes));
        if let Some((_, error)) = self.failed.lock().unwrap_or_else(PoisonError::into_inner).take() {
            return Err(error);
        }
        let mut laid = std::mem::take(&mut *self.laid.lock().unwrap_or_else(PoisonError::into_inner));
        laid.par_sort_unstable();
        let all: BTreeSet<&str> = laid.iter().map(|(path, _)| path.as_str()).collect();
        let changed: Vec<&str> = laid.iter().filter(|(_, changed)| *changed).map(|(path, _)| path.as_str()).collect();
        let report = write::bring(&self, &all, &changed)?;
        // Still under the lock: nobody else's files get this stamp.
        if let Some(stamp) = stamp {
            stamp::leave(&self.out, stamp, &all);
        }
        Ok(report)
    }

    /// Where a file or folder lies until it is moved.
    pub(super) fn from(&self, path: &str) -> PathBuf {
        self.files.join(path)
    }

    /// The folder of what lies ready.
    pub(super) fn ready(&self) -> io::Result<()> {
        if self.folder.get().is_none() {
            fs::create_dir_all(&self.files)?;
            let _ = self.folder.set(());
        }
        Ok(())
    }

    fn fail(&self, path: &str, error: EmitError) {
        let mut failed = self.failed.lock().unwrap_or_else(PoisonError::into_inner);
        if failed.as_ref().is_none_or(|(first, _)| path < first.as_str()) {
            *failed = Some((path.to_owned(), error));
        }
    }
}

impl Drop for Staging {
    fn drop(&mut self) {
        // Half-written copies fill the disk for nothing; where they cannot be removed, the next build tries again.
        if self.folder.get().is_some() {
            let _ = clear(&self.temporary);
        }
    }
}

/// What moves to its place in one step, of `changed` files in the order of their paths.
pub fn units<'a>(changed: &[&'a str], out: &Path) -> Vec<Ready<'a>> {
    let mut exists: HashMap<&str, bool> = HashMap::new();
    let mut units: Vec<Ready<'a>> = Vec::new();
    for &path in changed {
        let missing =
            way::above(path).find(|folder| !*exists.entry(folder).or_insert_with(|| is_folder(&out.join(folder))));
        let unit = missing.unwrap_or(path);
        // Paths of one folder follow each other.
        match units.last_mut().filter(|last| last.path == unit) {
            Some(last) => last.page |= path.ends_with(".html"),
            None => units.push(Ready { path: unit, page: path.ends_with(".html") }),
        }
    }
    units
}

/// Writes a file and the folders above it.
fn put(place: &Path, bytes: &[u8]) -> io::Result<()> {
    let make_folder = || fs::create_dir_all(place.parent().unwrap_or(place));
    // A page is mostly the first in its folder.
    if place.ends_with("index.html") {
        make_folder()?;
        return limit::write(place, bytes);
    }
    match limit::write(place, bytes) {
        Err(e) if e.kind() == io::ErrorKind::NotFound => {
            make_folder()?;
            limit::write(place, bytes)
        }
        result => result,
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
