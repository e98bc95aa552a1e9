use super::view::{Extent, Spot};

/// The shortest side of a cover, in pixels: less is a slip of the finger, and nothing that one could take hold of.
const LEAST: f64 = 12.0;

/// A rectangle that becomes black. It always lies within its picture.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Cover {
    /// Pixels from the picture's left edge.
    pub left: f64,
    /// Pixels from its upper edge.
    pub top: f64,
    /// Pixels from left to right.
    pub width: f64,
    /// Pixels from above to below.
    pub height: f64,
}

/// A corner of a cover.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Corner {
    /// Upper left.
    UpperLeft,
    /// Upper right.
    UpperRight,
    /// Lower left.
    LowerLeft,
    /// Lower right.
    LowerRight,
}

impl Corner {
    /// All four.
    pub const ALL: [Self; 4] = [Self::UpperLeft, Self::UpperRight, Self::LowerLeft, Self::LowerRight];

    /// The corner across.
    pub const fn opposite(self) -> Self {
        match self {
            Self::UpperLeft => Self::LowerRight,
            Self::UpperRight => Self::LowerLeft,
            Self::LowerLeft => Self::UpperRight,
            Self::LowerRight => Self::UpperLeft,
        }
    }
}

impl Cover {
    /// The one drawn from a spot to another, in any direction.
    pub fn between(one: Spot, other: Spot, picture: Extent) -> Self {
        let (left, width) = stretch(one.x, other.x, picture.width);
        let (top, height) = stretch(one.y, other.y, picture.height);
        Self { left, top, width, height }
    }

    /// One around a spot, or as near to it as the picture's edges allow.
    pub fn around(middle: Spot, width: f64, height: f64, picture: Extent) -> Self {
        let (width, height) = (fit(width, picture.width), fit(height, picture.height));
        let at = Self { left: middle.x - width / 2.0, top: middle.y - height / 2.0, width, height };
        at.moved(0.0, 0.0, picture)
    }

    /// The same one elsewhere. It stops at the picture's edges.
    #[must_use]
    pub fn moved(self, right: f64, down: f64, picture: Extent) -> Self {
        Self {
            left: (self.left + right).clamp(0.0, picture.width - self.width),
            top: (self.top + down).clamp(0.0, picture.height - self.height),
            ..self
        }
    }

    /// The same one wider and taller, or less so. It grows to the right and down; at an edge, the other way.
    #[must_use]
    pub fn grown(self, wider: f64, taller: f64, picture: Extent) -> Self {
        let (width, height) =
            (fit(self.width + wider, picture.width), fit(self.height + taller, picture.height));
        Self { width, height, ..self }.moved(0.0, 0.0, picture)
    }

    /// Where a corner is.
    pub fn corner(self, corner: Corner) -> Spot {
        let (right, bottom) = (self.left + self.width, self.top + self.height);
        match corner {
            Corner::UpperLeft => Spot { x: self.left, y: self.top },
            Corner::UpperRight => Spot { x: right, y: self.top },
            Corner::LowerLeft => Spot { x: self.left, y: bottom },
            Corner::LowerRight => Spot { x: right, y: bottom },
        }
    }

    /// Whether a spot is covered.
    pub fn contains(self, spot: Spot) -> bool {
        let is_within = |at: f64, start: f64, length: f64| at >= start && at <= start + length;
        is_within(spot.x, self.left, self.width) && is_within(spot.y, self.top, self.height)
    }

    /// Its left and upper edge, width and height in percent of the picture, for those who cannot see it.
    pub fn percent(self, picture: Extent) -> [u32; 4] {
        let share = |length: f64, whole: f64| (length / whole * 100.0).round() as u32;
        [
            share(self.left, picture.width),
            share(self.top, picture.height),
            share(self.width, picture.width),
            share(self.height, picture.height),
        ]
    }

    /// All pixels that it touches once the picture is drawn at another size: left, top, width, height. A pixel that is
    /// covered by half would still show half of what was there.
    pub fn pixels(self, scale: f64) -> [f64; 4] {
        let (left, top) = ((self.left * scale).floor(), (self.top * scale).floor());
        let right = ((self.left + self.width) * scale).ceil();
        let bottom = ((self.top + self.height) * scale).ceil();
        [left, top, right - left, bottom - top]
    }
}

/// A length that is neither too short to take hold of nor longer than the picture.
fn fit(length: f64, whole: f64) -> f64 {
    length.max(LEAST).min(whole)
}

/// Start and length of what lies between two points of a side.
fn stretch(one: f64, other: f64, whole: f64) -> (f64, f64) {
    let (start, end) = (one.min(other).clamp(0.0, whole), one.max(other).clamp(0.0, whole));
    let length = fit(end - start, whole);
    (start.min(whole - length), length)
}

#[cfg(test)]
mod tests {
    use super::*;

    const PICTURE: Extent = Extent { width: 400.0, height: 300.0 };

    fn cover(left: f64, top: f64, width: f64, height: f64) -> Cover {
        Cover { left, top, width, height }
    }

    fn spot(x: f64, y: f64) -> Spot {
        Spot { x, y }
    }

    #[test]
    fn it_is_drawn_in_any_direction_and_stays_inside() {
        let check = |one, other, expected| {
            assert_eq!(Cover::between(one, other, PICTURE), expected, "{one:?} {other:?}");
        };
        check(spot(10.0, 20.0), spot(110.0, 70.0), cover(10.0, 20.0, 100.0, 50.0));
        check(spot(110.0, 70.0), spot(10.0, 20.0), cover(10.0, 20.0, 100.0, 50.0));
        check(spot(-50.0, 280.0), spot(30.0, 900.0), cover(0.0, 280.0, 30.0, 20.0));
        check(spot(399.0, 299.0), spot(400.0, 300.0), cover(388.0, 288.0, 12.0, 12.0));
        check(spot(500.0, -9.0), spot(600.0, -5.0), cover(388.0, 0.0, 12.0, 12.0));
    }

    #[test]
    fn it_stops_at_the_edges() {
        let one = cover(10.0, 20.0, 100.0, 50.0);
        assert_eq!(one.moved(5.0, -5.0, PICTURE), cover(15.0, 15.0, 100.0, 50.0));
        assert_eq!(one.moved(-500.0, 500.0, PICTURE), cover(0.0, 250.0, 100.0, 50.0));
        assert_eq!(one.grown(10.0, -10.0, PICTURE), cover(10.0, 20.0, 110.0, 40.0));
        assert_eq!(one.grown(-500.0, -500.0, PICTURE), cover(10.0, 20.0, 12.0, 12.0));
        assert_eq!(one.grown(900.0, 0.0, PICTURE), cover(0.0, 20.0, 400.0, 50.0));
        let last = cover(300.0, 250.0, 100.0, 50.0);
        assert_eq!(last.grown(20.0, 0.0, PICTURE), cover(280.0, 250.0, 120.0, 50.0), "the other way");
        assert_eq!(Cover::around(spot(0.0, 150.0), 40.0, 20.0, PICTURE), cover(0.0, 140.0, 40.0, 20.0));
        let tiny = Extent { width: 8.0, height: 5.0 };
        assert_eq!(Cover::around(spot(4.0, 2.0), 40.0, 20.0, tiny), cover(0.0, 0.0, 8.0, 5.0));
    }

    #[test]
    fn a_corner_is_pulled_while_the_opposite_one_stays() {
        let one = cover(10.0, 20.0, 100.0, 50.0);
        for corner in Corner::ALL {
            let fixed = one.corner(corner.opposite());
            assert_eq!(Cover::between(fixed, one.corner(corner), PICTURE), one, "{corner:?}");
        }
        let fixed = one.corner(Corner::LowerRight.opposite());
        assert_eq!(Cover::between(fixed, spot(60.0, 90.0), PICTURE), cover(10.0, 20.0, 50.0, 70.0));
    }

    #[test]
    fn it_is_told_in_percent() {
        assert_eq!(cover(40.0, 30.0, 100.0, 75.0).percent(PICTURE), [10, 10, 25, 25]);
        assert_eq!(cover(0.0, 0.0, 400.0, 300.0).percent(PICTURE), [0, 0, 100, 100]);
    }

    #[test]
    fn no_pixel_is_covered_by_half() {
        let check =
            |one: Cover, scale, expected| assert_eq!(one.pixels(scale), expected, "{one:?} × {scale}");
        check(cover(10.0, 20.0, 100.0, 50.0), 1.0, [10.0, 20.0, 100.0, 50.0]);
        check(cover(10.4, 20.6, 100.0, 50.0), 1.0, [10.0, 20.0, 101.0, 51.0]);
        check(cover(11.0, 21.0, 101.0, 51.0), 0.5, [5.0, 10.0, 51.0, 26.0]);
    }

    #[test]
    fn its_edges_are_its_own() {
        let one = cover(10.0, 20.0, 100.0, 50.0);
        assert!(one.contains(spot(10.0, 20.0)) && one.contains(spot(110.0, 70.0)));
        assert!(!one.contains(spot(9.9, 40.0)) && !one.contains(spot(50.0, 70.1)));
    }
}
