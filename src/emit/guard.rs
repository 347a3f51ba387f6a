//! Folders that may not become an output folder.

use super::manifest;
use std::path::{Component, Path, PathBuf};

/// Says whether `out` may be written to.
///
/// # Errors
/// The reason and the remedy, in German: the root, the home folder, the site folder, a folder above or inside it, or a
/// folder with files that Klartext did not write.
pub fn guard(out: &Path, site: &Path) -> Result<(), String> {
    let target = real(out);
    let site = real(site);
    let refuse = |why: &str| {
        Err(format!("{why} Nennen Sie mit --out einen leeren oder neuen Ordner, zum Beispiel: --out public"))
    };
    if target.parent().is_none() {
        return refuse("In das oberste Verzeichnis schreibt Klartext nicht.");
    }
    if std::env::home_dir().is_some_and(|home| real(&home) == target) {
        return refuse("In Ihr persönliches Verzeichnis schreibt Klartext nicht.");
    }
    if target == site {
        return refuse("Das ist der Ordner mit den Texten der Website.");
    }
    if site.starts_with(&target) {
        return refuse("In diesem Ordner liegt der Ordner mit den Texten der Website.");
    }
    if target.starts_with(&site) {
        return refuse("Dieser Ordner liegt im Ordner mit den Texten der Website.");
    }
    // What does not exist yet lies below something that does.
    if let Some(file) = target.ancestors().find(|p| p.exists()).filter(|p| !p.is_dir()) {
        return refuse(&format!("„{}“ ist eine Datei, kein Ordner.", file.display()));
    }
    let foreign = std::fs::read_dir(&target).is_ok_and(|mut entries| entries.next().is_some());
    if foreign && !manifest::is_ours(&target) {
        return refuse(&format!(
            "Im Ordner „{}“ liegen schon andere Dateien. Klartext überschreibt sie nicht.",
            out.display()
        ));
    }
    Ok(())
}

/// The path without links and dots, as far as it exists.
fn real(path: &Path) -> PathBuf {
    let absolute = std::path::absolute(path).unwrap_or_else(|_| path.to_path_buf());
    let mut plain = PathBuf::new();
    for part in absolute.components() {
        match part {
            Component::ParentDir => {
                // `a/link/..` is where the link leads to, so links are followed before going up.
                plain = plain.canonicalize().unwrap_or(plain);
                plain.pop();
            }
            other => plain.push(other),
        }
    }
    let mut missing = Vec::new();
    let mut existing = plain.as_path();
    while !existing.exists() {
        let (Some(name), Some(parent)) = (existing.file_name(), existing.parent()) else { break };
        missing.push(name.to_owned());
        existing = parent;
    }
    let mut out = existing.canonicalize().unwrap_or_else(|_| existing.to_path_buf());
    out.extend(missing.iter().rev());
    out
}
