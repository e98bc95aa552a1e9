//! Pictures and documents, good and bad.

use std::io::Cursor;

use image::{ImageFormat, Rgb, RgbImage};

/// Words that a phone leaves in a photo; none may be left in what is stored.
pub const CAMERA: &[u8] = b"KAMERA-REKAAN";

fn encode(width: u32, height: u32, format: ImageFormat) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    let picture = RgbImage::from_fn(width, height, |x, y| Rgb([x as u8, y as u8, (x * y) as u8]));
    picture.write_to(&mut bytes, format).expect("is encoded");
    bytes.into_inner()
}

/// A PNG.
pub fn png(width: u32, height: u32) -> Vec<u8> {
    encode(width, height, ImageFormat::Png)
}

/// A JPEG without metadata.
pub fn jpeg(width: u32, height: u32) -> Vec<u8> {
    encode(width, height, ImageFormat::Jpeg)
}

/// A JPEG as a phone makes it: with its camera's name, a comment and the position.
pub fn jpeg_with_position(width: u32, height: u32) -> Vec<u8> {
    let plain = jpeg(width, height);
    let exif = [b"Exif\0\0".as_slice(), &exif()].concat();
    let segment = |marker: u8, payload: &[u8]| {
        let length = u16::try_from(payload.len() + 2).expect("is short").to_be_bytes();
        [&[0xff, marker], &length[..], payload].concat()
    };
    [&plain[..2], &segment(0xe1, &exif), &segment(0xfe, CAMERA), &plain[2..]].concat()
}

/// A TIFF structure with a camera's model and a GPS directory: 0° 53′ 59″ S, 119° 51′ 0″ E.
fn exif() -> Vec<u8> {
    let entry = |tag: u16, kind: u16, count: u32, value: u32| {
        [&tag.to_be_bytes()[..], &kind.to_be_bytes(), &count.to_be_bytes(), &value.to_be_bytes()].concat()
    };
    let rationals = |numbers: [u32; 3]| {
        numbers.iter().flat_map(|n| [n.to_be_bytes(), 1u32.to_be_bytes()].concat()).collect::<Vec<u8>>()
    };
    const ASCII: u16 = 2;
    const LONG: u16 = 4;
    const RATIONAL: u16 = 5;
    // Offsets: header 8, first directory 2 + 2 × 12 + 4 = 30, GPS directory 2 + 4 × 12 + 4 = 54, then the values.
    let (gps, latitude) = (38, 92);
    let (longitude, model) = (latitude + 24, latitude + 48);
    let south = u32::from_be_bytes(*b"S\0\0\0");
    let east = u32::from_be_bytes(*b"E\0\0\0");
    [
        b"MM\0\x2a\0\0\0\x08\0\x02".to_vec(),
        entry(0x0110, ASCII, CAMERA.len() as u32, model),
        entry(0x8825, LONG, 1, gps),
        vec![0, 0, 0, 0, 0, 4],
        entry(1, ASCII, 2, south),
        entry(2, RATIONAL, 3, latitude),
        entry(3, ASCII, 2, east),
        entry(4, RATIONAL, 3, longitude),
        vec![0, 0, 0, 0],
        rationals([0, 53, 59]),
        rationals([119, 51, 0]),
        CAMERA.to_vec(),
    ]
    .concat()
}

/// A PNG whose header says it has this many pixels, though almost nothing follows.
pub fn png_that_claims(width: u32, height: u32) -> Vec<u8> {
    let mut bytes = png(8, 8);
    bytes[16..20].copy_from_slice(&width.to_be_bytes());
    bytes[20..24].copy_from_slice(&height.to_be_bytes());
    let check = crc32(&bytes[12..29]).to_be_bytes();
    bytes[29..33].copy_from_slice(&check);
    bytes
}

/// The smallest document that is one.
pub fn pdf() -> Vec<u8> {
    b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\nstartxref\n9\n%%EOF\n".to_vec()
}

/// The check of PNG's chunks, ISO 3309.
fn crc32(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(u32::MAX, |crc, byte| {
        (0..8).fold(crc ^ u32::from(*byte), |crc, _| (crc >> 1) ^ (0xedb8_8320 & (crc & 1).wrapping_neg()))
    })
}
