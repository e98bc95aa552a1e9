//! The rows of uploads.

use shared::complaint::FileView;

use super::{FileError, Kind, Part, Room, folder};
use crate::{
    clock::Clock,
    platform::{
        db::{Connection, Database, DbError, Row},
        files::Files,
    },
    secret, values,
};

const ANNOUNCE: &str =
    "insert into upload (id, name, size, state, created_at) values ($1, $2, $3, 'open', $4)";
const FIND: &str = "select name, size, state, media_type from upload where id = $1";
const FINISH: &str = "update upload set state = 'ready', received = size, name = $2, media_type = $3,
    stored_size = $4, stored_name = id, sha256 = $5, finished_at = $6 where id = $1 and state = 'open'";
const SETTLE: &str = "update upload set size = $2 where id = $1 and state = 'open'";
const FORGET: &str = "delete from upload where id = $1 and state = 'open'";
const WAITING: &str = "select count(*), cast(coalesce(sum(stored_size), 0) as bigint) from upload
    where state in ('open', 'ready')";

/// An upload that has been announced, and how far it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Announced {
    /// Its id, and the right to go on with it.
    pub id: String,
    /// The name it was given.
    pub name: String,
    /// Bytes announced.
    pub size: u64,
    /// Bytes on disk.
    pub offset: u64,
    /// What it is by now.
    pub state: State,
}

/// Whether an upload can be named in a filing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum State {
    /// Pieces are missing, or the whole has not been examined.
    Open,
    /// Examined and stored, of this media type.
    Ready(String),
    /// Part of a complaint.
    Attached(String),
}

/// Makes room for a file. Its name and size have been checked.
pub async fn announce(
    db: &Database,
    files: &Files,
    clock: &Clock,
    name: String,
    size: u64,
) -> Result<Announced, FileError> {
    Room::check(db, files).await?;
    let upload = Announced { id: secret::random_id(), name, size, offset: 0, state: State::Open };
    let (row, now) = (upload.clone(), clock.now());
    db.write(move |tx| {
        Box::pin(async move { tx.execute(ANNOUNCE, values![row.id, row.name, whole(row.size), now]).await })
    })
    .await?;
    Ok(upload)
}

/// An upload as it stands.
pub async fn find(db: &Database, files: &Files, id: &str) -> Result<Announced, FileError> {
    let row = db.read().await?.fetch_optional(FIND, values![folder::checked(id)?]).await?;
    let row = row.ok_or(FileError::NotFound)?;
    let (name, size) = (row.text("name")?, bytes(&row, "size")?);
    let media_type = row.optional_text("media_type")?.unwrap_or_default();
    let (state, offset) = match row.text("state")?.as_str() {
        "open" => (State::Open, Part::offset(files, id)?),
        "ready" => (State::Ready(media_type), size),
        _ => (State::Attached(media_type), size),
    };
    Ok(Announced { id: id.to_owned(), name, size, offset, state })
}

/// Corrects the size of an upload that was announced before anyone knew it.
pub async fn settle(db: &Database, id: &str, size: u64) -> Result<(), FileError> {
    let row = folder::checked(id)?.to_owned();
    db.write(move |tx| Box::pin(async move { tx.execute(SETTLE, values![row, whole(size)]).await })).await?;
    Ok(())
}

/// Drops an upload that is not ready, and its pieces.
pub async fn forget(db: &Database, files: &Files, id: &str) -> Result<(), FileError> {
    let row = folder::checked(id)?.to_owned();
    db.write(move |tx| Box::pin(async move { tx.execute(FORGET, values![row]).await })).await?;
    Ok(files.remove_part(id)?)
}

/// What a finished upload's row is to say.
pub(super) struct Finished {
    pub(super) id: String,
    pub(super) name: String,
    pub(super) kind: Kind,
    pub(super) size: u64,
    pub(super) sha256: [u8; 32],
    pub(super) at: jiff::Timestamp,
}

/// Says that an upload is ready; false when it is gone or was ready before.
pub(super) async fn finished(db: &Database, file: Finished) -> Result<bool, DbError> {
    db.write(move |tx| {
        Box::pin(async move {
            let media_type = file.kind.media_type();
            let values = values![file.id, file.name, media_type, whole(file.size), file.sha256, file.at];
            Ok::<_, DbError>(tx.execute(FINISH, values).await? == 1)
        })
    })
    .await
}

/// The uploads that wait, and the stored bytes of those that are ready.
pub(super) async fn waiting(connection: &mut Connection) -> Result<Room, DbError> {
    let row = connection.fetch_one(WAITING, &[]).await?;
    Ok(Room { waiting: bytes(&row, 0)?, waiting_bytes: bytes(&row, 1)? })
}

/// A file as it is shown, from a row with `id`, `name`, `media_type`, `stored_size` and `sealed`.
pub(super) fn view(row: &Row) -> Result<FileView, DbError> {
    Ok(FileView {
        id: row.text("id")?,
        name: row.text("name")?,
        media_type: row.text("media_type")?,
        size: bytes(row, "stored_size")?,
        sealed: row.flag("sealed")?,
    })
}

/// A count of bytes, which is never negative.
pub(super) fn bytes(row: &Row, column: impl super::super::db::Index) -> Result<u64, DbError> {
    row.int(column).map(|number| u64::try_from(number).unwrap_or_default())
}

fn whole(bytes: u64) -> i64 {
    i64::try_from(bytes).unwrap_or(i64::MAX)
}
