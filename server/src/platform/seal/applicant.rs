//! Where who asks for information is reached, for mail alone. The rest of what is sealed stays closed here.

use serde::Deserialize;

use super::{Unopened, open};
use crate::secret::Keys;

/// The layout of what is sealed. Another one would be another number.
const VERSION: u8 = 1;

#[derive(Deserialize)]
struct Reached {
    #[serde(default)]
    email: Option<String>,
}

/// What somebody's identity is sealed for: one request, and nothing else.
pub fn applicant_purpose(request_id: i64) -> Vec<u8> {
    [b"tanggap applicant\0".as_slice(), &[VERSION], &request_id.to_be_bytes()].concat()
}

/// The address that an applicant gave.
pub fn applicant_email(keys: &Keys, request_id: i64, sealed: &[u8]) -> Result<Option<String>, Unopened> {
    let plain = open(keys, &applicant_purpose(request_id), sealed)?;
    let reached: Reached = serde_json::from_slice(&plain).map_err(|_| Unopened)?;
    Ok(reached.email)
}
