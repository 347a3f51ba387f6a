//! The stamp of a build: what its files were made of, and how they looked on disk afterwards. Where both are still the
//! same, the next build has nothing to do and need not even read the finished files.
//!
//! A file is known by its length and the times of its last change. On Unix one of them (ctime) is set by the system alone,
//! so that an edit by hand is noticed whatever the editor does to the other; elsewhere an edit that keeps length and time
//! is not.

use super::stage::{TEMPORARY, clear};
use super::{limit, manifest};
use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use std::fs::{self, Metadata};
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

/// What a build leaves for the next one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stamp {
    /// All that the files depend on, as one hash.
    pub made_of: String,
    /// What the build had to say about its sources.
    pub notes: String,
}

#[derive(PartialEq, Serialize, Deserialize)]
struct Record {
    #[serde(flatten)]
    stamp: Stamp,
    /// How the files looked, as one hash.
    look: String,
}

/// The stamp of the last build in `out` and its number of files, if the files were made of `made_of` and are all there as
/// they were left. Anything doubtful gives `None`: then a build compares every file.
pub fn current(out: &Path, made_of: &str) -> Option<(Stamp, usize)> {
    let record = read(out).filter(|record| record.stamp.made_of == made_of)?;
    // A build was killed, or is at work.
    if out.join(manifest::FOLDER).join(TEMPORARY).exists() {
        return None;
    }
    let files = manifest::read(out).ok()??;
    (look(out, &files)? == record.look).then_some((record.stamp, files.len()))
}

/// Leaves the stamp of a build whose `files` are all in place. It is a convenience: where it cannot be written, the next
/// build is slower, no more.
pub fn leave(out: &Path, stamp: &Stamp, files: &BTreeSet<&str>) {
    let Some(look) = look(out, files) else { return };
    let record = Record { stamp: stamp.clone(), look };
    if read(out).as_ref() == Some(&record) {
        return;
    }
    let Ok(text) = serde_json::to_vec_pretty(&record) else { return };
    // What a killed build leaves there, the next one removes.
    let temporary = out.join(manifest::FOLDER).join(TEMPORARY);
    let beside = temporary.join("stand.json");
    let _ = fs::create_dir(&temporary)
        .and_then(|()| limit::write(&beside, &text))
        .and_then(|()| fs::rename(&beside, path(out)));
    let _ = clear(&temporary);
}

fn path(out: &Path) -> PathBuf {
    out.join(manifest::FOLDER).join("stand.json")
}

fn read(out: &Path) -> Option<Record> {
    serde_json::from_slice(&fs::read(path(out)).ok()?).ok()
}

/// How the files look: path, length and times of each. `None` where one is missing or is no file.
fn look<Name: AsRef<str> + Ord + Sync>(out: &Path, files: &BTreeSet<Name>) -> Option<String> {
    let of = |name: &Name| {
        let data = fs::symlink_metadata(out.join(name.as_ref())).ok().filter(Metadata::is_file)?;
        let modified = data.modified().ok()?.duration_since(UNIX_EPOCH).ok()?.as_nanos();
        Some([u128::from(data.len()), modified, changed(&data)])
    };
    let looks: Vec<[u128; 3]> = files.par_iter().map(of).collect::<Option<_>>()?;
    let mut hasher = blake3::Hasher::new();
    for (name, numbers) in files.iter().zip(looks) {
        hasher.update(name.as_ref().as_bytes());
        hasher.update(b"\n");
        numbers.iter().for_each(|n| {
            hasher.update(&n.to_le_bytes());
        });
    }
    Some(hasher.finalize().to_hex().to_string())
}

/// When data or rights of a file last changed, as the system alone says it.
#[cfg(unix)]
fn changed(data: &Metadata) -> u128 {
    use std::os::unix::fs::MetadataExt;
    (u128::from(data.ctime().unsigned_abs()) << 64) | u128::from(data.ctime_nsec().unsigned_abs())
}

#[cfg(not(unix))]
fn changed(_: &Metadata) -> u128 {
    0
}
