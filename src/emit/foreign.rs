//! Tables in the output folder that Klartext did not write. Whoever carries the site to its server carries them along.

use super::manifest;
use crate::source::{is_named_like_table, looks_like_table};
use rayon::prelude::*;
use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::Read;
use std::path::Path;

/// How much of a foreign file is read to tell a table.
const LOOKED_AT: u64 = 4096;

/// Insists that no table lies in `out` that an earlier build did not write. Only names are read, and the first lines of
/// files that are not ours.
///
/// # Errors
/// Which file it is and the remedy, in German.
pub fn no_foreign_table(out: &Path) -> Result<(), String> {
    // A list that cannot be read is told about when it comes to writing.
    let ours = manifest::read(out).ok().flatten().unwrap_or_default();
    let Some(path) = search(out, "", &ours) else { return Ok(()) };
    Err(format!(
        "Im Ordner der fertigen Website liegt eine Tabelle, die Klartext nicht geschrieben hat: „{}“. Sie könnte rohe Zahlen \
         enthalten, und was dort liegt, wird mit der Website öffentlich. Nehmen Sie die Datei heraus.",
        out.join(path).display()
    ))
}

/// The first such file below `folder`, in order of names.
fn search(out: &Path, folder: &str, ours: &BTreeSet<String>) -> Option<String> {
    let entries = fs::read_dir(out.join(folder)).ok()?.flatten();
    let mut inside: Vec<(String, bool)> = entries
        .filter_map(|e| {
            let name = e.file_name().to_string_lossy().into_owned();
            let own = folder.is_empty() && (name == manifest::FOLDER || name == ".git");
            let path = if folder.is_empty() { name } else { format!("{folder}/{name}") };
            (!own).then(|| (path, e.file_type().is_ok_and(|t| t.is_dir())))
        })
        .collect();
    inside.sort();
    inside.into_par_iter().find_map_first(|(path, is_folder)| {
        if is_folder {
            search(out, &path, ours)
        } else {
            (!ours.contains(&path) && is_table(&out.join(&path))).then_some(path)
        }
    })
}

fn is_table(file: &Path) -> bool {
    let begins_like_one = || {
        let mut bytes = Vec::new();
        let read = File::open(file).and_then(|f| f.take(LOOKED_AT).read_to_end(&mut bytes));
        read.is_ok() && looks_like_table(&bytes)
    };
    is_named_like_table(&file.to_string_lossy()) || begins_like_one()
}
