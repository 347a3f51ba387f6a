//! Text to HTML text.

use std::fmt::Write;

/// Bytes that mean something in HTML text and attributes.
const SPECIAL: [bool; 256] = {
    let mut out = [false; 256];
    out[b'&' as usize] = true;
    out[b'<' as usize] = true;
    out[b'>' as usize] = true;
    out[b'"' as usize] = true;
    out
};

/// Appends `text` with the four characters replaced that mean something in HTML text and attributes.
pub fn escape_into(out: &mut String, text: &str) {
    let mut rest = text;
    while let Some(at) = rest.bytes().position(|byte| SPECIAL[usize::from(byte)]) {
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

/// Appends an address for an attribute: what may not stand in one is percent-encoded, as CommonMark's own writer does;
/// a `%` stays, so that an encoded address is not encoded twice.
pub fn escape_href_into(out: &mut String, href: &str) {
    for byte in href.bytes() {
        match byte {
            b'&' => out.push_str("&amp;"),
            b'\'' => out.push_str("&#x27;"),
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' => out.push(byte as char),
            _ if b"-_.+!*(),%#@?=;:/$~".contains(&byte) => out.push(byte as char),
            _ => {
                let _ = write!(out, "%{byte:02X}");
            }
        }
    }
}

/// The text, escaped.
pub fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    escape_into(&mut out, text);
    out
}
