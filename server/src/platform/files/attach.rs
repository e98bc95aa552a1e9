//! Files as parts of complaints.

use shared::{
    complaint::FileView,
    problem::{FieldProblem, Problem},
};

use super::{folder::checked, store::view};
use crate::{
    platform::db::{Connection, DbError, Row, Transaction},
    values,
};

const ATTACH: &str = "update upload set state = 'attached', complaint_id = $2, event_position = $3
    where id = $1 and state = 'ready' returning id, name, media_type, stored_size, sealed";
const FORGET: &str = "delete from upload where complaint_id = $1 returning stored_name";
const PASS_ON: &str = "update upload set event_position = $3
    where complaint_id = $1 and event_position = $2 and state = 'attached'";
const OF_COMPLAINT: &str = "select id, name, media_type, stored_size, sealed, event_position from upload
    where complaint_id = $1 and state = 'attached' and covers is null order by event_position, created_at, id";
const SERVED: &str = "select id, name, media_type, stored_size, sealed, stored_name from upload
    where complaint_id = $1 and id = $2 and state = 'attached'";

/// A file of a complaint as it is stored.
#[derive(Clone, Debug)]
pub struct Stored {
    /// The file.
    pub file: FileView,
    /// The name it is stored under, for [`Files::path`](super::Files::path).
    pub name: String,
}

/// Gives finished uploads to a complaint, inside the transaction that files it or adds a message to it. Whoever
/// comes second with the same upload is refused, like one who names a file that is not there.
///
/// The inner error names each such file as `files.0`, `files.1`, …: the caller must then fail its command, since
/// the other files are marked already.
pub async fn attach(
    tx: &mut Transaction,
    complaint_id: i64,
    event_position: Option<i64>,
    ids: &[String],
) -> Result<Result<Vec<FileView>, Vec<FieldProblem>>, DbError> {
    let (mut views, mut problems) = (Vec::with_capacity(ids.len()), Vec::new());
    for (index, id) in ids.iter().enumerate() {
        // What is no id is looked up nowhere: PostgreSQL, for one, fails on a text with a zero byte.
        let row = match checked(id) {
            Ok(id) => tx.fetch_optional(ATTACH, values![id, complaint_id, event_position]).await?,
            Err(_) => None,
        };
        match row {
            Some(row) => views.push(view(&row)?),
            None => problems.push(FieldProblem::new(format!("files.{index}"), Problem::NotUploaded)),
        }
    }
    Ok(if problems.is_empty() { Ok(views) } else { Err(problems) })
}

/// Forgets a complaint's files; the names under which they lie on the disk, to be removed after the commit. What a crash
/// leaves there is swept.
pub async fn forget_of_complaint(tx: &mut Transaction, complaint_id: i64) -> Result<Vec<String>, DbError> {
    names(&tx.fetch_all(FORGET, values![complaint_id]).await?)
}

/// The names that rows tell first, where they tell one.
pub(super) fn names(rows: &[Row]) -> Result<Vec<String>, DbError> {
    rows.iter().filter_map(|row| row.optional_text(0).transpose()).collect()
}

/// Lets the files of one event of a complaint belong to a later one.
pub async fn pass_on(tx: &mut Transaction, complaint_id: i64, from: i64, to: i64) -> Result<(), DbError> {
    tx.execute(PASS_ON, values![complaint_id, from, to]).await.map(drop)
}

/// A complaint's files, each with the position of the event that brought it; the covered versions of photos are not among
/// them.
pub async fn of_complaint(
    connection: &mut Connection,
    complaint_id: i64,
) -> Result<Vec<(FileView, Option<i64>)>, DbError> {
    let rows = connection.fetch_all(OF_COMPLAINT, values![complaint_id]).await?;
    rows.iter().map(|row| Ok((view(row)?, row.optional_int("event_position")?))).collect()
}

/// One of a complaint's files.
pub async fn served(
    connection: &mut Connection,
    complaint_id: i64,
    id: &str,
) -> Result<Option<Stored>, DbError> {
    let Ok(id) = checked(id) else { return Ok(None) };
    let row = connection.fetch_optional(SERVED, values![complaint_id, id]).await?;
    row.map(|row| Ok(Stored { file: view(&row)?, name: row.text("stored_name")? })).transpose()
}
