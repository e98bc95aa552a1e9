//! Files of entries in the database.

use std::collections::HashMap;

use jiff::Timestamp;
use shared::information::{InformationFile, InformationVersion};

use crate::information::store::Listed;
use crate::platform::db::{AssertSqlSafe, Connection, DbError, Row, Transaction};
use crate::platform::files::is_file_id;
use crate::platform::hex::hex;
use crate::values;

const ANNOUNCE: &str = "
    insert into information_file (id, information_id, name, size, state, added_in, created_at)
    values ($1, $2, $3, $4, 'open', $5, $6)";
const FIND: &str = "
    select id, name, size, media_type, state, added_in, removed_in from information_file
    where information_id = $1 and id = $2";
const FINISH: &str = "
    update information_file set state = 'ready', media_type = $2, sha256 = $3, added_in = $4
    where id = $1 and state = 'open'";
const FORGET: &str = "delete from information_file where id = $1";
const REMOVE: &str = "update information_file set removed_in = $2 where id = $1";
const COUNT: &str = "
    select count(*) from information_file where information_id = $1 and removed_in is null";
const OF_VERSIONS: &str = "
    select id, name, size, media_type, sha256, added_in, removed_in from information_file
    where information_id = $1 and state = 'ready' order by name, id";
const OF_PUBLIC: &str = "
    select f.information_id, f.id, f.name, f.size, f.media_type, f.sha256 from information_file f
    join information_public p on p.information_id = f.information_id
    where f.state = 'ready' and f.added_in <= p.number and (f.removed_in is null or p.number < f.removed_in)
        and f.information_id in";
const PUBLIC: &str = "
    select f.id, f.name, f.size, f.media_type, f.sha256 from information_file f
    join information i on i.id = f.information_id
    where f.information_id = $1 and f.id = $2 and f.state = 'ready' and i.public_number is not null
        and exists (select 1 from information_version v where v.information_id = i.id and v.published_on is not null
            and v.number >= f.added_in and (f.removed_in is null or v.number < f.removed_in))";

/// A file that is sent.
#[derive(Clone, Debug)]
pub(super) struct Sent {
    pub(super) id: String,
    pub(super) name: String,
    /// Bytes announced.
    pub(super) size: u64,
    /// What it is, once it is whole.
    pub(super) media_type: Option<String>,
    /// The version that it was added in.
    pub(super) added_in: i64,
    /// Whether a version after it has it no more.
    pub(super) is_removed: bool,
}

/// Announces a file of a version.
pub(super) async fn announce(
    tx: &mut Transaction,
    information: i64,
    sent: &Sent,
    at: Timestamp,
) -> Result<(), DbError> {
    let size = i64::try_from(sent.size).unwrap_or(i64::MAX);
    tx.execute(ANNOUNCE, values![&sent.id, information, &sent.name, size, sent.added_in, at]).await.map(drop)
}

/// A file of an entry, whole or not.
pub(super) async fn find(
    connection: &mut Connection,
    information: i64,
    id: &str,
) -> Result<Option<Sent>, DbError> {
    // What is no id is looked up nowhere: PostgreSQL fails on a text with a zero byte.
    if !is_file_id(id) {
        return Ok(None);
    }
    let row = connection.fetch_optional(FIND, values![information, id]).await?;
    let read = |row: Row| {
        Ok(Sent {
            id: row.text("id")?,
            name: row.text("name")?,
            size: size(&row)?,
            media_type: row.optional_text("media_type")?,
            added_in: row.int("added_in")?,
            is_removed: row.optional_int("removed_in")?.is_some(),
        })
    };
    row.map(read).transpose()
}

/// Says that a file is whole; false where it is gone or was whole before.
pub(super) async fn finish(
    tx: &mut Transaction,
    id: &str,
    media_type: &str,
    sha256: [u8; 32],
    version: i64,
) -> Result<bool, DbError> {
    Ok(tx.execute(FINISH, values![id, media_type, sha256, version]).await? == 1)
}

/// Forgets a file that was never public.
pub(super) async fn forget(tx: &mut Transaction, id: &str) -> Result<(), DbError> {
    tx.execute(FORGET, values![id]).await.map(drop)
}

/// Leaves a file out of a version and those after it.
pub(super) async fn remove(tx: &mut Transaction, id: &str, version: i64) -> Result<(), DbError> {
    tx.execute(REMOVE, values![id, version]).await.map(drop)
}

/// How many files the newest version of an entry has, those on their way among them.
pub(super) async fn count(connection: &mut Connection, information: i64) -> Result<i64, DbError> {
    connection.fetch_one(COUNT, values![information]).await?.int(0)
}

/// Gives versions of one entry their files.
pub(in crate::information) async fn fill(
    connection: &mut Connection,
    information: i64,
    versions: &mut [InformationVersion],
) -> Result<(), DbError> {
    for row in connection.fetch_all(OF_VERSIONS, values![information]).await? {
        let (added, removed) = (row.int("added_in")?, row.optional_int("removed_in")?);
        let file = read(&row)?;
        let has = |version: &&mut InformationVersion| {
            version.number >= added && removed.is_none_or(|removed| version.number < removed)
        };
        versions.iter_mut().filter(has).for_each(|version| version.files.push(file.clone()));
    }
    Ok(())
}

/// Gives public entries the files of the versions that everyone reads.
pub(in crate::information) async fn fill_listed(
    connection: &mut Connection,
    entries: &mut [Listed],
) -> Result<(), DbError> {
    // Numbers of the database's own.
    let ids = entries.iter().map(|entry| entry.id.to_string()).collect::<Vec<_>>().join(", ");
    let sql = format!("{OF_PUBLIC} ({ids}) order by f.name, f.id");
    let mut found: HashMap<i64, Vec<InformationFile>> = HashMap::new();
    for row in connection.fetch_all(AssertSqlSafe(sql), &[]).await? {
        found.entry(row.int("information_id")?).or_default().push(read(&row)?);
    }
    for entry in entries {
        entry.version.files = found.remove(&entry.id).unwrap_or_default();
    }
    Ok(())
}

/// A file that everyone may have: of a version that was public, of an entry that is public now.
pub(super) async fn is_public(
    connection: &mut Connection,
    information: i64,
    id: &str,
) -> Result<Option<InformationFile>, DbError> {
    if !is_file_id(id) {
        return Ok(None);
    }
    connection.fetch_optional(PUBLIC, values![information, id]).await?.as_ref().map(read).transpose()
}

fn read(row: &Row) -> Result<InformationFile, DbError> {
    let sha256 = row.hash("sha256")?;
    Ok(InformationFile {
        id: row.text("id")?,
        name: row.text("name")?,
        media_type: row.text("media_type")?,
        size: size(row)?,
        sha256: hex(&sha256),
    })
}

fn size(row: &Row) -> Result<u64, DbError> {
    row.int("size").map(|size| u64::try_from(size).unwrap_or_default())
}
