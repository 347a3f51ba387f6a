//! `klartext init`.

use super::folders::make_folders;
use super::{CLEAN, say};
use crate::source::refusal;
use include_dir::{Dir, include_dir};
use std::fs;
use std::io;
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
    let fail = |e: io::Error| format!("„{}“ lässt sich nicht anlegen: {}", folder.display(), refusal(&e));
    let made = make_folders(folder).map_err(fail)?;
    copy(&SAMPLE, folder).inspect_err(|_| clear(folder, made.as_deref())).map_err(fail)?;
    say::out(&format!(
        "Die Website liegt in „{}“. Ansehen: klartext serve --site {}\nAlle Angaben darin sind Beispiele. Ersetzen Sie sie durch Ihre eigenen.\n",
        folder.display(),
        quoted(&folder.display().to_string())
    ))?;
    Ok(CLEAN)
}

/// Takes away what was begun: the folders that are new, or all that was put into an empty one that was there.
fn clear(folder: &Path, made: Option<&Path>) {
    let _ = match made {
        Some(made) => fs::remove_dir_all(made),
        None => fs::read_dir(folder).map(|entries| {
            for entry in entries.flatten() {
                let path = entry.path();
                let _ = if path.is_dir() { fs::remove_dir_all(path) } else { fs::remove_file(path) };
            }
        }),
    };
}

/// A path as one word of a command.
fn quoted(path: &str) -> String {
    let plain = |c: char| c.is_alphanumeric() || "/\\._-:~".contains(c);
    if path.chars().all(plain) { path.to_owned() } else { format!("\"{path}\"") }
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
