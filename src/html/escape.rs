//! Text to HTML text.

use std::fmt::Write;

/// Whether a byte means something in HTML text and attributes.
fn is_special(byte: &u8) -> bool {
    (*byte == b'&') | (*byte == b'<') | (*byte == b'>') | (*byte == b'"')
}

/// Whether a text holds such a byte; most do not. Without an early end, and on its own, the compiler looks at many bytes at
/// once: inlined, it does not.
#[inline(never)]
fn any_special(text: &[u8]) -> bool {
    text.iter().fold(false, |found, byte| found | is_special(byte))
}

/// Appends `text` with the four characters replaced that mean something in HTML text and attributes.
pub fn escape_into(out: &mut String, text: &str) {
    if !any_special(text.as_bytes()) {
        return out.push_str(text);
    }
    let mut rest = text;
    while let Some(at) = rest.as_bytes().iter().position(is_special) {
        out.push_str(&rest[..at]);
        out.push_str(match rest.as_bytes()[at] {
            b'&' => "&amp;",
            b'<' => "&lt;",
            b'>' => "&gt;",
            _ => "&quot;",
        });
        rest = &rest[at + 1..];
    }
    out.push_str(rest);
}

/// The same, with `<wbr />` behind a slash between letters ("Gremien/Konferenzen", "Kooperations-/Planungsgremien"):
/// browsers end no line there of their own and tear the last word. The words themselves stay as they are.
pub fn escape_breaking_into(out: &mut String, text: &str) {
    let mut done = 0;
    for at in memchr::memchr_iter(b'/', text.as_bytes()) {
        let (before, behind) = (text[..at].chars().next_back(), text[at + 1..].chars().next());
        if before.is_some_and(|c| c.is_alphabetic() || c == '-') && behind.is_some_and(char::is_alphabetic) {
            escape_into(out, &text[done..=at]);
            out.push_str("<wbr />");
            done = at + 1;
        }
    }
    escape_into(out, &text[done..]);
}

/// Appends an address for an attribute: what may not stand in one is percent-encoded, as CommonMark's own writer does;
/// a `%` stays, so that an encoded address is not encoded twice.
pub fn escape_href_into(out: &mut String, href: &str) {
    let mut rest = href;
    while let Some(at) = rest.bytes().position(|byte| !is_plain(byte)) {
        out.push_str(&rest[..at]);
        let length = rest[at..].chars().next().map_or(1, char::len_utf8);
        let (letter, behind) = rest[at..].split_at(length);
        match letter {
            "&" => out.push_str("&amp;"),
            "'" => out.push_str("&#x27;"),
            letter => letter.bytes().for_each(|byte| {
                let _ = write!(out, "%{byte:02X}");
            }),
        }
        rest = behind;
    }
    out.push_str(rest);
}

/// Whether a byte stays as it is in an address.
fn is_plain(byte: u8) -> bool {
    byte.is_ascii_alphanumeric()
        || matches!(byte, b'!' | b'#'..=b'%' | b'('..=b'/' | b':' | b';' | b'=' | b'?' | b'@' | b'_' | b'~')
}

/// The text, escaped.
pub fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    escape_into(&mut out, text);
    out
}
