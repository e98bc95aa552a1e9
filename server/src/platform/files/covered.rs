//! Rows of photos and of their covered versions.

use super::attach::{Stored, names};
use super::sealed::Twin;
use super::{FileError, Files, Kind};
use crate::clock::Clock;
use crate::platform::db::{Connection, Database, DbError, Transaction};
use crate::{secret, values};

const ADD: &str =
    "insert into upload (id, name, size, received, media_type, stored_size, stored_name, sha256, state,
    created_at, finished_at) values ($1, $2, $3, $3, $4, $3, $1, $5, 'ready', $6, $6)";
const COVERED: &str =
    "select id, covers from upload where complaint_id = $1 and covers is not null order by id";
const TAKE: &str = "update upload set state = 'attached', complaint_id = $2, covers = $3
    where id = $1 and state = 'ready'";
const SEAL: &str = "update upload set sealed = 1, stored_name = $2, sha256 = $3 where id = $1 and sealed = 0";
const MOMENT: &str = "select created_at from upload where id = $1";
const DELETE: &str = "delete from upload where id = $1 returning stored_name";
const INHERIT: &str = "update upload set covers = null, created_at = $2 where id = $1";

/// Stores bytes of which a complaint is about to take hold; the id. Where none does, the day's sweep removes them.
pub async fn add(
    db: &Database,
    files: &Files,
    clock: &Clock,
    name: &str,
    (kind, bytes): (Kind, Vec<u8>),
) -> Result<String, FileError> {
    let id = secret::random_id();
    let size = i64::try_from(bytes.len()).unwrap_or(i64::MAX);
    let sha256 = files.keep(&id, bytes).await?;
    let (row, name, now) = (id.clone(), kind.fit(name), clock.now());
    db.write(move |tx| {
        Box::pin(
            async move { tx.execute(ADD, values![row, name, size, kind.media_type(), sha256, now]).await },
        )
    })
    .await?;
    Ok(id)
}

/// The covered versions among a complaint's files: the id of each, and of what it covers.
pub async fn covered(
    connection: &mut Connection,
    complaint_id: i64,
) -> Result<Vec<(String, String)>, DbError> {
    let rows = connection.fetch_all(COVERED, values![complaint_id]).await?;
    rows.iter().map(|row| Ok((row.text(0)?, row.text(1)?))).collect()
}

/// Gives a complaint the covered version of one of its photos, which stays beside it, sealed; the name of what is to be
/// removed from the disk.
pub async fn cover(
    tx: &mut Transaction,
    complaint_id: i64,
    (original, copy): (&Stored, &str),
    twin: Option<&Twin>,
) -> Result<Option<String>, DbError> {
    take(tx, complaint_id, &original.file.id, copy).await?;
    let Some(Twin { name, sha256 }) = twin else { return Ok(None) };
    one(tx.execute(SEAL, values![&original.file.id, name, *sha256]).await?)?;
    Ok(Some(original.name.clone()))
}

/// Gives a complaint the covered version of one of its photos in the place of that photo; the name of what is to be removed
/// from the disk.
pub async fn replace(
    tx: &mut Transaction,
    complaint_id: i64,
    (original, copy): (&Stored, &str),
) -> Result<Option<String>, DbError> {
    take(tx, complaint_id, &original.file.id, copy).await?;
    let moment = tx.fetch_one(MOMENT, values![&original.file.id]).await?.int(0)?;
    tx.execute(INHERIT, values![copy, moment]).await?;
    remove(tx, &original.file.id).await
}

/// Forgets a file; the name of what is to be removed from the disk.
pub async fn remove(tx: &mut Transaction, id: &str) -> Result<Option<String>, DbError> {
    Ok(names(&tx.fetch_all(DELETE, values![id]).await?)?.pop())
}

async fn take(tx: &mut Transaction, complaint_id: i64, original: &str, copy: &str) -> Result<(), DbError> {
    one(tx.execute(TAKE, values![copy, complaint_id, original]).await?)
}

fn one(rows: u64) -> Result<(), DbError> {
    if rows == 1 { Ok(()) } else { Err(DbError::Other("a photo was swept or covered meanwhile".to_owned())) }
}
