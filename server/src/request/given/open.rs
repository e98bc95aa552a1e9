//! A request that files may be put beside, and what that leaves in the chain.

use jiff::Timestamp;
use shared::access::Role;
use shared::calendar::Day;
use shared::request::{RequestAction, RequestNumber, next_request_stage};

use super::store::{self, Kept};
use crate::error::Error;
use crate::platform::access::Staff;
use crate::platform::db::{Connection, DbError, Transaction};
use crate::platform::event;
use crate::platform::hex::hex;
use crate::platform::ledger::Movements;
use crate::request::desk;
use crate::request::store::Request;

/// The request of a number, for somebody who may put files beside it now; as which role.
///
/// # Errors
/// Not found, the rule that forbids it, or that it has moved on.
pub(super) async fn attachable(
    connection: &mut Connection,
    staff: &Staff,
    number: RequestNumber,
) -> Result<(Request, Role), Error> {
    let (request, role) = theirs(connection, staff, number).await?;
    match next_request_stage(RequestAction::Attach, request.stage) {
        Some(_) => Ok((request, role)),
        None => Err(Error::changed(request.version)),
    }
}

/// The same wherever it stands.
///
/// # Errors
/// Not found, or the rule that forbids it.
pub(super) async fn theirs(
    connection: &mut Connection,
    staff: &Staff,
    number: RequestNumber,
) -> Result<(Request, Role), Error> {
    let (request, _) = desk::open(connection, staff, number).await?;
    let role = desk::may(staff, RequestAction::Attach, &request).map_err(Error::forbidden_by)?;
    Ok((request, role))
}

/// A file of a request.
///
/// # Errors
/// Not found.
pub(super) async fn file(connection: &mut Connection, request: &Request, id: &str) -> Result<Kept, Error> {
    store::find(connection, request.id, id).await?.ok_or_else(Error::not_found)
}

/// Records what happened to a file, with the hash of what the applicant gets. Its name is in no event.
pub(super) async fn record(
    tx: &mut Transaction,
    who: (&Staff, Role),
    request: &Request,
    (kind, file): (&'static str, &Kept),
    moment: (Timestamp, Day),
) -> Result<(), DbError> {
    let mut event = desk::event(who, request, kind, moment).with("file", file.id.as_str());
    if let Some(sha256) = file.sha256 {
        event = event.with("sha256", hex(&sha256));
    }
    if let Some(given_as) = file.given_as {
        event = event.with("given_as", given_as.as_str()).with("parts", i64::from(file.parts));
    }
    event::record(tx, vec![event], &Movements::default()).await.map(drop)
}
