//! Taking an upload back before a complaint has it, such as a photo whose faces were covered afterwards.

use super::{Announced, FileError, Files, find, folder};
use crate::{platform::db::Database, values};

const DISCARD: &str = "delete from upload where id = $1 and state in ('open', 'ready') returning stored_name";
const IS_KNOWN: &str = "select id from upload where id = $1";

/// Removes an upload with all that is on disk of it; how it stood. Its id is the right to do so, as it is to go on
/// with it. What belongs to a complaint is out of its reach.
///
/// The row goes first: whoever still writes or examines finds it gone and leaves nothing behind.
///
/// # Errors
/// [`FileError::NotFound`] when there is none, or a complaint has it.
pub async fn discard(db: &Database, files: &Files, id: &str) -> Result<Announced, FileError> {
    let upload = find(db, files, id).await?;
    let row = upload.id.clone();
    let discarded = db
        .write(move |tx| {
            Box::pin(async move {
                let row = tx.fetch_optional(DISCARD, values![row]).await?;
                row.map(|row| row.optional_text(0)).transpose()
            })
        })
        .await?;
    let stored = discarded.ok_or(FileError::NotFound)?;
    files.remove_part(id)?;
    if let Some(name) = stored {
        files.remove(&name)?;
    }
    Ok(upload)
}

/// Removes what a piece has written for an upload that was discarded meanwhile.
///
/// # Errors
/// [`FileError::NotFound`] when it was.
pub async fn sweep_discarded(db: &Database, files: &Files, id: &str) -> Result<(), FileError> {
    let row = db.read().await?.fetch_optional(IS_KNOWN, values![folder::checked(id)?]).await?;
    if row.is_some() {
        return Ok(());
    }
    files.remove_part(id)?;
    Err(FileError::NotFound)
}
