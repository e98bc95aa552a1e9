use std::fmt;
use std::iter::Sum;
use std::ops::{Add, Div, Mul, Sub};

/// A length or coordinate in tenths of a pixel, written with at most one decimal.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Px(i32);

impl Px {
    /// Nothing.
    pub const ZERO: Self = Self(0);

    /// Whole pixels.
    pub const fn new(pixels: i32) -> Self {
        Self(pixels * 10)
    }

    /// Tenths of a pixel.
    pub const fn of_tenths(tenths: i32) -> Self {
        Self(tenths)
    }

    /// The length in tenths of a pixel.
    pub const fn tenths(self) -> i32 {
        self.0
    }

    /// So many hundredths of it: `font.percent(150)` is one and a half lines.
    pub const fn percent(self, hundredths: i32) -> Self {
        Self(self.0 * hundredths / 100)
    }
}

impl fmt::Display for Px {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (whole, tenth) = (self.0 / 10, (self.0 % 10).abs());
        // The sign of −0.4 would be lost with its whole part.
        if self.0 < 0 && whole == 0 {
            out.write_str("-")?;
        }
        write!(out, "{whole}")?;
        if tenth == 0 { Ok(()) } else { write!(out, ".{tenth}") }
    }
}

impl Add for Px {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self(self.0 + other.0)
    }
}

impl Sub for Px {
    type Output = Self;

    fn sub(self, other: Self) -> Self {
        Self(self.0 - other.0)
    }
}

impl Mul<i32> for Px {
    type Output = Self;

    fn mul(self, times: i32) -> Self {
        Self(self.0 * times)
    }
}

impl Div<i32> for Px {
    type Output = Self;

    fn div(self, parts: i32) -> Self {
        Self(self.0 / parts)
    }
}

impl Sum for Px {
    fn sum<I: Iterator<Item = Self>>(lengths: I) -> Self {
        lengths.fold(Self::ZERO, Add::add)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_are_written_with_one_decimal_at_most() {
        let check = |tenths: i32, expected: &str| {
            assert_eq!(Px::of_tenths(tenths).to_string(), expected, "{tenths}");
        };
        check(0, "0");
        check(120, "12");
        check(123, "12.3");
        check(-4, "-0.4");
        check(-25, "-2.5");
        check(-20, "-2");
    }
}
