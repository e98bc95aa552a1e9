//! Which complaints are to become requests, in the database.

use crate::platform::db::{Connection, DbError, Transaction};
use crate::values;

const ASK: &str =
    "insert into complaint_request (complaint_id) values ($1) on conflict (complaint_id) do nothing";
const STOP: &str = "delete from complaint_request where complaint_id = $1 and number is null";
const BECOME: &str = "update complaint_request set number = $2 where complaint_id = $1 and number is null";
const OF: &str = "select number from complaint_request where complaint_id = $1";

/// A complaint that is to become a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Turned {
    /// The request's number, once it has become one.
    pub number: Option<String>,
}

/// Notes that its reporter is asked for what is missing.
pub(in crate::complaint) async fn ask(tx: &mut Transaction, id: i64) -> Result<(), DbError> {
    tx.execute(ASK, values![id]).await.map(drop)
}

/// Notes that they are not, any more.
pub(in crate::complaint) async fn stop(tx: &mut Transaction, id: i64) -> Result<(), DbError> {
    tx.execute(STOP, values![id]).await.map(drop)
}

/// Notes the request that it has become.
///
/// # Errors
/// When the database does not take it.
pub async fn become_request(tx: &mut Transaction, id: i64, number: &str) -> Result<(), DbError> {
    tx.execute(BECOME, values![id, number]).await.map(drop)
}

/// What is noted of a complaint.
///
/// # Errors
/// When the database cannot be read.
pub async fn of(connection: &mut Connection, id: i64) -> Result<Option<Turned>, DbError> {
    let row = connection.fetch_optional(OF, values![id]).await?;
    row.map(|row| Ok(Turned { number: row.optional_text(0)? })).transpose()
}
