//! What tells phones apart where somebody may say a thing once: a random name in a cookie, given when they first say
//! something, and never before. It says nothing about who they are.

use http::{HeaderMap, HeaderValue};

use super::cookie::cookie;

const PHONE: &str = "__Host-tanggap-ponsel";

/// How long a phone is known: a year, in seconds.
const AGE: u32 = 365 * 24 * 60 * 60;

/// Letters of a name at most: what is longer is not one of ours.
const LENGTH: usize = 64;

/// The phone's name, where it has one.
pub fn phone_of(headers: &HeaderMap) -> Option<&str> {
    cookie(headers, PHONE).filter(|name| !name.is_empty() && name.len() <= LENGTH)
}

/// The header that gives a phone its name.
pub fn remember_phone(name: &str) -> HeaderValue {
    let text = format!("{PHONE}={name}; Path=/; Secure; HttpOnly; SameSite=Strict; Max-Age={AGE}");
    HeaderValue::from_str(&text).expect("cookies are made of letters and digits")
}
