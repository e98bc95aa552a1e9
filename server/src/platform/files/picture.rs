//! Pictures: opened within limits, turned upright, and made anew from their pixels alone.

use std::io::{self, Cursor, Write};

use image::{
    DynamicImage, ImageDecoder, ImageError, ImageFormat, ImageReader, Limits, Rgb, RgbImage, Rgba,
    codecs::{
        jpeg::JpegEncoder,
        png::{CompressionType, FilterType, PngEncoder},
        webp::WebPEncoder,
    },
};
use shared::{
    complaint::{FILE_BYTES_MAX, PIXELS_MAX_MEGAPIXELS},
    problem::Problem,
};

use super::{Kind, jpeg};

/// Bytes that a picture's pixels may take when decoded: 64 megapixels of eight bytes, the deepest there are.
pub(super) const DECODED_BYTES_MAX: u64 = PIXELS_MAX_MEGAPIXELS as u64 * 8_000_000;

/// Bytes that a picture may have once made anew. It may grow a little: ours packs less well than some.
const STORED_BYTES_MAX: usize = 2 * FILE_BYTES_MAX as usize;

const TOO_MANY_PIXELS: Problem = Problem::TooManyPixels(PIXELS_MAX_MEGAPIXELS);
const TOO_LARGE: Problem = Problem::FileTooLarge(FILE_BYTES_MAX as u32);

/// How many bytes its pixels will take, by its header: nothing is allocated for them yet.
pub(super) fn decoded_bytes(bytes: &[u8], kind: Kind) -> Result<u64, Problem> {
    let decoder = open(bytes, kind)?;
    Ok(decoder.total_bytes())
}

/// Decodes a picture and encodes it anew; what it has become and its bytes.
///
/// A JPEG stays one, and so does a PNG. WebP can be written without loss only, which makes a photograph many
/// times larger, so it becomes a JPEG unless parts of it are transparent. Of an animation the first frame is kept.
pub(super) fn renew(bytes: &[u8], kind: Kind) -> Result<(Kind, Vec<u8>), Problem> {
    if kind == Kind::Jpeg && !jpeg::is_whole(bytes) {
        return Err(Problem::FileBroken);
    }
    encode(&decode(bytes, kind)?, kind)
}

/// The pixels of a picture, upright.
pub(super) fn decode(bytes: &[u8], kind: Kind) -> Result<DynamicImage, Problem> {
    let mut decoder = open(bytes, kind)?;
    let orientation = decoder.orientation().map_err(refusal)?;
    let mut image = plain(DynamicImage::from_decoder(decoder).map_err(refusal)?);
    image.apply_orientation(orientation);
    Ok(image)
}

/// The same pixels as bytes, of the kind they came as where that serves.
pub(super) fn encode(image: &DynamicImage, kind: Kind) -> Result<(Kind, Vec<u8>), Problem> {
    let ways: &[Way] = match (kind, image.color().has_alpha()) {
        (Kind::Png, true) => &[Way::Png],
        (Kind::WebP, true) => &[Way::WebP],
        (Kind::Png, false) => &[Way::Png, Way::Jpeg(85), Way::Jpeg(70)],
        _ => &[Way::Jpeg(85), Way::Jpeg(70)],
    };
    for way in ways {
        if let Some(bytes) = way.encode(image)? {
            return Ok((way.kind(), bytes));
        }
    }
    Err(TOO_LARGE)
}

/// Reads the header and refuses what would be too much to open.
fn open(bytes: &[u8], kind: Kind) -> Result<impl ImageDecoder + '_, Problem> {
    let format = match kind {
        Kind::Jpeg => ImageFormat::Jpeg,
        Kind::Png => ImageFormat::Png,
        Kind::WebP => ImageFormat::WebP,
        Kind::Pdf => return Err(Problem::FileKind),
    };
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format);
    let mut limits = Limits::no_limits();
    limits.max_alloc = Some(DECODED_BYTES_MAX);
    reader.limits(limits);
    let decoder = reader.into_decoder().map_err(refusal)?;
    let (width, height) = decoder.dimensions();
    if width == 0 || height == 0 {
        return Err(Problem::FileBroken);
    }
    let pixels = u64::from(width) * u64::from(height);
    if pixels > u64::from(PIXELS_MAX_MEGAPIXELS) * 1_000_000 || decoder.total_bytes() > DECODED_BYTES_MAX {
        return Err(TOO_MANY_PIXELS);
    }
    Ok(decoder)
}

/// Eight bits a channel, and transparency only where something is transparent.
fn plain(image: DynamicImage) -> DynamicImage {
    let is_grey = !image.color().has_color();
    if image.color().has_alpha() {
        let colours = image.into_rgba8();
        if colours.pixels().any(|pixel| pixel.0[3] != u8::MAX) {
            return colours.into();
        }
        return DynamicImage::from(colours).into_rgb8().into();
    }
    if is_grey { image.into_luma8().into() } else { image.into_rgb8().into() }
}

/// Without transparency: what shines through is white.
pub(super) fn on_paper(image: &DynamicImage) -> RgbImage {
    let mut paper = RgbImage::from_pixel(image.width(), image.height(), Rgb([u8::MAX; 3]));
    for (x, y, Rgba([red, green, blue, alpha])) in image.to_rgba8().enumerate_pixels() {
        let mixed = |ink: &u8| {
            let (ink, alpha) = (u32::from(*ink), u32::from(*alpha));
            ((ink * alpha + 255 * (255 - alpha)) / 255) as u8
        };
        paper.put_pixel(x, y, Rgb([mixed(red), mixed(green), mixed(blue)]));
    }
    paper
}

fn refusal(error: ImageError) -> Problem {
    match error {
        ImageError::Limits(_) => TOO_MANY_PIXELS,
        _ => Problem::FileBroken,
    }
}

#[derive(Clone, Copy)]
enum Way {
    Jpeg(u8),
    Png,
    WebP,
}

impl Way {
    fn kind(self) -> Kind {
        match self {
            Self::Jpeg(_) => Kind::Jpeg,
            Self::Png => Kind::Png,
            Self::WebP => Kind::WebP,
        }
    }

    /// The picture's bytes, or none if they would be too many.
    fn encode(self, image: &DynamicImage) -> Result<Option<Vec<u8>>, Problem> {
        let mut target = Capped(Vec::new());
        let outcome = match self {
            Self::Jpeg(quality) => {
                image.write_with_encoder(JpegEncoder::new_with_quality(&mut target, quality))
            }
            Self::Png => image.write_with_encoder(PngEncoder::new_with_quality(
                &mut target,
                CompressionType::Fast,
                FilterType::Adaptive,
            )),
            Self::WebP => image.write_with_encoder(WebPEncoder::new_lossless(&mut target)),
        };
        match outcome {
            Ok(()) => Ok(Some(target.0)),
            Err(ImageError::IoError(error)) if error.kind() == io::ErrorKind::FileTooLarge => Ok(None),
            // A WebP has at most 16,383 pixels a side, a JPEG 65,535; only a made-up picture meets that here.
            Err(_) => Err(Problem::FileBroken),
        }
    }
}

/// Memory for an encoder, but not without end.
struct Capped(Vec<u8>);

impl Write for Capped {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.0.len() + bytes.len() > STORED_BYTES_MAX {
            return Err(io::ErrorKind::FileTooLarge.into());
        }
        self.0.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[cfg(test)]
mod tests;
