use super::Identity;
use crate::{
    platform::{
        db::{DbError, Transaction},
        seal::Unopened,
    },
    secret::Keys,
    values,
};

const KEEP: &str = "insert into identity (complaint_id, sealed) values ($1, $2)";
const READ: &str = "select sealed from identity where complaint_id = $1";

/// Seals the reporter's identity and keeps it beside the complaint, inside the transaction that files it.
pub async fn keep(
    tx: &mut Transaction,
    keys: &Keys,
    complaint_id: i64,
    identity: &Identity,
) -> Result<(), DbError> {
    tx.execute(KEEP, values![complaint_id, identity.close(keys, complaint_id)]).await.map(drop)
}

/// Reads the reporter's identity, if one was given. This takes a writing transaction and not a connection, because
/// reading an identity leaves an event: the caller appends it to the chain in the same transaction, before it shows
/// anything.
pub async fn read(
    tx: &mut Transaction,
    keys: &Keys,
    complaint_id: i64,
) -> Result<Option<Result<Identity, Unopened>>, DbError> {
    let row = tx.fetch_optional(READ, values![complaint_id]).await?;
    row.map(|row| Ok(Identity::open(keys, complaint_id, &row.blob(0)?))).transpose()
}
