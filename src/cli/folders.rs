//! Making folders so that nothing half done is left where the operating system refuses.

use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

/// Makes a folder and all above it. Gives the outermost one that was not there before, so that it can go again.
///
/// # Errors
/// What the operating system says; then none of them is there.
pub fn make_folders(folder: &Path) -> io::Result<Option<PathBuf>> {
    let missing = folder.ancestors().take_while(|f| !f.as_os_str().is_empty() && !f.exists()).last();
    let missing = missing.map(Path::to_path_buf);
    fs::create_dir_all(folder).inspect_err(|e| {
        if let (Some(first), true) = (&missing, e.kind() != ErrorKind::AlreadyExists) {
            let _ = fs::remove_dir_all(first);
        }
    })?;
    Ok(missing)
}
