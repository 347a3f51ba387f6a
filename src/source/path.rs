//! Paths below the site folder: text with `/`, never an absolute path.

use std::borrow::Cow;
use unicode_normalization::UnicodeNormalization;

/// The folder of a path, without a slash at its end; empty at the top.
pub fn parent(path: &str) -> &str {
    path.rfind('/').map_or("", |i| &path[..i])
}

/// Joins a relative path to a folder and resolves `.` and `..`. `None` when it leaves the site.
pub fn clean_join(folder: &str, relative: &str) -> Option<String> {
    let mut out = String::with_capacity(folder.len() + relative.len() + 1);
    let push = |out: &mut String, name: &str| {
        if !out.is_empty() {
            out.push('/');
        }
        out.push_str(name);
    };
    let above = if relative.starts_with('/') { "" } else { folder };
    above.split('/').filter(|name| !name.is_empty()).for_each(|name| push(&mut out, name));
    for part in relative.split('/') {
        match part {
            "" | "." => {}
            ".." if out.is_empty() => return None,
            ".." => out.truncate(out.rfind('/').unwrap_or(0)),
            name => push(&mut out, name),
        }
    }
    Some(out)
}

/// The form under which two paths are the same file on some computer: NFC, lower case.
pub fn collision_key(path: &str) -> String {
    if path.is_ascii() {
        return path.to_ascii_lowercase();
    }
    path.nfc().flat_map(char::to_lowercase).nfc().collect()
}

/// The form in which two paths are the same that look the same: some systems write `é` as one character, some as two (NFC,
/// NFD).
pub fn composed(path: &str) -> String {
    path.nfc().collect()
}

/// Percent-decoding, for file names with umlauts or spaces. What is no valid sequence stays as it is.
pub fn percent_decode(text: &str) -> Cow<'_, str> {
    if !text.contains('%') {
        return Cow::Borrowed(text);
    }
    let bytes = text.as_bytes();
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        let hex = bytes.get(at + 1..at + 3).and_then(|h| std::str::from_utf8(h).ok());
        match (bytes[at], hex.and_then(|h| u8::from_str_radix(h, 16).ok())) {
            (b'%', Some(byte)) => {
                out.push(byte);
                at += 3;
            }
            (byte, _) => {
                out.push(byte);
                at += 1;
            }
        }
    }
    String::from_utf8(out).map_or(Cow::Borrowed(text), Cow::Owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percent_signs_are_decoded_where_they_mean_something() {
        assert_eq!(percent_decode("%C3%A4%20b"), "ä b");
        assert_eq!(percent_decode("100%"), "100%");
        assert_eq!(percent_decode("%FF"), "%FF");
    }

    #[test]
    fn joins_and_stays_inside() {
        assert_eq!(clean_join("sitzungen", "../gremien/kok.md").as_deref(), Some("gremien/kok.md"));
        assert_eq!(clean_join("", "./a.md").as_deref(), Some("a.md"));
        assert_eq!(clean_join("a", "../../b.md"), None);
        assert_eq!(clean_join("a/b", "..//.././c/./d.md").as_deref(), Some("c/d.md"));
        assert_eq!(clean_join("a", "/b.md").as_deref(), Some("b.md"));
        assert_eq!(clean_join("a", "..").as_deref(), Some(""));
        assert_eq!(parent("a/b/c.md"), "a/b");
        assert!(composed("caf\u{e9}.md") == composed("cafe\u{301}.md") && composed("café.md") != composed("Café.md"));
        assert_eq!(collision_key("Käse.md"), collision_key("ka\u{308}se.md"));
    }
}
