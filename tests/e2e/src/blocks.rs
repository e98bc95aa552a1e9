//! Pictures compared by blocks: what a person would see is found, and how letters are smoothed is not.

use image::{Rgb, RgbImage, imageops};

/// Pixels of a block's side.
const BLOCK: u32 = 8;

/// How far a block's mean colour may be off, of 255. Another version of the browser smooths letters a little
/// differently; a mean over 64 pixels hardly moves with that.
const NEAR: u8 = 6;

/// So many blocks of a picture may be further off: a line that falls on the next pixel.
const ALLOWED: usize = 4;

/// What a comparison has found.
pub struct Difference {
    /// What it is, in words.
    pub words: String,
    /// The picture with what differs marked; in blocks, as large as the picture.
    pub marked: RgbImage,
}

/// A picture in blocks of their mean colours.
pub fn blocks_of(picture: &RgbImage) -> RgbImage {
    let (width, height) = picture.dimensions();
    RgbImage::from_fn(width.div_ceil(BLOCK), height.div_ceil(BLOCK), |column, row| {
        let (left, top) = (column * BLOCK, row * BLOCK);
        let (right, bottom) = ((left + BLOCK).min(width), (top + BLOCK).min(height));
        let mut sums = [0_u32; 3];
        for (x, y) in (top..bottom).flat_map(|y| (left..right).map(move |x| (x, y))) {
            for (sum, channel) in sums.iter_mut().zip(picture.get_pixel(x, y).0) {
                *sum += u32::from(channel);
            }
        }
        let count = (right - left) * (bottom - top);
        Rgb(sums.map(|sum| u8::try_from(sum / count).unwrap_or(u8::MAX)))
    })
}

/// What differs between accepted blocks and a picture.
pub fn compare(accepted: &RgbImage, picture: &RgbImage) -> Option<Difference> {
    const MARK: Rgb<u8> = Rgb([255, 0, 128]);
    let found = blocks_of(picture);
    let (width, height) = (found.width().max(accepted.width()), found.height().max(accepted.height()));
    let mut marked = RgbImage::new(width, height);
    let mut off = Vec::new();
    for (x, y) in (0..height).flat_map(|y| (0..width).map(move |x| (x, y))) {
        let (was, is) = (accepted.get_pixel_checked(x, y), found.get_pixel_checked(x, y));
        let is_near = was
            .zip(is)
            .is_some_and(|(was, is)| was.0.iter().zip(is.0).all(|(was, is)| was.abs_diff(is) <= NEAR));
        if !is_near {
            off.push((x * BLOCK, y * BLOCK));
        }
        marked.put_pixel(x, y, if is_near { is.map_or(MARK, dimmed) } else { MARK });
    }
    let all = (width * height) as usize;
    if off.len() <= ALLOWED {
        return None;
    }
    let (x, y) = off[0];
    let words = if accepted.dimensions() == found.dimensions() {
        format!("{} of {all} blocks are others, the first at {x}, {y}", off.len())
    } else {
        let (was, is) = (accepted.dimensions(), found.dimensions());
        format!("it has {is:?} blocks instead of {was:?}; the first that is another at {x}, {y}")
    };
    let marked = imageops::resize(&marked, width * BLOCK, height * BLOCK, imageops::FilterType::Nearest);
    Some(Difference { words, marked })
}

/// Towards grey, so that marks stand out in both themes.
fn dimmed(colour: &Rgb<u8>) -> Rgb<u8> {
    Rgb(colour.0.map(|channel| channel / 2 + 64))
}

#[cfg(test)]
mod tests {
    use super::*;

    const GROUND: Rgb<u8> = Rgb([245, 247, 247]);

    fn picture(paint: impl Fn(u32, u32) -> Rgb<u8>) -> RgbImage {
        RgbImage::from_fn(360, 403, paint)
    }

    fn button(x: u32, y: u32, top: u32) -> bool {
        (20..140).contains(&x) && (top..top + 44).contains(&y)
    }

    #[test]
    fn noise_is_no_difference() {
        let accepted = blocks_of(&picture(|_, _| GROUND));
        let noisy = picture(|x, y| Rgb(GROUND.0.map(|channel| channel - ((x * 7 + y * 13) % 9) as u8)));
        assert!(compare(&accepted, &noisy).is_none());
    }

    #[test]
    fn another_colour_or_place_is_one() {
        let paint = |top, colour| move |x, y| if button(x, y, top) { Rgb(colour) } else { GROUND };
        let accepted = blocks_of(&picture(paint(40, [11, 100, 112])));
        let check = |name: &str, other: RgbImage| {
            let found = compare(&accepted, &other).unwrap_or_else(|| panic!("{name} is not seen"));
            assert!(found.words.contains("blocks"), "{name}: {}", found.words);
            assert!(found.marked.pixels().any(|pixel| pixel.0 == [255, 0, 128]), "{name}");
        };
        assert!(compare(&accepted, &picture(paint(40, [11, 100, 112]))).is_none());
        check("another colour", picture(paint(40, [11, 112, 112])));
        check("four pixels lower", picture(paint(44, [11, 100, 112])));
        check("nothing", picture(|_, _| GROUND));
        check("a longer page", RgbImage::from_fn(360, 443, paint(40, [11, 100, 112])));
    }
}
