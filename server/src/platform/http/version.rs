//! The version of what a change rests on.

use http::HeaderMap;
use shared::api::IF_MATCH;
use shared::problem::Problem;

use crate::error::Error;

/// The version that a change rests on.
///
/// # Errors
/// A missing or unreadable header.
pub fn if_match(headers: &HeaderMap) -> Result<i64, Error> {
    let given = headers.get(IF_MATCH).ok_or_else(|| Error::bad_header(IF_MATCH, Problem::Required))?;
    let given = given.to_str().unwrap_or_default().trim().trim_matches('"');
    given.parse().map_err(|_| Error::bad_header(IF_MATCH, Problem::WrongType))
}
