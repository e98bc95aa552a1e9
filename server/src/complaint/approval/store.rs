//! The setting in the database, where every answer asks for it.

use crate::platform::db::{Connection, DbError, Transaction};
use crate::values;

const IS_NEEDED: &str = "select approves from agency where key = $1";
const SET: &str = "update agency set approves = $2 where key = $1";

/// Whether an agency's answers wait for its responsible officer.
pub async fn is_needed(connection: &mut Connection, agency: &str) -> Result<bool, DbError> {
    let row = connection.fetch_optional(IS_NEEDED, values![agency]).await?;
    row.map_or(Ok(false), |row| row.flag(0))
}

/// Says whether they do.
pub(super) async fn set(tx: &mut Transaction, agency: &str, needed: bool) -> Result<(), DbError> {
    tx.execute(SET, values![agency, needed]).await.map(drop)
}
