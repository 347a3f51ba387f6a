//! Why a site could not be written, in words for editors: what is wrong, what to do, and what became of the old site.

use crate::source::refusal;
use std::io;
use std::path::PathBuf;

/// Why a site could not be written.
#[derive(Debug, thiserror::Error)]
pub enum EmitError {
    /// Another build writes to the same folder.
    #[error("Ein anderer Lauf von Klartext schreibt gerade in „{}“. Warten Sie, bis er fertig ist.", .0.display())]
    Busy(PathBuf),
    /// Something that is not ours stands where a file shall go. Nothing was changed.
    #[error("„{}“ ist im Weg: Klartext hat es nicht geschrieben und löscht es nicht. Räumen Sie es weg.", .0.display())]
    InTheWay(PathBuf),
    /// The list of an earlier build cannot be read. Nothing was changed.
    #[error("Die Liste „{}“ ist beschädigt. Klartext weiß nicht mehr, welche Dateien von ihm sind. Leeren Sie den Ordner und bauen Sie noch einmal.", .0.display())]
    BadManifest(PathBuf),
    /// The operating system refused before anything was changed.
    #[error("„{}“ lässt sich nicht schreiben: {why} Die alte Fassung der Website ist unverändert.", .0.display(), why = refusal(.1))]
    Unwritten(PathBuf, io::Error),
    /// The operating system refused when some files were new already. A later build repairs it.
    #[error("„{}“ lässt sich nicht schreiben: {why} Ein Teil der Website ist schon neu. Bauen Sie danach noch einmal.", .0.display(), why = refusal(.1))]
    Half(PathBuf, io::Error),
}
