//! `klartext init`.

use super::{CLEAN, say};
use include_dir::{Dir, include_dir};
use std::fs;
use std::path::{Path, PathBuf};

static SAMPLE: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/src/cli/init");

/// Legt eine kleine Website zum Anfangen an
#[derive(clap::Args)]
pub struct Args {
    /// Neuer Ordner für die Texte der Website
    #[arg(value_name = "ORDNER", help_heading = "Angaben")]
    folder: PathBuf,
}

/// Runs the command.
pub fn run(args: &Args) -> Result<u8, String> {
    let folder = &args.folder;
    let used = fs::read_dir(folder).is_ok_and(|mut entries| entries.next().is_some());
    if used || folder.exists() && !folder.is_dir() {
        return Err(format!("„{}“ ist nicht leer. Nennen Sie einen neuen Ordner.", folder.display()));
    }
    copy(&SAMPLE, folder).map_err(|e| format!("„{}“ lässt sich nicht anlegen: {e}", folder.display()))?;
    say::out(&format!(
        "Die Website liegt in „{0}“. Ansehen: klartext serve --site {0}\nAlle Angaben darin sind Beispiele. Ersetzen Sie sie durch Ihre eigenen.\n",
        folder.display()
    ))?;
    Ok(CLEAN)
}

fn copy(dir: &Dir<'_>, to: &Path) -> std::io::Result<()> {
    fs::create_dir_all(to)?;
    for file in dir.files() {
        let name = file.path().file_name().unwrap_or_default();
        fs::write(to.join(name), file.contents())?;
    }
    for inner in dir.dirs() {
        copy(inner, &to.join(inner.path().file_name().unwrap_or_default()))?;
    }
    Ok(())
}
