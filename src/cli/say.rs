//! Words to the terminal, with colours only where they can be seen. A reader that closed the pipe (`… | head -1`) has
//! heard enough and is no trouble of ours.

use crate::source::refusal;
use std::io::{ErrorKind, Write};

/// Writes `text` as it is to standard output: what the command was asked for.
///
/// # Errors
/// When it cannot be written, for example to a full disk.
pub fn out(text: &str) -> Result<(), String> {
    let mut stream = anstream::stdout().lock();
    match stream.write_all(text.as_bytes()).and_then(|()| stream.flush()) {
        Err(e) if e.kind() != ErrorKind::BrokenPipe => {
            Err(format!("Die Ausgabe lässt sich nicht schreiben: {}", refusal(&e)))
        }
        _ => Ok(()),
    }
}

/// Writes `text` and an end of line to standard error: what people should know besides. Whoever closed it does not.
pub fn note(text: &str) {
    let _ = writeln!(anstream::stderr(), "{text}");
}
