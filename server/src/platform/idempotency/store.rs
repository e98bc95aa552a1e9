use jiff::Timestamp;

use crate::platform::db::{Connection, DbError, Row, Transaction};
use crate::values;

/// On PostgreSQL this waits for another transaction that claims the same key, and then finds its answer.
const CLAIM: &str = "
    insert into idempotency (key, scope, request_hash, status, body, created_at)
    values ($1, $2, $3, 0, '', $4) on conflict (key) do nothing";
const FIND: &str = "select scope, request_hash, body from idempotency where key = $1";
const REMEMBER: &str = "update idempotency set status = $1, body = $2 where key = $3";
const FORGET: &str = "delete from idempotency where created_at < $1";

/// What a key stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Claim {
    /// It is new: do the work, then [`remember`] the answer.
    New,
    /// The same request was answered with this body.
    Repeat(String),
    /// It was used for another request.
    Reused,
}

/// Claims a key for a request.
pub async fn claim(
    tx: &mut Transaction,
    key: &str,
    scope: &str,
    request_hash: &[u8; 32],
    at: Timestamp,
) -> Result<Claim, DbError> {
    if tx.execute(CLAIM, values![key, scope, request_hash, at]).await? == 1 {
        return Ok(Claim::New);
    }
    Ok(find(tx, key, scope, request_hash).await?.unwrap_or(Claim::Reused))
}

/// Looks a key up without claiming it; none where it is new.
pub async fn find(
    connection: &mut Connection,
    key: &str,
    scope: &str,
    request_hash: &[u8; 32],
) -> Result<Option<Claim>, DbError> {
    let row = connection.fetch_optional(FIND, values![key]).await?;
    row.map(|row| read(&row, scope, request_hash)).transpose()
}

fn read(row: &Row, scope: &str, request_hash: &[u8; 32]) -> Result<Claim, DbError> {
    let same = row.text(0)? == scope && row.hash(1)? == *request_hash;
    Ok(if same { Claim::Repeat(row.text(2)?) } else { Claim::Reused })
}

/// Remembers the answer to a claimed key.
pub async fn remember(tx: &mut Transaction, key: &str, status: u16, body: &str) -> Result<(), DbError> {
    tx.execute(REMEMBER, values![status, body, key]).await.map(drop)
}

/// Forgets answers older than a moment; how many.
pub async fn forget_before(tx: &mut Transaction, moment: Timestamp) -> Result<u64, DbError> {
    tx.execute(FORGET, values![moment]).await
}
