//! One build at a time for each output folder.

use super::EmitError;
use std::fs;
use std::path::Path;

/// The lock of an output folder.
pub struct Lock(fs::File);

impl Drop for Lock {
    fn drop(&mut self) {
        // Closing alone would leave it with a child process that is just being started. It ends with the process anyway.
        let _ = self.0.unlock();
    }
}

impl Lock {
    /// Takes the lock: one build at a time. It goes with the process, however that ends.
    ///
    /// # Errors
    /// [`EmitError::Busy`], or what the system says.
    pub fn of(out: &Path, own: &Path) -> Result<Lock, EmitError> {
        let path = own.join("lock");
        let open = fs::OpenOptions::new().write(true).create(true).truncate(false).open(&path);
        let file = open.map_err(|e| EmitError::Unwritten(path, e))?;
        match file.try_lock() {
            Ok(()) => Ok(Lock(file)),
            Err(fs::TryLockError::WouldBlock) => Err(EmitError::Busy(out.to_path_buf())),
            // File systems without locks (some network drives): one build at a time is then up to the editors.
            Err(fs::TryLockError::Error(_)) => Ok(Lock(file)),
        }
    }
}
