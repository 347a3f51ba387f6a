//! Takes the bytes of a PDF, gives what its properties say: author, title and their like, as far as they stand there unpacked.

use super::pattern::Pattern;
use super::picture::contains;

/// A property of a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Property {
    /// Whether it names who wrote the document.
    pub author: bool,
    /// Its text.
    pub text: String,
}

/// `/Author (…)` and `/Author <feff…>` of the information dictionary (ISO 32000, 14.3.3).
static INFO: Pattern =
    Pattern::new(r"/(Author|Title|Subject|Keywords)\s*(?:\(((?:[^()\\]|\\.){0,400})\)|<([0-9A-Fa-f\s]{0,1600})>)");
/// `<dc:creator>` and its like of XMP (ISO 16684).
static XMP: Pattern = Pattern::new(
    r"<(dc:creator|dc:title|dc:description|pdf:Author|pdf:Keywords|xmpMM:Manager)[^>]*>((?s:.){0,800}?)</(?:dc|pdf|xmpMM):",
);
static TAG: Pattern = Pattern::new(r"<[^>]*>");

/// Whether bytes are a PDF.
pub fn is_pdf(bytes: &[u8]) -> bool {
    bytes.starts_with(b"%PDF-")
}

/// All properties that can be read, and whether others may be packed or locked.
pub fn properties(bytes: &[u8]) -> (Vec<Property>, bool) {
    // One character a byte: positions and the marks of PDF stay as they are.
    let text: String = bytes.iter().map(|b| char::from(*b)).collect();
    let mut out = Vec::new();
    for found in INFO.all(&text) {
        let author = found.get(1).is_some_and(|n| n.as_str() == "Author");
        let raw = match (found.get(2), found.get(3)) {
            (Some(plain), _) => unescape(plain.as_str()),
            (_, Some(hex)) => hex_bytes(hex.as_str()),
            _ => continue,
        };
        out.push(Property { author, text: decode(&raw) });
    }
    for found in XMP.all(&text) {
        let (Some(name), Some(body)) = (found.get(1), found.get(2)) else { continue };
        let author = ["dc:creator", "pdf:Author", "xmpMM:Manager"].contains(&name.as_str());
        let mut plain = body.as_str().to_owned();
        while let Some(tag) = TAG.first(&plain).and_then(|c| c.get(0)).map(|m| m.range()) {
            plain.replace_range(tag, " ");
        }
        // XMP is UTF-8.
        let bytes: Vec<u8> = plain.chars().map(|c| c as u32 as u8).collect();
        out.push(Property { author, text: String::from_utf8_lossy(&bytes).into_owned() });
    }
    out.iter_mut().for_each(|p| p.text = p.text.split_whitespace().collect::<Vec<_>>().join(" "));
    out.retain(|p| !p.text.is_empty());
    let packed = contains(bytes, b"/ObjStm") && !contains(bytes, b"<dc:") || contains(bytes, b"/Encrypt");
    (out, packed)
}

fn unescape(text: &str) -> Vec<u8> {
    let mut out = Vec::new();
    let mut rest = text.chars().map(|c| c as u32 as u8).peekable();
    while let Some(byte) = rest.next() {
        if byte != b'\\' {
            out.push(byte);
            continue;
        }
        let mut octal = String::new();
        while octal.len() < 3
            && let Some(digit) = rest.next_if(|b| (b'0'..=b'7').contains(b))
        {
            octal.push(digit as char);
        }
        match u16::from_str_radix(&octal, 8) {
            Ok(n) => out.push(n as u8),
            Err(_) => out.extend(rest.next()),
        }
    }
    out
}

fn hex_bytes(text: &str) -> Vec<u8> {
    let digits: Vec<u8> = text.chars().filter_map(|c| c.to_digit(16)).map(|d| d as u8).collect();
    digits.chunks(2).map(|pair| pair[0] << 4 | pair.get(1).copied().unwrap_or(0)).collect()
}

/// UTF-16 with its mark, UTF-8 with its mark, else one byte a character (PDFDocEncoding, which is Latin-1 for German).
fn decode(raw: &[u8]) -> String {
    if let Some(rest) = raw.strip_prefix(&[0xfe, 0xff]) {
        let units: Vec<u16> = rest.chunks_exact(2).map(|p| u16::from_be_bytes([p[0], p[1]])).collect();
        return String::from_utf16_lossy(&units);
    }
    if let Some(rest) = raw.strip_prefix(&[0xef, 0xbb, 0xbf]) {
        return String::from_utf8_lossy(rest).into_owned();
    }
    raw.iter().map(|b| char::from(*b)).collect()
}
