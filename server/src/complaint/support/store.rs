//! Support in the database.

use shared::calendar::Day;

use crate::platform::db::{Connection, DbError, Transaction};
use crate::values;

const COUNT: &str = "select count(*) from support where complaint_id = $1";
const IS_THERE: &str = "select 1 from support where complaint_id = $1 and mark = $2";
const GIVE: &str = "
    insert into support (complaint_id, mark, day) values ($1, $2, $3) on conflict (complaint_id, mark) do nothing";
const TAKE_BACK: &str = "delete from support where complaint_id = $1 and mark = $2";

/// From how many phones it was said.
pub async fn count(connection: &mut Connection, complaint: i64) -> Result<u32, DbError> {
    let count = connection.fetch_one(COUNT, values![complaint]).await?.int(0)?;
    Ok(u32::try_from(count).unwrap_or(u32::MAX))
}

/// Whether a phone has said so.
pub(super) async fn is_there(
    connection: &mut Connection,
    complaint: i64,
    mark: &str,
) -> Result<bool, DbError> {
    Ok(connection.fetch_optional(IS_THERE, values![complaint, mark]).await?.is_some())
}

/// Notes it; a second time changes nothing.
pub(super) async fn give(tx: &mut Transaction, complaint: i64, mark: &str, day: Day) -> Result<(), DbError> {
    tx.execute(GIVE, values![complaint, mark, day.date()]).await.map(drop)
}

/// Takes it back.
pub(super) async fn take_back(tx: &mut Transaction, complaint: i64, mark: &str) -> Result<(), DbError> {
    tx.execute(TAKE_BACK, values![complaint, mark]).await.map(drop)
}
