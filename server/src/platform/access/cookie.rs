//! The staff's two cookies. Scripts cannot read them, other sites' pages cannot send them, and the prefix `__Host-`
//! keeps them from every other host and from connections that are not encrypted.

use http::{HeaderMap, HeaderValue};

use crate::platform::http::cookie;

/// Holds the session's secret.
pub const SESSION: &str = "__Host-tanggap";
/// Tells that an account has signed in here before.
const DEVICE: &str = "__Host-tanggap-perangkat";

/// How long a device is known: a year, in seconds.
const DEVICE_AGE: u32 = 365 * 24 * 60 * 60;

/// The session's secret that a request carries.
pub(super) fn session_of(headers: &HeaderMap) -> Option<&str> {
    cookie(headers, SESSION)
}

/// The mark of a known device that a request carries.
pub fn device_mark(headers: &HeaderMap) -> Option<&str> {
    cookie(headers, DEVICE)
}

/// The header that opens a session. It ends with the browser at the latest.
pub fn set(secret: &str) -> HeaderValue {
    value(&format!("{SESSION}={secret}; Path=/; Secure; HttpOnly; SameSite=Strict"))
}

/// The header that ends one.
pub fn unset() -> HeaderValue {
    value(&format!("{SESSION}=; Path=/; Secure; HttpOnly; SameSite=Strict; Max-Age=0"))
}

/// The header that makes a device known.
pub fn remember_device(mark: &str) -> HeaderValue {
    value(&format!("{DEVICE}={mark}; Path=/; Secure; HttpOnly; SameSite=Strict; Max-Age={DEVICE_AGE}"))
}

fn value(text: &str) -> HeaderValue {
    HeaderValue::from_str(text).expect("cookies are made of letters and digits")
}

#[cfg(test)]
mod tests {
    use http::header;

    use super::*;

    #[test]
    fn cookies_are_found_by_their_whole_name() {
        let check = |given: &'static str, session: Option<&str>, device: Option<&str>| {
            let headers = HeaderMap::from_iter([(header::COOKIE, HeaderValue::from_static(given))]);
            assert_eq!((session_of(&headers), device_mark(&headers)), (session, device), "{given}");
        };
        check("__Host-tanggap=a", Some("a"), None);
        check("lang=id; __Host-tanggap-perangkat=b; __Host-tanggap=a", Some("a"), Some("b"));
        check("tanggap=a; __host-tanggap=c", None, None);
        check("", None, None);
    }

    #[test]
    fn no_script_and_no_other_site_has_them() {
        for header in [set("a"), unset(), remember_device("b")] {
            let header = header.to_str().unwrap();
            for word in ["__Host-", "Path=/", "Secure", "HttpOnly", "SameSite=Strict"] {
                assert!(header.contains(word), "{header}");
            }
        }
    }
}
