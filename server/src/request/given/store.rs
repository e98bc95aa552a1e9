//! Files of what is granted in the database.

use jiff::Timestamp;
use shared::request::{GivenAs, RequestFile};

use crate::platform::db::{Connection, DbError, Row, Transaction};
use crate::platform::files::is_file_id;
use crate::platform::hex::hex;
use crate::values;

macro_rules! columns {
    () => {
        "id, name, size, media_type, sha256, stored_name, given_as, parts, original_name"
    };
}

const ANNOUNCE: &str = "
    insert into request_file (id, request_id, name, size, stored_name, state, created_at)
    values ($1, $2, $3, $4, $1, 'open', $5)";
const FIND: &str = concat!("select ", columns!(), " from request_file where request_id = $1 and id = $2");
const FINISH: &str =
    "update request_file set state = 'held', media_type = $2, sha256 = $3 where id = $1 and state = 'open'";
const GIVE: &str = "
    update request_file set state = 'given', given_as = $2, parts = $3, name = $4, size = $5, media_type = $6,
        sha256 = $7, stored_name = $8, original_name = $9, original_sha256 = $10
    where id = $1";
const FORGET: &str = "delete from request_file where id = $1";
const COUNT: &str = "select count(*) from request_file where request_id = $1";
const OF_REQUEST: &str = concat!(
    "select ",
    columns!(),
    " from request_file where request_id = $1 and state <> 'open' order by created_at, id"
);

/// A file as it is kept.
#[derive(Clone, Debug)]
pub(super) struct Kept {
    pub(super) id: String,
    pub(super) name: String,
    /// Bytes, announced or there.
    pub(super) size: u64,
    /// What it is, once it is whole.
    pub(super) media_type: Option<String>,
    /// The hash of its bytes, once it is whole.
    pub(super) sha256: Option<[u8; 32]>,
    /// The name that it lies under on the disk.
    pub(super) stored_name: String,
    /// How the applicant is given it.
    pub(super) given_as: Option<GivenAs>,
    /// Boxes, passages, or words that were looked for.
    pub(super) parts: u32,
    /// The name on the disk of what lies under the black, sealed.
    pub(super) original: Option<String>,
}

impl Kept {
    /// One of which nothing is there yet.
    pub(super) fn announced(id: String, name: String, size: u64) -> Self {
        Self {
            stored_name: id.clone(),
            id,
            name,
            size,
            media_type: None,
            sha256: None,
            given_as: None,
            parts: 0,
            original: None,
        }
    }

    /// Whether it is whole, and held back.
    pub(super) fn is_held(&self) -> bool {
        self.media_type.is_some() && self.given_as.is_none()
    }

    /// The names of all that lies on the disk of it.
    pub(super) fn names(self) -> Vec<String> {
        [self.stored_name].into_iter().chain(self.original).collect()
    }
}

/// Announces a file of a request.
pub(super) async fn announce(
    tx: &mut Transaction,
    request: i64,
    kept: &Kept,
    at: Timestamp,
) -> Result<(), DbError> {
    let size = i64::try_from(kept.size).unwrap_or(i64::MAX);
    tx.execute(ANNOUNCE, values![&kept.id, request, &kept.name, size, at]).await.map(drop)
}

/// A file of a request, whole or not.
pub(super) async fn find(
    connection: &mut Connection,
    request: i64,
    id: &str,
) -> Result<Option<Kept>, DbError> {
    if !is_file_id(id) {
        return Ok(None);
    }
    connection.fetch_optional(FIND, values![request, id]).await?.as_ref().map(read).transpose()
}

/// Says that a file is whole; false where it is gone or was whole before.
pub(super) async fn finish(tx: &mut Transaction, kept: &Kept) -> Result<bool, DbError> {
    let values = values![&kept.id, kept.media_type.as_ref(), kept.sha256];
    Ok(tx.execute(FINISH, values).await? == 1)
}

/// Says how the applicant is given a file, and what has become of it; `original` is the hash of what lies under the black.
pub(super) async fn give(
    tx: &mut Transaction,
    kept: &Kept,
    original: Option<[u8; 32]>,
) -> Result<(), DbError> {
    let values = values![
        &kept.id,
        kept.given_as.map(|given_as| given_as.as_str()),
        i64::from(kept.parts),
        &kept.name,
        i64::try_from(kept.size).unwrap_or(i64::MAX),
        kept.media_type.as_ref(),
        kept.sha256,
        &kept.stored_name,
        kept.original.as_ref(),
        original
    ];
    tx.execute(GIVE, values).await.map(drop)
}

/// Forgets a file.
pub(super) async fn forget(tx: &mut Transaction, id: &str) -> Result<(), DbError> {
    tx.execute(FORGET, values![id]).await.map(drop)
}

/// How many files a request has, those on their way among them.
pub(super) async fn count(connection: &mut Connection, request: i64) -> Result<i64, DbError> {
    connection.fetch_one(COUNT, values![request]).await?.int(0)
}

/// The whole files of a request, in the order they came.
pub(in crate::request) async fn load(
    connection: &mut Connection,
    request: i64,
) -> Result<Vec<RequestFile>, DbError> {
    let shown = |row: &Row| read(row).map(shown);
    connection.fetch_all(OF_REQUEST, values![request]).await?.iter().map(shown).collect()
}

/// A file as it is shown.
pub(super) fn shown(kept: Kept) -> RequestFile {
    RequestFile {
        id: kept.id,
        name: kept.name,
        media_type: kept.media_type.unwrap_or_default(),
        size: kept.size,
        sha256: kept.sha256.map(|sha256| hex(&sha256)).unwrap_or_default(),
        given_as: kept.given_as,
        parts: kept.parts,
        has_original: kept.original.is_some(),
    }
}

fn read(row: &Row) -> Result<Kept, DbError> {
    let media_type = row.optional_text("media_type")?;
    let given_as = match row.optional_text("given_as")? {
        Some(_) => Some(row.word("given_as")?),
        None => None,
    };
    Ok(Kept {
        id: row.text("id")?,
        name: row.text("name")?,
        size: row.int("size").map(|size| u64::try_from(size).unwrap_or_default())?,
        sha256: if media_type.is_some() { Some(row.hash("sha256")?) } else { None },
        media_type,
        stored_name: row.text("stored_name")?,
        given_as,
        parts: row.int("parts").map(|parts| u32::try_from(parts).unwrap_or_default())?,
        original: row.optional_text("original_name")?,
    })
}
