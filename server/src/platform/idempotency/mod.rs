//! A request repeated under its key does nothing again and gets the first answer.
//!
//! The key is claimed and the answer remembered in the transaction that does the work, so that neither a cut line nor
//! a killed server can leave work without its answer.

mod store;

pub use store::{Claim, claim, find, forget_before, remember};

use sha2::{Digest, Sha256};

use http::HeaderMap;
use shared::api::IDEMPOTENCY_KEY;
use shared::problem::Problem;

use crate::error::Error;
use crate::secret::random_id;

/// What tells whether a request is the same one: the hash of its body, in the form the server read it.
pub fn request_hash(request: &impl serde::Serialize) -> [u8; 32] {
    let body = serde_json::to_vec(request).expect("request types are plain values");
    Sha256::digest(body).into()
}

/// A new key, for a form that a browser sends without scripts.
pub fn fresh_key() -> String {
    let id = random_id();
    [&id[..8], &id[8..12], &id[12..16], &id[16..20], &id[20..]].join("-")
}

/// The idempotency key, which a filing must have.
///
/// # Errors
/// A missing or unreadable header.
pub fn required_key(headers: &HeaderMap) -> Result<String, Error> {
    optional_key(headers)?.ok_or_else(|| Error::bad_header(IDEMPOTENCY_KEY, Problem::Required))
}

/// The idempotency key, where one is given. Case does not tell two keys apart.
///
/// # Errors
/// An unreadable header.
pub fn optional_key(headers: &HeaderMap) -> Result<Option<String>, Error> {
    let Some(value) = headers.get(IDEMPOTENCY_KEY) else { return Ok(None) };
    let key = value.to_str().map(str::to_ascii_lowercase).unwrap_or_default();
    if is_key(&key) { Ok(Some(key)) } else { Err(Error::bad_header(IDEMPOTENCY_KEY, Problem::WrongType)) }
}

/// Whether a key is a UUID, as clients make them: 32 hexadecimal digits in five groups.
pub fn is_key(raw: &str) -> bool {
    raw.len() == 36
        && raw.bytes().enumerate().all(|(place, byte)| match place {
            8 | 13 | 18 | 23 => byte == b'-',
            _ => byte.is_ascii_hexdigit(),
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_uuids() {
        assert!(is_key("0191d8c0-7c3f-7b2e-9f31-5b1c2d3e4f50"));
        assert!(is_key(&fresh_key()));
        for bad in
            ["", "0191d8c0", "0191d8c0-7c3f-7b2e-9f31-5b1c2d3e4f5g", "0191d8c07c3f-7b2e-9f31-5b1c2d3e4f5012"]
        {
            assert!(!is_key(bad), "{bad}");
        }
    }
}
