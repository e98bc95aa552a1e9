//! Photos for everyone: parts of them painted black, and a small version for phones.

use std::io::Cursor;
use std::sync::Arc;

use image::codecs::jpeg::JpegEncoder;
use image::imageops::FilterType;
use image::{DynamicImage, Rgba};
use shared::complaint::{BOXES_MAX, PhotoBox};
use shared::problem::Problem;

use super::{FileError, Files, Kind, picture};

/// Pixels of the long side of a small version: as wide as a cheap phone's screen.
const SMALL_SIDE: u32 = 480;
const SMALL_QUALITY: u8 = 70;
/// Opaque in every kind of picture.
const BLACK: Rgba<u8> = Rgba([0, 0, 0, u8::MAX]);

/// A small version.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Small {
    /// A JPEG.
    pub bytes: Vec<u8>,
    /// Pixels from left to right.
    pub width: u32,
    /// Pixels from above to below.
    pub height: u32,
}

/// A photo for everyone.
pub struct Painted {
    /// What it is, with boxes.
    pub kind: Kind,
    /// The photo with boxes; none where there are no boxes, and it is shown as it is.
    pub bytes: Option<Vec<u8>>,
    /// The small version, with boxes.
    pub small: Small,
}

impl Files {
    /// Paints boxes over a photo: nothing of what lies under them is left in what comes out, which is made from its pixels
    /// alone.
    ///
    /// # Errors
    /// [`FileError::Refused`] where it is no picture, where a box lies beside it, and where there are too many.
    pub async fn paint(&self, bytes: Arc<[u8]>, boxes: Vec<PhotoBox>) -> Result<Painted, FileError> {
        if boxes.len() > BOXES_MAX {
            return Err(FileError::Refused(Problem::TooMany(BOXES_MAX as u32)));
        }
        let kind = Kind::of(&bytes).filter(|kind| *kind != Kind::Pdf);
        let kind = kind.ok_or(FileError::Refused(Problem::FileKind))?;
        self.examiner().decode(bytes, kind, move |bytes| paint(bytes, kind, &boxes)).await
    }
}

fn paint(bytes: &[u8], kind: Kind, boxes: &[PhotoBox]) -> Result<Painted, Problem> {
    let mut image = picture::decode(bytes, kind)?;
    let (width, height) = (image.width(), image.height());
    if !boxes.iter().all(|one| one.fits(width, height)) {
        return Err(Problem::OutOfRange(width.max(height)));
    }
    if boxes.is_empty() {
        return Ok(Painted { kind, bytes: None, small: small(&image)? });
    }
    for one in boxes {
        cover(&mut image, *one);
    }
    let small = small(&image)?;
    let (kind, bytes) = picture::encode(&image, kind)?;
    Ok(Painted { kind, bytes: Some(bytes), small })
}

fn cover(image: &mut DynamicImage, part: PhotoBox) {
    let PhotoBox { left, top, width, height } = part;
    match image {
        DynamicImage::ImageLuma8(grey) => {
            for y in top..top + height {
                (left..left + width).for_each(|x| grey.put_pixel(x, y, image::Luma([0])));
            }
        }
        DynamicImage::ImageRgb8(colours) => {
            for y in top..top + height {
                (left..left + width).for_each(|x| colours.put_pixel(x, y, image::Rgb([0, 0, 0])));
            }
        }
        other => {
            for y in top..top + height {
                (left..left + width).for_each(|x| image::GenericImage::put_pixel(other, x, y, BLACK));
            }
        }
    }
}

fn small(image: &DynamicImage) -> Result<Small, Problem> {
    let is_small = image.width().max(image.height()) <= SMALL_SIDE;
    let image =
        if is_small { image.clone() } else { image.resize(SMALL_SIDE, SMALL_SIDE, FilterType::Triangle) };
    // What is transparent becomes paper.
    let image = DynamicImage::from(picture::on_paper(&image));
    let mut bytes = Cursor::new(Vec::new());
    let encoder = JpegEncoder::new_with_quality(&mut bytes, SMALL_QUALITY);
    image.write_with_encoder(encoder).map_err(|_| Problem::FileBroken)?;
    Ok(Small { bytes: bytes.into_inner(), width: image.width(), height: image.height() })
}

#[cfg(test)]
mod tests {
    use super::*;
    use image::{ImageFormat, RgbImage, RgbaImage};

    fn encoded(image: impl Into<DynamicImage>, format: ImageFormat) -> Vec<u8> {
        let mut bytes = Cursor::new(Vec::new());
        image.into().write_to(&mut bytes, format).unwrap();
        bytes.into_inner()
    }

    fn red(width: u32, height: u32) -> RgbImage {
        RgbImage::from_pixel(width, height, image::Rgb([200, 30, 30]))
    }

    #[test]
    fn what_is_covered_is_black_and_nothing_else_is() {
        let part = PhotoBox { left: 40, top: 20, width: 30, height: 10 };
        for (format, kind) in [(ImageFormat::Png, Kind::Png), (ImageFormat::Jpeg, Kind::Jpeg)] {
            let painted = paint(&encoded(red(120, 80), format), kind, &[part]).unwrap();
            assert_eq!(painted.kind, kind);
            let read = image::load_from_memory(&painted.bytes.unwrap()).unwrap().into_rgb8();
            assert_eq!(read.dimensions(), (120, 80));
            for (x, y, pixel) in read.enumerate_pixels() {
                let is_covered = (40..70).contains(&x) && (20..30).contains(&y);
                // A JPEG's blocks of sixteen pixels mix what is near an edge; deep within nothing is left.
                let is_edge =
                    kind == Kind::Jpeg && (24..86).contains(&x) && (4..46).contains(&y) && !is_covered;
                assert!(is_edge || (pixel.0[0] < 60) == is_covered, "{x} {y} {pixel:?}");
            }
        }
    }

    #[test]
    fn small_versions_are_small() {
        let painted = paint(&encoded(red(1600, 1200), ImageFormat::Jpeg), Kind::Jpeg, &[]).unwrap();
        assert!(painted.bytes.is_none());
        assert_eq!((painted.small.width, painted.small.height), (480, 360));
        assert!(painted.small.bytes.len() < 40_000);
        let tiny = paint(&encoded(red(20, 10), ImageFormat::Png), Kind::Png, &[]).unwrap();
        assert_eq!((tiny.small.width, tiny.small.height), (20, 10));
    }

    #[test]
    fn what_is_transparent_is_covered_and_becomes_paper() {
        let glass = RgbaImage::from_pixel(60, 40, Rgba([0, 90, 0, 0]));
        let part = PhotoBox { left: 0, top: 0, width: 20, height: 40 };
        let painted = paint(&encoded(glass, ImageFormat::Png), Kind::Png, &[part]).unwrap();
        let read = image::load_from_memory(&painted.bytes.unwrap()).unwrap().into_rgba8();
        assert_eq!((read.get_pixel(5, 5).0, read.get_pixel(50, 5).0[3]), ([0, 0, 0, 255], 0));
        let small = image::load_from_memory(&painted.small.bytes).unwrap().into_rgb8();
        assert!(small.get_pixel(55, 20).0.iter().all(|part| *part > 240));
    }

    #[test]
    fn boxes_beside_the_picture_are_refused() {
        let beside = PhotoBox { left: 110, top: 0, width: 20, height: 10 };
        let refused = paint(&encoded(red(120, 80), ImageFormat::Png), Kind::Png, &[beside]).err();
        assert_eq!(refused, Some(Problem::OutOfRange(120)));
    }
}
