//! Whether somebody holds a request's secret. Its number is an official's number and can be counted through, so it opens nothing.

use http::{HeaderMap, header};
use shared::api::RECEIPT_SCHEME;
use shared::complaint::Secret;
use shared::request::RequestNumber;

use super::store::{self, Request};
use crate::error::Error;
use crate::platform::http::ClientAddress;
use crate::secret;
use crate::state::AppState;

/// The request of a number, for its applicant alone.
///
/// # Errors
/// As [`opened`]; unauthorized without a secret, too.
pub(super) async fn applicant(
    state: &AppState,
    number: &str,
    headers: &HeaderMap,
    address: ClientAddress,
) -> Result<Request, Error> {
    let given = headers.get(header::AUTHORIZATION).ok_or_else(Error::unauthorized)?;
    let given = given.to_str().ok().and_then(|value| value.split_once(' '));
    let given = given.filter(|(scheme, _)| scheme.eq_ignore_ascii_case(RECEIPT_SCHEME));
    opened(state, number, given.map_or("", |(_, secret)| secret), address).await
}

/// The request that a number and a secret open together, however they were sent.
///
/// # Errors
/// Unauthorized, and too many once there were too many tries. A number that is not there is answered as one with another
/// secret: nobody learns how many requests there are.
pub(super) async fn opened(
    state: &AppState,
    number: &str,
    given: &str,
    address: ClientAddress,
) -> Result<Request, Error> {
    let number = RequestNumber::parse(number).ok();
    let found = match number {
        Some(number) => store::by_number(&mut state.db.read().await?, number).await?,
        None => None,
    };
    let given = Secret::parse(given).ok().map(|given| secret::hash_secret(given.as_str()));
    let opened =
        found.filter(|request| given.is_some_and(|given| secret::equal(&given, &request.secret_hash)));
    match opened {
        Some(request) => Ok(request),
        None => {
            state.limits.check_lookup(address)?;
            state.limits.check_secret_try(&number.map_or_else(String::new, |number| number.to_string()))?;
            Err(Error::unauthorized())
        }
    }
}
