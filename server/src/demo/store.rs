//! What the demo asks the tables.

use crate::platform::db::{Connection, DbError};
use crate::secret::hash_secret;
use crate::values;

const ANY: &str = "select id from complaint limit 1";
const BY_SECRET: &str = "select code, stage from complaint where secret_hash = $1";

/// Whether there are complaints already.
pub(super) async fn has_complaints(connection: &mut Connection) -> Result<bool, DbError> {
    Ok(connection.fetch_optional(ANY, values![]).await?.is_some())
}

/// The code and the stage of the complaint whose receipt has this secret. A demo's table is short enough to be read
/// through.
pub(super) async fn by_secret(
    connection: &mut Connection,
    secret: &str,
) -> Result<Option<(String, String)>, DbError> {
    let row = connection.fetch_optional(BY_SECRET, values![hash_secret(secret)]).await?;
    row.map(|row| Ok((row.text(0)?, row.text(1)?))).transpose()
}
