//! Why the operating system refused to read or write, in German: what is wrong and what to do.

use std::io::{Error, ErrorKind};

/// The reason as a sentence that ends with a full stop.
pub fn refusal(error: &Error) -> String {
    match error.kind() {
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => "Der Datenträger ist voll. Schaffen Sie Platz.".into(),
        ErrorKind::FileTooLarge => "Die Datei ist größer, als das System es hier erlaubt.".into(),
        ErrorKind::PermissionDenied => "Die Rechte fehlen. Prüfen Sie die Rechte von Datei und Ordner.".into(),
        ErrorKind::ReadOnlyFilesystem => "Der Datenträger ist schreibgeschützt.".into(),
        ErrorKind::NotADirectory | ErrorKind::AlreadyExists => "Ein Teil dieses Pfads ist eine Datei.".into(),
        ErrorKind::IsADirectory => "Das ist ein Ordner.".into(),
        ErrorKind::NotFound => "Das gibt es nicht.".into(),
        ErrorKind::InvalidFilename => "Der Name ist zu lang, oder das System erlaubt ihn nicht.".into(),
        ErrorKind::OutOfMemory => "Der Speicher reicht nicht.".into(),
        ErrorKind::InvalidData => "Das ist kein Text in UTF-8.".into(),
        _ => format!("Das System meldet: {error}."),
    }
}
