//! Linux ends a process that writes past its limit for file sizes (`ulimit -f`, setrlimit(2)) with a signal, so without a
//! word from us. This asks before writing, so that the refusal becomes an ordinary error.

use std::fs;
use std::io;
use std::path::Path;
use std::sync::LazyLock;

/// Largest file this process may write, in bytes; `None` where the system has no limit or does not say.
static LARGEST: LazyLock<Option<u64>> =
    LazyLock::new(|| fs::read_to_string("/proc/self/limits").ok().and_then(|text| soft_limit(&text)));

/// Writes a file that was not there before.
///
/// # Errors
/// As [`fs::write`], and `FileTooLarge` before a byte is written.
pub fn write(path: &Path, bytes: &[u8]) -> io::Result<()> {
    if LARGEST.is_some_and(|largest| bytes.len() as u64 > largest) {
        return Err(io::ErrorKind::FileTooLarge.into());
    }
    fs::write(path, bytes)
}

/// The soft limit in the text of `/proc/self/limits` (proc(5)); "unlimited" is none.
fn soft_limit(limits: &str) -> Option<u64> {
    let line = limits.lines().find_map(|line| line.strip_prefix("Max file size"))?;
    line.split_whitespace().next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_soft_limit_is_the_first_number() {
        let text = "Limit   Soft Limit   Hard Limit   Units\nMax file size             4096    unlimited    bytes\n";
        assert_eq!(soft_limit(text), Some(4096));
        assert_eq!(soft_limit("Max file size   unlimited   unlimited   bytes\n"), None);
        assert_eq!(soft_limit(""), None);
    }
}
