use std::fmt;

use crate::problem::Problem;

/// How a number of the register begins: permohonan informasi.
const MARK: &str = "PI";
/// Digits of the place within the year.
const DIGITS: usize = 5;

/// A number of the register, `PI-2026-00012`: the year of receipt and the place within it, from 1.
///
/// It is an official's number and can be counted through, so it opens nothing by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RequestNumber {
    /// The year of receipt.
    pub year: i16,
    /// The place within the year.
    pub place: u32,
}

impl RequestNumber {
    /// Reads a number as people type it: small or capital letters, spaces around it.
    ///
    /// # Errors
    /// [`Problem::Required`] for an empty one, [`Problem::UnknownValue`] for what is none.
    pub fn parse(raw: &str) -> Result<Self, Problem> {
        let raw = raw.trim();
        if raw.is_empty() {
            return Err(Problem::Required);
        }
        let mut parts = raw.split('-');
        let mut next = || parts.next().ok_or(Problem::UnknownValue);
        let (mark, year, place) = (next()?, next()?, next()?);
        let is_shaped = mark.eq_ignore_ascii_case(MARK)
            && parts.next().is_none()
            && year.len() == 4
            && (DIGITS..=9).contains(&place.len())
            && [year, place].iter().all(|digits| digits.bytes().all(|byte| byte.is_ascii_digit()));
        if !is_shaped {
            return Err(Problem::UnknownValue);
        }
        let number = Self {
            year: year.parse().map_err(|_| Problem::UnknownValue)?,
            place: place.parse().map_err(|_| Problem::UnknownValue)?,
        };
        if number.place > 0 { Ok(number) } else { Err(Problem::UnknownValue) }
    }
}

impl fmt::Display for RequestNumber {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{MARK}-{:04}-{:0DIGITS$}", self.year, self.place)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_as_they_are_written() {
        let number = RequestNumber { year: 2026, place: 12 };
        assert_eq!(number.to_string(), "PI-2026-00012");
        for typed in ["PI-2026-00012", " pi-2026-00012 "] {
            assert_eq!(RequestNumber::parse(typed), Ok(number), "{typed}");
        }
        let large = RequestNumber { year: 2026, place: 123_456 };
        assert_eq!(RequestNumber::parse(&large.to_string()), Ok(large));
        assert_eq!(RequestNumber::parse(" "), Err(Problem::Required));
        for bad in [
            "PI-2026-12",
            "PI-26-00012",
            "PI-2026-00000",
            "PI-2026-00012-1",
            "PX-2026-00012",
            "PI-2026",
            "PI-2026-+0012",
        ] {
            assert_eq!(RequestNumber::parse(bad), Err(Problem::UnknownValue), "{bad}");
        }
    }
}
