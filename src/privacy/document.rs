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

/// `/Key (…)` and `/Key <feff…>` of a dictionary (ISO 32000, 7.3). Anybody may add keys of their own.
static ENTRY: Pattern =
    Pattern::new(r"/([^\s()<>\[\]{}/%]{1,60})\s*(?:\(((?:[^()\\]|\\.){0,400})\)|<([0-9A-Fa-f\s]{2,1600})>)");
/// What the information dictionary holds (14.3.3); an object with one of these is taken for it.
static INFO: Pattern = Pattern::new(r"/(?:Author|Title|Subject|Keywords|Creator|Producer|CreationDate|ModDate)\b");
/// `<dc:creator>` and its like of XMP (ISO 16684), as an element or as an attribute.
static XMP: Pattern = Pattern::new(
    r#"(?:<)?\b(?:dc|pdf|pdfx|xmp|xmpMM|xmpRights|photoshop):(creator|contributor|publisher|title|description|subject|rights|Author|Keywords|Producer|CreatorTool|Manager|Owner|CaptionWriter|AuthorsPosition|Credit|Bearbeiter|Verfasser|Autor|Ersteller)(?:="([^"]{1,400})"|[^>="]*>((?s:.){0,800}?)</(?:dc|pdf|pdfx|xmp|xmpMM|xmpRights|photoshop):)"#,
);
static TAG: Pattern = Pattern::new(r"<[^>]*>");
/// Parts of keys, in small letters, that name who made a document or works on it.
const AUTHORS: [&str; 14] = [
    "author",
    "autor",
    "verfass",
    "bearbeit",
    "erstell",
    "manager",
    "modifiedby",
    "savedby",
    "benutzer",
    "user",
    "owner",
    "contributor",
    "captionwriter",
    "kontakt",
];
/// Parts of names of programs that make documents.
const PROGRAMS: [&str; 50] = [
    "word",
    "writer",
    "calc",
    "impress",
    "office",
    "excel",
    "powerpoint",
    "publisher",
    "outlook",
    "adobe",
    "acrobat",
    "indesign",
    "illustrator",
    "photoshop",
    "tex",
    "pdf",
    "chrom",
    "mozilla",
    "firefox",
    "safari",
    "print",
    "druck",
    "scan",
    "quark",
    "scribus",
    "inkscape",
    "cairo",
    "pandoc",
    "typst",
    "groff",
    "quartz",
    "draw",
    "canva",
    "apple",
    "pages",
    "google",
    "skia",
    "prince",
    "antenna",
    "apache",
    "jasper",
    "crystal",
    "report",
    "ghostscript",
    "distiller",
    "affinity",
    "corel",
    "gimp",
    "visio",
    "axes",
];

/// Whether bytes are a PDF.
pub fn is_pdf(bytes: &[u8]) -> bool {
    bytes.starts_with(b"%PDF-")
}

/// All properties that can be read, and whether others may be packed or locked.
pub fn properties(bytes: &[u8]) -> (Vec<Property>, bool) {
    // One character a byte: positions and the marks of PDF stay as they are.
    let text: String = bytes.iter().map(|b| char::from(*b)).collect();
    let mut out = Vec::new();
    for object in text.split("endobj").map(|object| object.split("stream").next().unwrap_or(object)) {
        if !INFO.is_in(object) {
            continue;
        }
        for found in ENTRY.all(object) {
            let key = found.get(1).map_or("", |key| key.as_str());
            let raw = match (found.get(2), found.get(3)) {
                (Some(plain), _) => unescape(plain.as_str()),
                (_, Some(hex)) => hex_bytes(hex.as_str()),
                _ => continue,
            };
            // Marks of the file and days are no words.
            if !["ID", "CreationDate", "ModDate"].contains(&key) {
                out.push(property(key, decode(&raw)));
            }
        }
    }
    for found in XMP.all(&text) {
        let (Some(name), Some(body)) = (found.get(1), found.get(2).or(found.get(3))) else { continue };
        let mut plain = body.as_str().to_owned();
        while let Some(tag) = TAG.first(&plain).and_then(|c| c.get(0)).map(|m| m.range()) {
            plain.replace_range(tag, " ");
        }
        // XMP is UTF-8.
        let bytes: Vec<u8> = plain.chars().map(|c| c as u32 as u8).collect();
        let key = match name.as_str() {
            "creator" => "author",
            "CreatorTool" => "Creator",
            other => other,
        };
        out.push(property(key, String::from_utf8_lossy(&bytes).into_owned()));
    }
    out.retain(|p| !p.text.is_empty());
    let packed = contains(bytes, b"/ObjStm") && !contains(bytes, b"<dc:") || contains(bytes, b"/Encrypt");
    (out, packed)
}

/// A property under its key. `Creator` is the program; what is none there is who sat before it.
fn property(key: &str, text: String) -> Property {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let key = key.to_lowercase();
    let author = key == "creator" && !is_program(&text) || AUTHORS.iter().any(|part| key.contains(part));
    Property { author, text }
}

/// Whether a text names a program: one that is known, or something with its version.
fn is_program(text: &str) -> bool {
    let lower = text.to_lowercase();
    let version = |word: &str| word.starts_with(|c: char| c.is_ascii_digit()) || word.contains('.');
    PROGRAMS.iter().any(|program| lower.contains(program))
        || lower.split(' ').skip(1).any(|word| version(word) && word.contains(|c: char| c.is_ascii_digit()))
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
