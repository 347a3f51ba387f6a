//! Writing over a file of the editors: whoever reads it meanwhile finds the old text or the new one, never half of it.

use std::fs;
use std::io::{ErrorKind, Result, Write};
use std::path::Path;

/// Puts `bytes` in the place of `file`, or makes it. A link stays a link: what it leads to is written. Permissions stay.
///
/// # Errors
/// What the operating system says; the old file is then still whole.
pub fn replace(file: &Path, bytes: &[u8]) -> Result<()> {
    let place = fs::canonicalize(file).unwrap_or_else(|_| file.to_path_buf());
    let name = place.file_name().unwrap_or_default().to_string_lossy().into_owned();
    // Hidden, so that what a killed process leaves is never taken for a page.
    let beside = place.with_file_name(format!(".{name}.{}.neu", std::process::id()));
    let fill = || {
        let mut new = fs::File::create_new(&beside)?;
        if let Ok(old) = fs::metadata(&place) {
            new.set_permissions(old.permissions())?;
        }
        new.write_all(bytes)?;
        new.sync_all()
    };
    fill().and_then(|()| fs::rename(&beside, &place)).inspect_err(|e| {
        if e.kind() != ErrorKind::AlreadyExists {
            let _ = fs::remove_file(&beside);
        }
    })
}
