//! Who is asking about a complaint: anyone with its code, or its reporter with the secret.

use http::{HeaderMap, header};
use shared::api::RECEIPT_SCHEME;
use shared::complaint::{Secret, TrackingCode};

use super::store::{self, Complaint};
use crate::error::Error;
use crate::platform::db::Connection;
use crate::platform::http::ClientAddress;
use crate::secret;
use crate::state::AppState;

/// A complaint under its code.
///
/// # Errors
/// A mistyped code is a problem of the field `code`; an unknown one is not found, and many of them from one address
/// are too many.
pub async fn find(
    state: &AppState,
    connection: &mut Connection,
    code: &str,
    address: ClientAddress,
) -> Result<Complaint, Error> {
    let code = TrackingCode::parse(code).map_err(|problem| Error::field("code", problem))?;
    match store::by_code(connection, code.as_str()).await? {
        Some(complaint) => Ok(complaint),
        None => {
            state.limits.check_lookup(address)?;
            Err(Error::not_found())
        }
    }
}

/// Whether the request carries the complaint's secret: `Some(true)` where it does, `None` where it carries none.
///
/// Only wrong tries count against the limit of a complaint, so nobody can lock its reporter out.
///
/// # Errors
/// A secret that does not fit is unauthorized; too many of them are too many.
pub fn is_reporter(state: &AppState, complaint: &Complaint, headers: &HeaderMap) -> Result<bool, Error> {
    let Some(given) = headers.get(header::AUTHORIZATION) else { return Ok(false) };
    let given = given.to_str().ok().and_then(|value| value.split_once(' '));
    let given = given.filter(|(scheme, _)| scheme.eq_ignore_ascii_case(RECEIPT_SCHEME));
    check_secret(state, complaint, given.map_or("", |(_, given)| given)).map(|()| true)
}

/// Whether this is the complaint's secret, however it was sent.
///
/// # Errors
/// As [`is_reporter`].
pub fn check_secret(state: &AppState, complaint: &Complaint, given: &str) -> Result<(), Error> {
    let fits = Secret::parse(given)
        .ok()
        .zip(complaint.secret_hash)
        .is_some_and(|(given, hash)| secret::equal(&secret::hash_secret(given.as_str()), &hash));
    if fits {
        return Ok(());
    }
    state.limits.check_secret_try(complaint.code.as_deref().unwrap_or_default())?;
    Err(Error::unauthorized())
}

/// The complaint of a code, for its reporter alone.
///
/// # Errors
/// As [`find`], and unauthorized without the secret.
pub async fn reporter(
    state: &AppState,
    code: &str,
    headers: &HeaderMap,
    address: ClientAddress,
) -> Result<Complaint, Error> {
    let mut connection = state.db.read().await?;
    let complaint = find(state, &mut connection, code, address).await?;
    if is_reporter(state, &complaint, headers)? { Ok(complaint) } else { Err(Error::unauthorized()) }
}
