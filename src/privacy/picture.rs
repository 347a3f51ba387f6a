//! Takes the bytes of a picture, gives what they tell besides the picture, and the same picture without it. No pixel changes.

use super::gif;
use exif::{In, Reader, Tag, Value};
use img_parts::jpeg::{Jpeg, JpegSegment, markers};
use img_parts::png::{Png, PngChunk};
use img_parts::riff::{RiffChunk, RiffContent};
use img_parts::{Bytes, ImageEXIF};
use std::ops::RangeInclusive;

/// What a picture tells besides itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Facts {
    /// Where it was taken.
    pub place: bool,
    /// How it must be turned to stand upright: 1 (not at all) to 8, as in Exif.
    pub orientation: u32,
}

/// The chunk of a PNG that holds Exif.
const CHUNK_EXIF: [u8; 4] = *b"eXIf";
/// Exif begins so in a JPEG segment.
const EXIF: &[u8] = b"Exif\0\0";
/// Segments of a JPEG that hold no picture: APP0 to APP15.
const APPS: RangeInclusive<u8> = markers::APP0..=markers::APP15;
/// Chunks of a PNG that the picture needs to look the same (PNG, third edition, with animation).
const PNG: [&[u8; 4]; 18] = [
    b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"cICP", b"mDCV", b"cLLI",
    b"sBIT", b"pHYs", b"bKGD", b"acTL", b"fcTL", b"fdAT",
];
/// Chunks of a WebP that the picture needs.
const WEBP: [&[u8; 4]; 7] = [b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ANIM", b"ANMF", b"ICCP"];
/// Flags in VP8X that say that there are Exif and XMP.
const WEBP_FLAGS: u8 = 0x08 | 0x04;

/// A picture of a format that can be read and cleaned.
enum Picture {
    Jpeg(Jpeg),
    Png(Png),
    WebP(RiffChunk),
    /// Without what is no picture.
    Gif(Vec<u8>),
}

fn read(bytes: &[u8]) -> Option<Picture> {
    let copy = || Bytes::copy_from_slice(bytes);
    if bytes.starts_with(&[0xff, 0xd8]) {
        return Jpeg::from_bytes(copy())
            .ok()
            .filter(|j| j.segments().iter().any(JpegSegment::has_entropy))
            .map(Picture::Jpeg);
    }
    if bytes.starts_with(b"\x89PNG") {
        return Png::from_bytes(copy()).ok().map(Picture::Png);
    }
    if gif::is_gif(bytes) {
        return gif::clean(bytes).map(Picture::Gif);
    }
    let webp = bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP");
    webp.then(|| RiffChunk::from_bytes(copy()).ok()).flatten().map(Picture::WebP)
}

/// What a JPEG, PNG, WebP or GIF tells; `None` if it is none of them or damaged.
pub fn facts(bytes: &[u8]) -> Option<Facts> {
    let raw = match read(bytes)? {
        Picture::Jpeg(jpeg) => jpeg.exif(),
        Picture::Png(png) => png.chunk_by_type(CHUNK_EXIF).map(|c| c.contents().clone()),
        Picture::WebP(riff) => {
            chunks(&riff).iter().find(|c| c.id() == *b"EXIF").and_then(|c| c.content().data().cloned())
        }
        Picture::Gif(_) => None,
    };
    // XMP is text in all of them; the names of its fields stand there as they are.
    let xmp =
        contains(bytes, b"exif:GPS") || contains(bytes, b"Iptc4xmpCore:Location") || contains(bytes, b"photoshop:City");
    let raw = raw.map(|b| b.strip_prefix(EXIF).unwrap_or(&b).to_vec());
    let Some(exif) = raw.and_then(|raw| Reader::new().read_raw(raw).ok()) else {
        return Some(Facts { place: xmp, orientation: 1 });
    };
    let gps = [Tag::GPSLatitude, Tag::GPSLongitude, Tag::GPSAreaInformation];
    let turned = exif.get_field(Tag::Orientation, In::PRIMARY).and_then(|f| f.value.get_uint(0));
    let filled = |f: &exif::Field| !matches!(&f.value, Value::Ascii(v) if v.iter().all(Vec::is_empty));
    let place = exif.fields().any(|f| gps.contains(&f.tag) && filled(f));
    Some(Facts { place: place || xmp, orientation: turned.filter(|n| (1..=8).contains(n)).unwrap_or(1) })
}

/// The same picture without place, time, device, names, comments and thumbnails. Colour profiles stay; so does the way it
/// must be turned. `None` if it is of another format or damaged.
pub fn clean(bytes: &[u8]) -> Option<Vec<u8>> {
    let turned = facts(bytes)?.orientation;
    let upright = (turned != 1).then(|| Bytes::from(orientation_only(turned)));
    match read(bytes)? {
        Picture::Jpeg(mut jpeg) => {
            jpeg.segments_mut().retain(|s| {
                let c = s.contents();
                match s.marker() {
                    markers::APP0 => c.starts_with(b"JFIF\0"),
                    markers::APP2 => c.starts_with(b"ICC_PROFILE\0"),
                    markers::APP14 => c.starts_with(b"Adobe"),
                    marker => !APPS.contains(&marker) && marker != markers::COM,
                }
            });
            if let Some(exif) = upright {
                let body = [EXIF, &exif].concat();
                let after = usize::from(jpeg.segments().first().is_some_and(|s| s.marker() == markers::APP0));
                jpeg.segments_mut().insert(after, JpegSegment::new_with_contents(markers::APP1, body.into()));
            }
            let bytes = jpeg.encoder().bytes();
            Some(bytes[..end_of_jpeg(&bytes)].to_vec())
        }
        Picture::Png(mut png) => {
            png.chunks_mut().retain(|c| PNG.contains(&&c.kind()));
            if let (Some(exif), true) = (upright, !png.chunks().is_empty()) {
                png.chunks_mut().insert(1, PngChunk::new(CHUNK_EXIF, exif));
            }
            Some(png.encoder().bytes().to_vec())
        }
        Picture::WebP(mut riff) => {
            if let RiffContent::List { subchunks, .. } = riff.content_mut() {
                subchunks.retain(|c| WEBP.contains(&&c.id()));
                let keeps = upright.is_some();
                for chunk in subchunks.iter_mut().filter(|c| c.id() == *b"VP8X") {
                    if let RiffContent::Data(data) = chunk.content_mut() {
                        let mut head = data.to_vec();
                        if let Some(flags) = head.first_mut() {
                            *flags = *flags & !WEBP_FLAGS | if keeps { 0x08 } else { 0 };
                        }
                        *data = head.into();
                    }
                }
                // Only the long form has room for Exif; a picture that was turned has it.
                if let Some(exif) = upright.filter(|_| subchunks.iter().any(|c| c.id() == *b"VP8X")) {
                    subchunks.push(RiffChunk::new(*b"EXIF", RiffContent::Data(exif)));
                }
            }
            Some(riff.encoder().bytes().to_vec())
        }
        Picture::Gif(clean) => Some(clean),
    }
}

fn chunks(riff: &RiffChunk) -> &[RiffChunk] {
    match riff.content() {
        RiffContent::List { subchunks, .. } => subchunks,
        RiffContent::Data(_) => &[],
    }
}

/// Where a JPEG ends: after its mark of the end. Phones put films and second pictures behind it, with places of their own.
fn end_of_jpeg(bytes: &[u8]) -> usize {
    let mut at = 2;
    while let Some(rest) = bytes.get(at..).filter(|r| r.len() > 1) {
        at += match (rest[0], rest[1]) {
            (0xff, markers::EOI) => return at + 2,
            // Data of the picture, a stuffed byte, a mark without a length.
            (0xff, 0x00 | 0xd0..=0xd7) => 2,
            (0xff, 0xff) => 1,
            (0xff, _) => 2 + rest.get(2..4).map_or(0, |l| usize::from(u16::from_be_bytes([l[0], l[1]]))),
            _ => 1,
        };
    }
    bytes.len()
}

/// Exif with one field: how the picture must be turned (TIFF 6.0, little endian).
fn orientation_only(turned: u32) -> Vec<u8> {
    let mut out = b"II\x2a\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0".to_vec();
    out.extend((turned as u16).to_le_bytes());
    out.extend([0; 6]);
    out
}

/// Whether bytes hold a row of others.
pub(super) fn contains(bytes: &[u8], wanted: &[u8]) -> bool {
    bytes.windows(wanted.len()).any(|w| w == wanted)
}
