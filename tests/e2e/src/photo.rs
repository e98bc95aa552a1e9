use std::io::Cursor;
use std::path::PathBuf;

use image::codecs::jpeg::JpegEncoder;
use image::{Rgb, RgbImage};
use tempfile::TempDir;

use crate::Result;

/// A photograph as a phone takes it: a real JPEG of a good megabyte, with the place where it was taken in its EXIF.
pub fn photo_with_gps() -> Result<Vec<u8>> {
    photo(|_, _| false)
}

/// The same with a mark in a colour that is nowhere else in it, such as a face would be: a fifth of its width from the
/// left, a fifth of its height from above, a tenth of its width wide and high.
pub fn photo_with_mark() -> Result<Vec<u8>> {
    photo(|x, y| (320..480).contains(&x) && (240..400).contains(&y))
}

/// The share of a stored picture's pixels that show the mark, and of those at the mark's place that are black.
pub fn mark_in(file: &[u8]) -> Result<(f64, f64)> {
    let picture = image::load_from_memory(file)?.to_rgb8();
    let (width, height) = (f64::from(picture.width()), f64::from(picture.height()));
    let is_mark = |pixel: &Rgb<u8>| pixel.0[0] > 200 && pixel.0[1] < 100 && pixel.0[2] > 200;
    let shows = picture.pixels().filter(|pixel| is_mark(pixel)).count() as f64 / (width * height);
    let place: Vec<bool> = picture
        .enumerate_pixels()
        .filter(|(x, y, _)| {
            (0.2..0.3).contains(&(f64::from(*x) / width))
                && (0.2..1.0 / 3.0).contains(&(f64::from(*y) / height))
        })
        .map(|(_, _, pixel)| pixel.0.iter().all(|part| *part < 12))
        .collect();
    let black = place.iter().filter(|is_black| **is_black).count() as f64 / place.len() as f64;
    Ok((shows, black))
}

fn photo(is_mark: impl Fn(u32, u32) -> bool) -> Result<Vec<u8>> {
    // Grain that compresses as badly as a real scene does.
    let mut grain = 0x2545_f491_u32;
    let picture = RgbImage::from_fn(1600, 1200, |x, y| {
        grain ^= grain << 13;
        grain ^= grain >> 17;
        grain ^= grain << 5;
        let noise = (grain % 64) as u8;
        if is_mark(x, y) {
            return Rgb([255, 0, 255]);
        }
        Rgb([(x / 8) as u8 / 2 + noise, (y / 6) as u8 / 2 + noise, 90 + noise])
    });
    let mut jpeg = Cursor::new(Vec::new());
    JpegEncoder::new_with_quality(&mut jpeg, 88).encode_image(&picture)?;
    let jpeg = jpeg.into_inner();
    // Straight after the start of the image, where cameras put it.
    let (start, rest) = jpeg.split_at(2);
    Ok([start, &exif(), rest].concat())
}

/// The file that people choose, as long as its folder lives.
pub fn photo_file(photo: &[u8]) -> Result<(TempDir, PathBuf)> {
    let folder = tempfile::tempdir()?;
    let file = folder.path().join("jembatan.jpg");
    std::fs::write(&file, photo)?;
    Ok((folder, file))
}

/// Whether a file still says where it was taken.
pub fn holds_gps(file: &[u8]) -> bool {
    let holds = |needle: &[u8]| file.windows(needle.len()).any(|window| window == needle);
    holds(b"Exif\0\0") || holds(&coordinates()) || holds(CAMERA)
}

const CAMERA: &[u8] = b"Telepon Contoh 9";

/// 0° 54' 0" south, 119° 50' 30" east, as degrees, minutes and seconds.
const PLACE: [[u32; 3]; 2] = [[0, 54, 0], [119, 50, 30]];

fn coordinates() -> Vec<u8> {
    PLACE.as_flattened().iter().flat_map(|part| [part.to_be_bytes(), 1u32.to_be_bytes()].concat()).collect()
}

/// An APP1 segment: a TIFF header, a directory with the camera's model and the way to the GPS directory, and that.
fn exif() -> Vec<u8> {
    const ASCII: u16 = 2;
    const LONG: u16 = 4;
    const RATIONAL: u16 = 5;
    let entry = |tag: u16, kind: u16, count: u32, value: [u8; 4]| {
        [&tag.to_be_bytes()[..], &kind.to_be_bytes(), &count.to_be_bytes(), &value].concat()
    };
    // Offsets are from the TIFF header. Directories: 2 bytes of count, 12 for each entry, 4 for the next one.
    let gps = 8 + 2 + 2 * 12 + 4;
    let model = gps + 2 + 4 * 12 + 4;
    let places = model + CAMERA.len() as u32 + 2;
    let tiff = [
        b"MM\0\x2a".to_vec(),
        8u32.to_be_bytes().to_vec(),
        2u16.to_be_bytes().to_vec(),
        entry(0x0110, ASCII, CAMERA.len() as u32 + 1, model.to_be_bytes()),
        entry(0x8825, LONG, 1, gps.to_be_bytes()),
        vec![0; 4],
        4u16.to_be_bytes().to_vec(),
        entry(1, ASCII, 2, *b"S\0\0\0"),
        entry(2, RATIONAL, 3, places.to_be_bytes()),
        entry(3, ASCII, 2, *b"E\0\0\0"),
        entry(4, RATIONAL, 3, (places + 24).to_be_bytes()),
        vec![0; 4],
        CAMERA.to_vec(),
        vec![0; 2],
        coordinates(),
    ]
    .concat();
    let length = (2 + 6 + tiff.len()) as u16;
    [&[0xff, 0xe1][..], &length.to_be_bytes(), b"Exif\0\0", &tiff].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_mark_is_found_where_it_is_and_nowhere_else() {
        let (shows, black) = mark_in(&photo_with_mark().expect("is encoded")).expect("is a picture");
        assert!((0.012..0.015).contains(&shows) && black == 0.0, "{shows} {black}");
        let (shows, _) = mark_in(&photo_with_gps().expect("is encoded")).expect("is a picture");
        assert_eq!(shows, 0.0);
    }

    #[test]
    fn the_photo_is_one_and_says_where_it_was_taken() {
        let photo = photo_with_gps().expect("is encoded");
        let picture = image::load_from_memory(&photo).expect("is a picture");
        assert_eq!((picture.width(), picture.height()), (1600, 1200));
        assert!(holds_gps(&photo));
        assert!(photo.len() > 600_000, "{} bytes", photo.len());
        let mut plain = Cursor::new(Vec::new());
        picture.write_to(&mut plain, image::ImageFormat::Jpeg).expect("is encoded");
        assert!(!holds_gps(plain.get_ref()));
    }
}
