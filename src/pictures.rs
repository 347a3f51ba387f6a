//! Takes an image, gives smaller copies of it for phones and for ordinary screens. It never makes an image larger, and
//! keeps no copy that saves nothing. Copies hold the picture alone, upright: no camera, no place, no name.
//!
//! JPEG and PNG only. WebP would save more, but the encoder of the library is a lossless one; SVG needs no copies.

use image::codecs::jpeg::JpegEncoder;
use image::codecs::png::{CompressionType, FilterType as PngFilter, PngEncoder};
use image::imageops::FilterType;
use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageEncoder, ImageFormat, ImageReader};
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
