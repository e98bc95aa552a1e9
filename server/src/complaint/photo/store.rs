//! Public photos in the database.

use shared::complaint::PublicPhoto;

use super::prepare::{Fate, Prepared, What};
use crate::platform::db::{Connection, DbError, Row, Transaction};
use crate::platform::files::{self, Small, Stored};
use crate::values;

const PUBLIC: &str =
    "select upload_id, width, height, words, covered from photo where complaint_id = $1 order by position";
const SMALL: &str = "
    select p.small from photo p join complaint c on c.id = p.complaint_id
    where p.complaint_id = $1 and p.upload_id = $2 and c.published = 1 and c.sealed = 0";
const IS_PUBLIC: &str = "
    select 1 from photo p join complaint c on c.id = p.complaint_id
    where p.complaint_id = $1 and p.upload_id = $2 and c.published = 1 and c.sealed = 0";
const PLACE: &str = "update photo set position = $2, words = $3 where upload_id = $1";
const ADD: &str = "
    insert into photo (upload_id, complaint_id, position, covered, words, width, height, small)
    values ($1, $2, $3, $4, $5, $6, $7, $8)";
const REMOVE: &str = "delete from photo where upload_id = $1";
const FORGET: &str = "delete from photo where complaint_id = $1";

/// A complaint's public photos, in their order. Whether the complaint is published is for the caller to know.
pub async fn public(connection: &mut Connection, complaint: i64) -> Result<Vec<PublicPhoto>, DbError> {
    let pixels =
        |row: &Row, column: &str| Ok::<u32, DbError>(u32::try_from(row.int(column)?).unwrap_or_default());
    let photo = |row: &Row| {
        Ok(PublicPhoto {
            id: row.text("upload_id")?,
            width: pixels(row, "width")?,
            height: pixels(row, "height")?,
            words: row.optional_text("words")?,
            covered: pixels(row, "covered")?,
        })
    };
    connection.fetch_all(PUBLIC, values![complaint]).await?.iter().map(photo).collect()
}

/// A photo that everyone may see now.
pub(super) async fn shown(
    connection: &mut Connection,
    complaint: i64,
    id: &str,
) -> Result<Option<Stored>, DbError> {
    let Some(stored) = files::served(connection, complaint, id).await? else { return Ok(None) };
    let row = connection.fetch_optional(IS_PUBLIC, values![complaint, &stored.file.id]).await?;
    Ok(row.map(|_| stored))
}

/// The small version of a photo that everyone may see now.
pub(super) async fn small(
    connection: &mut Connection,
    complaint: i64,
    id: &str,
) -> Result<Option<Vec<u8>>, DbError> {
    // What is no file's id is looked up nowhere.
    let Some(stored) = files::served(connection, complaint, id).await? else { return Ok(None) };
    let row = connection.fetch_optional(SMALL, values![complaint, stored.file.id]).await?;
    row.map(|row| row.blob(0)).transpose()
}

/// Makes these photos public, in this order, and no others; the names of what is to be removed from the disk after the
/// commit.
pub async fn publish(
    tx: &mut Transaction,
    complaint: i64,
    photos: Vec<Prepared>,
) -> Result<Vec<String>, DbError> {
    let mut names = Vec::new();
    let stay = |photo: &Prepared| match &photo.what {
        What::Kept { id } => Some(id.clone()),
        What::AsItIs { id, .. } => Some(id.clone()),
        What::Covered { .. } => None,
    };
    let stay: Vec<String> = photos.iter().filter_map(stay).collect();
    for photo in public(tx, complaint).await? {
        if !stay.contains(&photo.id) {
            tx.execute(REMOVE, values![photo.id]).await?;
        }
    }
    for (copy, _) in files::covered(tx, complaint).await? {
        if !stay.contains(&copy) {
            names.extend(files::remove(tx, &copy).await?);
        }
    }
    for (position, Prepared { words, what }) in photos.into_iter().enumerate() {
        let position = i64::try_from(position).unwrap_or(i64::MAX);
        let (id, small, boxes) = match what {
            What::Kept { id } => {
                tx.execute(PLACE, values![id, position, words]).await?;
                continue;
            }
            What::AsItIs { id, small } => (id, small, 0),
            What::Covered { copy, small, boxes, original, fate } => {
                let pair = (&original, copy.as_str());
                names.extend(match &fate {
                    Fate::Deleted => files::replace(tx, complaint, pair).await?,
                    Fate::Sealed(twin) => files::cover(tx, complaint, pair, Some(twin)).await?,
                    Fate::AsItIs => files::cover(tx, complaint, pair, None).await?,
                });
                (copy, small, i64::try_from(boxes).unwrap_or(i64::MAX))
            }
        };
        let Small { bytes, width, height } = small;
        let (width, height) = (i64::from(width), i64::from(height));
        tx.execute(ADD, values![id, complaint, position, boxes, words, width, height, bytes]).await?;
    }
    Ok(names)
}

/// Takes all of them back; the names of covered versions, to be removed from the disk after the commit.
pub async fn withdraw(tx: &mut Transaction, complaint: i64) -> Result<Vec<String>, DbError> {
    publish(tx, complaint, Vec::new()).await
}

/// Forgets them, before the files themselves are.
pub async fn forget_of_complaint(tx: &mut Transaction, complaint: i64) -> Result<(), DbError> {
    tx.execute(FORGET, values![complaint]).await.map(drop)
}
