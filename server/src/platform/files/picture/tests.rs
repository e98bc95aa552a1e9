use std::time::Instant;

use image::{ImageBuffer, Rgb, Rgba, RgbaImage};

use super::*;

/// A picture whose left half is red and whose right half is blue, with some noise.
fn picture(width: u32, height: u32) -> DynamicImage {
    let pixel = |x, y| {
        let noise = ((x * 7 + y * 13) % 32) as u8;
        if x < width / 2 { Rgb([255 - noise, 0, noise]) } else { Rgb([noise, 0, 255 - noise]) }
    };
    DynamicImage::from(ImageBuffer::from_fn(width, height, pixel))
}

fn encoded(image: &DynamicImage, format: ImageFormat) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    image.write_to(&mut bytes, format).unwrap();
    bytes.into_inner()
}

fn decoded(bytes: &[u8]) -> DynamicImage {
    image::load_from_memory(bytes).unwrap()
}

fn holds(bytes: &[u8], sign: &[u8]) -> bool {
    bytes.windows(sign.len()).any(|window| window == sign)
}

/// An EXIF block as a phone writes it: turned by 90°, a camera's name, and a position south of the equator.
fn exif() -> Vec<u8> {
    let mut tiff = b"II*\0\x08\0\0\0".to_vec();
    let entry = |tag: u16, kind: u16, count: u32, value: [u8; 4]| {
        [&tag.to_le_bytes()[..], &kind.to_le_bytes(), &count.to_le_bytes(), &value].concat()
    };
    // Main directory at 8: three entries, then the name at 50 and the position's directory at 64.
    tiff.extend(3u16.to_le_bytes());
    tiff.extend(entry(0x010f, 2, 14, 50u32.to_le_bytes()));
    tiff.extend(entry(0x0112, 3, 1, [6, 0, 0, 0]));
    tiff.extend(entry(0x8825, 4, 1, 64u32.to_le_bytes()));
    tiff.extend([0; 4]);
    tiff.extend(b"KAMERA-RAHASIA");
    tiff.truncate(64);
    tiff.extend(2u16.to_le_bytes());
    tiff.extend(entry(0x0001, 2, 2, *b"S\0\0\0"));
    tiff.extend(entry(0x0002, 5, 3, 94u32.to_le_bytes()));
    tiff.extend([0; 4]);
    for part in [0u32, 1, 53, 1, 987_654_321, 1000] {
        tiff.extend(part.to_le_bytes());
    }
    [b"Exif\0\0".as_slice(), &tiff].concat()
}

/// A JPEG with position, preview-like marker bytes, a comment, and a page behind its end.
fn photograph() -> Vec<u8> {
    let plain = encoded(&picture(64, 32), ImageFormat::Jpeg);
    let segment = |marker: u8, body: &[u8]| {
        [&[0xff, marker][..], &(body.len() as u16 + 2).to_be_bytes(), body].concat()
    };
    let xmp = b"http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>XMP-RAHASIA</x:xmpmeta>";
    [
        &plain[..2],
        &segment(0xe1, &exif()),
        &segment(0xe1, xmp),
        &segment(0xfe, b"KOMENTAR-RAHASIA\xff\xd9"),
        &plain[2..],
        b"<html>EKOR-RAHASIA",
    ]
    .concat()
}

#[test]
fn a_photograph_loses_its_position_and_stands_upright() {
    let photograph = photograph();
    let mut decoder = open(&photograph, Kind::Jpeg).unwrap();
    assert_eq!(
        decoder.orientation().unwrap(),
        image::metadata::Orientation::Rotate90,
        "the test's block is read"
    );
    assert!(holds(&photograph, &987_654_321u32.to_le_bytes()));

    let (kind, bytes) = renew(&photograph, Kind::Jpeg).unwrap();
    assert_eq!(kind, Kind::Jpeg);
    for trace in [b"Exif".as_slice(), b"RAHASIA", b"xmpmeta", b"<html", &987_654_321u32.to_le_bytes()] {
        assert!(!holds(&bytes, trace), "{trace:?} is still there");
    }
    let image = decoded(&bytes).into_rgb8();
    assert_eq!((image.width(), image.height()), (32, 64), "turned upright");
    assert!(image.get_pixel(16, 8).0[0] > 180, "what was left is above: {:?}", image.get_pixel(16, 8));
    assert!(image.get_pixel(16, 56).0[2] > 180);
}

#[test]
fn a_png_loses_its_texts() {
    let plain = encoded(&picture(20, 10), ImageFormat::Png);
    let text = png_chunk(b"tEXt", b"Comment\0PNG-RAHASIA");
    // Behind the header, which always takes 33 bytes.
    let bytes = [&plain[..33], &text, &plain[33..], b"<script>EKOR-RAHASIA</script>"].concat();
    let (kind, renewed) = renew(&bytes, Kind::Png).unwrap();
    assert_eq!(kind, Kind::Png);
    assert!(!holds(&renewed, b"RAHASIA"));
    assert_eq!(decoded(&renewed).into_rgb8(), picture(20, 10).into_rgb8(), "no pixel is lost");
}

#[test]
fn transparency_is_kept_where_there_is_any() {
    let clear = RgbaImage::from_fn(8, 8, |x, _| Rgba([9, 9, 9, if x < 4 { 0 } else { 255 }]));
    let opaque = RgbaImage::from_pixel(8, 8, Rgba([9, 9, 9, 255]));
    let check = |image: &RgbaImage, format, kind, expected| {
        let (found, bytes) = renew(&encoded(&image.clone().into(), format), kind).unwrap();
        assert_eq!(found, expected);
        assert_eq!(decoded(&bytes).into_rgba8().get_pixel(0, 0).0[3], image.get_pixel(0, 0).0[3]);
    };
    check(&clear, ImageFormat::Png, Kind::Png, Kind::Png);
    check(&clear, ImageFormat::WebP, Kind::WebP, Kind::WebP);
    check(&opaque, ImageFormat::Png, Kind::Png, Kind::Png);
    check(&opaque, ImageFormat::WebP, Kind::WebP, Kind::Jpeg);
}

#[test]
fn deep_and_grey_pictures_are_taken() {
    let deep = DynamicImage::from(picture(9, 9).into_rgb16());
    assert_eq!(
        decoded(&renew(&encoded(&deep, ImageFormat::Png), Kind::Png).unwrap().1).color(),
        image::ColorType::Rgb8
    );
    let grey = DynamicImage::from(picture(9, 9).into_luma8());
    for (format, kind) in [(ImageFormat::Png, Kind::Png), (ImageFormat::Jpeg, Kind::Jpeg)] {
        assert_eq!(decoded(&renew(&encoded(&grey, format), kind).unwrap().1).color(), image::ColorType::L8);
    }
}

#[test]
fn a_cut_picture_is_broken() {
    for (format, kind) in
        [(ImageFormat::Jpeg, Kind::Jpeg), (ImageFormat::Png, Kind::Png), (ImageFormat::WebP, Kind::WebP)]
    {
        let whole = encoded(&picture(200, 100), format);
        for cut in [12, 40, whole.len() / 2, whole.len() - 40] {
            let found = renew(&whole[..cut], kind);
            assert_eq!(found.err(), Some(Problem::FileBroken), "{format:?} cut at {cut} of {}", whole.len());
        }
    }
    assert_eq!(
        renew(b"\x89PNG\r\n\x1a\n<html><script>alert(1)</script>", Kind::Png).err(),
        Some(Problem::FileBroken)
    );
}

#[test]
fn a_bomb_is_refused_by_its_header() {
    let started = Instant::now();
    let check = |bytes: &[u8], kind| {
        assert_eq!(decoded_bytes(bytes, kind).err(), Some(Problem::TooManyPixels(64)));
        assert_eq!(renew(bytes, kind).err(), Some(Problem::TooManyPixels(64)));
    };
    check(&png_of(30_000, 30_000), Kind::Png);
    check(&png_of(u32::MAX / 2, u32::MAX / 2), Kind::Png);
    let mut jpeg = encoded(&picture(64, 32), ImageFormat::Jpeg);
    let frame = jpeg.windows(2).position(|pair| pair == [0xff, 0xc0]).unwrap();
    jpeg[frame + 5..frame + 9].copy_from_slice(&[30_000u16.to_be_bytes(), 30_000u16.to_be_bytes()].concat());
    check(&jpeg, Kind::Jpeg);
    assert!(started.elapsed().as_millis() < 500, "nothing is decoded: {:?}", started.elapsed());
}

/// A PNG that claims a size, with hardly any data.
fn png_of(width: u32, height: u32) -> Vec<u8> {
    let header = [&width.to_be_bytes()[..], &height.to_be_bytes(), &[8, 6, 0, 0, 0]].concat();
    [
        b"\x89PNG\r\n\x1a\n".as_slice(),
        &png_chunk(b"IHDR", &header),
        &png_chunk(b"IDAT", &[0x78, 0x9c, 0x63, 0, 0, 0, 1, 0, 1]),
        &png_chunk(b"IEND", b""),
    ]
    .concat()
}

fn png_chunk(name: &[u8; 4], body: &[u8]) -> Vec<u8> {
    let checked = [name.as_slice(), body].concat();
    let crc = !checked.iter().fold(u32::MAX, |crc, byte| {
        (0..8).fold(crc ^ u32::from(*byte), |crc, _| (crc >> 1) ^ (0xedb8_8320 & (crc & 1).wrapping_neg()))
    });
    [&(body.len() as u32).to_be_bytes()[..], &checked, &crc.to_be_bytes()].concat()
}
