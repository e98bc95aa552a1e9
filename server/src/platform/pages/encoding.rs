//! Which compressed form a browser can read.

use http::{HeaderMap, header};

/// A form in which the build has left a sibling beside each file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Encoding {
    Brotli,
    Gzip,
}

impl Encoding {
    /// The smallest first.
    pub(super) const ALL: [Self; 2] = [Self::Brotli, Self::Gzip];

    /// What the sibling's name ends with.
    pub(super) const fn suffix(self) -> &'static str {
        match self {
            Self::Brotli => ".br",
            Self::Gzip => ".gz",
        }
    }

    /// Its name in headers.
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Brotli => "br",
            Self::Gzip => "gzip",
        }
    }

    /// Those that a request accepts, the smallest first.
    pub(super) fn accepted(request: &HeaderMap) -> [Option<Self>; 2] {
        let values = request.get_all(header::ACCEPT_ENCODING).iter().filter_map(|value| value.to_str().ok());
        let mut found = [None; 2];
        for part in values.flat_map(|value| value.split(',')) {
            let (name, weight) = part.split_once(';').unwrap_or((part, ""));
            let refused = weight.trim().strip_prefix("q=").is_some_and(|q| q.parse() == Ok(0.0));
            for (slot, encoding) in found.iter_mut().zip(Self::ALL) {
                if name.trim().eq_ignore_ascii_case(encoding.name()) && !refused {
                    *slot = Some(encoding);
                }
            }
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use http::HeaderValue;

    use super::*;

    #[test]
    fn browsers_say_what_they_read() {
        let check = |value: &'static str, expected: [Option<Encoding>; 2]| {
            let headers = HeaderMap::from_iter([(header::ACCEPT_ENCODING, HeaderValue::from_static(value))]);
            assert_eq!(Encoding::accepted(&headers), expected, "{value}");
        };
        check("gzip, deflate, br, zstd", [Some(Encoding::Brotli), Some(Encoding::Gzip)]);
        check("gzip;q=1.0, br;q=0", [None, Some(Encoding::Gzip)]);
        check("BR", [Some(Encoding::Brotli), None]);
        check("identity", [None, None]);
        assert_eq!(Encoding::accepted(&HeaderMap::new()), [None, None]);
    }
}
