//! Regions by the codes of the Ministry of Home Affairs, and points on the earth.

use serde::{Deserialize, Serialize};

use crate::problem::Problem;

/// A region's code: `72` the province, `72.01` a regency or city, `72.01.01` a district, `72.01.01.2001` a village.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct RegionCode(String);

impl RegionCode {
    /// Reads a code by its form; whether it exists only a list can tell.
    pub fn parse(raw: &str) -> Result<Self, Problem> {
        let lengths = [2usize, 2, 2, 4];
        let parts: Vec<&str> = raw.split('.').collect();
        let fits = parts.len() <= 4
            && parts
                .iter()
                .zip(lengths)
                .all(|(part, length)| part.len() == length && part.bytes().all(|b| b.is_ascii_digit()));
        if fits { Ok(Self(raw.to_owned())) } else { Err(Problem::UnknownValue) }
    }

    /// The code as written.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// How exact it is.
    pub fn level(&self) -> RegionLevel {
        match self.0.len() {
            2 => RegionLevel::Province,
            5 => RegionLevel::Regency,
            8 => RegionLevel::District,
            _ => RegionLevel::Village,
        }
    }

    /// The regency's code (`72.01`); none for the province itself.
    pub fn regency(&self) -> Option<&str> {
        self.0.get(..5)
    }
}

/// The four levels of regions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum RegionLevel {
    /// Provinsi.
    Province,
    /// Kabupaten or kota.
    Regency,
    /// Kecamatan.
    District,
    /// Desa or kelurahan.
    Village,
}

/// A region as lists show it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Region {
    /// The code of the Ministry of Home Affairs.
    pub code: String,
    /// The name, with "Kabupaten" or "Kota" for regencies.
    pub name: String,
}

/// A position in degrees (WGS 84), as the phone gives it.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Point {
    /// Degrees north, −90 to 90.
    pub latitude: f64,
    /// Degrees east, −180 to 180.
    pub longitude: f64,
}

impl Point {
    /// Checks that it lies on the earth. Five decimals (about a metre) are kept: more would be false exactness.
    pub fn checked(self) -> Result<Self, Problem> {
        let inside = (-90.0..=90.0).contains(&self.latitude) && (-180.0..=180.0).contains(&self.longitude);
        let rounded = |degrees: f64| (degrees * 1e5).round() / 1e5;
        if inside {
            Ok(Self { latitude: rounded(self.latitude), longitude: rounded(self.longitude) })
        } else {
            Err(Problem::NotAPoint)
        }
    }

    /// As people read it, with five decimals. By hand, because formatting floats would weigh more in the bundle than
    /// all that shows a place.
    pub fn written(self) -> String {
        [written(self.latitude), written(self.longitude)].join(", ")
    }
}

fn written(degrees: f64) -> String {
    let parts = (degrees.abs() * 1e5).round() as u64;
    let (whole, rest) = ((parts / 100_000).to_string(), (parts % 100_000 + 100_000).to_string());
    [if degrees < 0.0 { "−" } else { "" }, &whole, ".", &rest[1..]].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn points_are_written_with_five_decimals() {
        let check = |latitude, longitude, expected: &str| {
            assert_eq!(Point { latitude, longitude }.written(), expected);
        };
        check(-0.898_58, 119.850_4, "−0.89858, 119.85040");
        check(0.0, -0.000_01, "0.00000, −0.00001");
    }

    #[test]
    fn codes_are_read_by_their_form() {
        let check = |raw: &str, expected: Option<(RegionLevel, Option<&str>)>| {
            let found = RegionCode::parse(raw).ok();
            assert_eq!(found.as_ref().map(|code| (code.level(), code.regency())), expected, "{raw}");
        };
        check("72", Some((RegionLevel::Province, None)));
        check("72.71", Some((RegionLevel::Regency, Some("72.71"))));
        check("72.01.01", Some((RegionLevel::District, Some("72.01"))));
        check("72.01.01.2001", Some((RegionLevel::Village, Some("72.01"))));
        for bad in ["", "7", "72.", "72.1", "72.01.01.201", "72.01.01.2001.1", "ab", "72,01"] {
            check(bad, None);
        }
    }

    #[test]
    fn points_lie_on_the_earth() {
        let point = Point { latitude: -0.898_583_21, longitude: 119.850_4 };
        assert_eq!(point.checked(), Ok(Point { latitude: -0.898_58, longitude: 119.850_4 }));
        for (latitude, longitude) in [(91.0, 0.0), (0.0, 181.0), (f64::NAN, 0.0), (0.0, f64::INFINITY)] {
            assert_eq!(Point { latitude, longitude }.checked(), Err(Problem::NotAPoint));
        }
    }
}
