//! Followers in the database.

use jiff::Timestamp;

use crate::platform::db::{Connection, DbError, Transaction};
use crate::values;

const ADD: &str = "
    insert into follower (mark, complaint_id, sealed, made_at) values ($1, $2, $3, $4) on conflict (mark) do nothing";
const FIND: &str = "
    select c.code, f.confirmed from follower f join complaint c on c.id = f.complaint_id where f.mark = $1";
const CONFIRM: &str = "update follower set confirmed = 1 where mark = $1";
const FORGET_MAIL: &str = "delete from message where follower = $1";
const FORGET: &str = "delete from follower where mark = $1";
const FORGET_MAIL_OF: &str = "
    delete from message where follower in (select mark from follower where complaint_id = $1)";
const FORGET_OF: &str = "delete from follower where complaint_id = $1";

/// Enters one who has not confirmed yet; whether they are new.
pub async fn add(
    tx: &mut Transaction,
    mark: &str,
    complaint_id: i64,
    sealed: Vec<u8>,
    at: Timestamp,
) -> Result<bool, DbError> {
    Ok(tx.execute(ADD, values![mark, complaint_id, sealed, at]).await? > 0)
}

/// What somebody follows, by its code without dashes, and whether they have confirmed it.
pub async fn find(connection: &mut Connection, mark: &str) -> Result<Option<(String, bool)>, DbError> {
    let row = connection.fetch_optional(FIND, values![mark]).await?;
    row.map(|row| Ok((row.optional_text(0)?.unwrap_or_default(), row.flag(1)?))).transpose()
}

/// Notes that they want it.
pub async fn confirm(tx: &mut Transaction, mark: &str) -> Result<(), DbError> {
    tx.execute(CONFIRM, values![mark]).await.map(drop)
}

/// Forgets one, with what waits to be mailed to them.
pub async fn forget(tx: &mut Transaction, mark: &str) -> Result<(), DbError> {
    tx.execute(FORGET_MAIL, values![mark]).await?;
    tx.execute(FORGET, values![mark]).await.map(drop)
}

/// Forgets all who follow a complaint.
pub async fn forget_of_complaint(tx: &mut Transaction, complaint_id: i64) -> Result<(), DbError> {
    tx.execute(FORGET_MAIL_OF, values![complaint_id]).await?;
    tx.execute(FORGET_OF, values![complaint_id]).await.map(drop)
}
