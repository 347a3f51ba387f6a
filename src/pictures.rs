//! Takes an image, gives smaller copies of it for phones and for ordinary screens. It never makes an image larger, and
//! keeps no copy that saves nothing. Copies hold the picture alone, upright: no camera, no place, no name.
//!
//! JPEG and PNG only; SVG needs no copies. Why no WebP and no AVIF: `docs/performance.md`, "Pictures".

use image::codecs::jpeg::JpegEncoder;
use image::codecs::png::{CompressionType, FilterType as PngFilter, PngEncoder};
use image::imageops::FilterType;
use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageEncoder, ImageFormat, ImageReader};
use quick_xml::Reader;
use quick_xml::events::Event;
use std::io::Cursor;
use std::sync::Arc;

/// Widths of copies in pixels: beside easy texts and on small phones; on phones and screens; on dense screens.
pub const WIDTHS: [u32; 3] = [320, 640, 1280];

/// Quality of JPEG copies, of 100.
const QUALITY: u8 = 80;

/// A smaller copy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Smaller {
    /// Pixels.
    pub width: u32,
    /// Pixels.
    pub height: u32,
    /// The file, of the kind of the original.
    pub bytes: Arc<[u8]>,
}

/// An image and its copies.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    /// Pixels, as shown: a photo taken upright is higher than wide.
    pub width: u32,
    /// Pixels.
    pub height: u32,
    /// Copies, the smallest first.
    pub copies: Vec<Smaller>,
}

/// The copies of a JPEG or PNG file. `None` where it is neither, cannot be read, or is small already.
pub fn smaller(bytes: &[u8]) -> Option<Picture> {
    let reader = ImageReader::new(Cursor::new(bytes)).with_guessed_format().ok()?;
    let format = reader.format().filter(|f| matches!(f, ImageFormat::Jpeg | ImageFormat::Png))?;
    let mut decoder = reader.into_decoder().ok()?;
    let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let profile = decoder.icc_profile().ok().flatten();
    if decoder.dimensions().0.max(decoder.dimensions().1) <= WIDTHS[0] {
        return None;
    }
    let mut image = DynamicImage::from_decoder(decoder).ok()?;
    image.apply_orientation(orientation);
    let (width, height) = (image.width(), image.height());
    let mut copies: Vec<Smaller> = Vec::new();
    let mut most = bytes.len();
    // From large to small: each copy is made of the one before.
    for wanted in WIDTHS.into_iter().rev().filter(|w| *w < width) {
        let wanted_height = (u64::from(height) * u64::from(wanted) / u64::from(width)).max(1) as u32;
        image = image.resize_exact(wanted, wanted_height, FilterType::Lanczos3);
        let copy = encode(&image, format, profile.as_deref())?;
        if copy.len() < most {
            most = copy.len();
            copies.push(Smaller { width: wanted, height: wanted_height, bytes: copy.into() });
        }
    }
    copies.reverse();
    (!copies.is_empty()).then_some(Picture { width, height, copies })
}

/// Width and height of a JPEG, PNG, WebP or SVG in its own units; of an SVG its `viewBox`, else its `width` and `height`.
/// `None` where they cannot be read, or one is 0.
pub fn shape(bytes: &[u8]) -> Option<(f64, f64)> {
    let size = match imagesize::blob_size(bytes) {
        Ok(size) => (size.width as f64, size.height as f64),
        Err(_) => drawing_shape(std::str::from_utf8(bytes).ok()?)?,
    };
    (size.0 > 0.0 && size.1 > 0.0).then_some(size)
}

fn drawing_shape(text: &str) -> Option<(f64, f64)> {
    let mut reader = Reader::from_str(text);
    let root = loop {
        match reader.read_event().ok()? {
            Event::Start(tag) | Event::Empty(tag) => break tag,
            Event::Eof => return None,
            _ => {}
        }
    };
    let attribute = |name: &str| {
        let found = root.attributes().flatten().find(|a| a.key.as_ref() == name)?;
        Some(found.value.to_string())
    };
    if root.local_name().as_ref() != "svg" {
        return None;
    }
    let viewed: Option<Vec<f64>> = attribute("viewBox")
        .and_then(|v| v.split([' ', ',']).filter(|n| !n.is_empty()).map(|n| n.parse().ok()).collect());
    if let Some([_, _, width, height]) = viewed.as_deref() {
        return Some((*width, *height));
    }
    let length = |name| attribute(name)?.trim_end_matches("px").parse::<f64>().ok();
    Some((length("width")?, length("height")?))
}

fn encode(image: &DynamicImage, format: ImageFormat, profile: Option<&[u8]>) -> Option<Vec<u8>> {
    let mut out = Vec::new();
    if format == ImageFormat::Jpeg {
        let mut encoder = JpegEncoder::new_with_quality(&mut out, QUALITY);
        // Colours without their profile would be other colours; a format that cannot hold it does without.
        let _ = profile.map(|p| encoder.set_icc_profile(p.to_vec()));
        DynamicImage::from(image.to_rgb8()).write_with_encoder(encoder).ok()?;
    } else {
        let mut encoder = PngEncoder::new_with_quality(&mut out, CompressionType::Best, PngFilter::Adaptive);
        let _ = profile.map(|p| encoder.set_icc_profile(p.to_vec()));
        image.write_with_encoder(encoder).ok()?;
    }
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::shape;

    #[test]
    fn drawings_have_a_shape() {
        for (svg, wanted) in [
            ("<svg viewBox=\"0 0 300 100\"/>", Some((300.0, 100.0))),
            ("<?xml version=\"1.0\"?>\n<!-- x --><svg viewBox=\"0,0,3.5,1\" width=\"9\">", Some((3.5, 1.0))),
            ("<svg width=\"30px\" height=\"10\"></svg>", Some((30.0, 10.0))),
            ("<svg viewBox=\"0 0 300 0\"/>", None),
            ("<svg width=\"100%\" height=\"10\"/>", None),
            ("<g viewBox=\"0 0 3 1\"/>", None),
            ("kein Bild", None),
        ] {
            assert_eq!(shape(svg.as_bytes()), wanted, "{svg}");
        }
    }
}
