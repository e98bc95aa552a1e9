//! What nobody came back for.

use std::{
    collections::HashSet,
    fs, io,
    path::Path,
    time::{Duration, SystemTime},
};

use jiff::Timestamp;

use super::{FileError, Files, folder::DRAFT};
use crate::{
    platform::db::{Database, DbError},
    values,
};

/// After how long an upload that no filing has named is removed.
const WAIT: Duration = Duration::from_secs(24 * 60 * 60);

/// After how long a file of an office is removed that is not whole: such files are large, and offices close.
const WAIT_OF_OFFICES: Duration = Duration::from_secs(7 * 24 * 60 * 60);

/// How old a file without a row must be: its row may be about to be written.
const GRACE: Duration = Duration::from_secs(60 * 60);

const EXPIRE: &str =
    "delete from upload where state in ('open', 'ready') and created_at < $1 returning id, stored_name";
const EXPIRE_INFORMATION: &str =
    "delete from information_file where state = 'open' and created_at < $1 returning id, cast(null as text)";
const EXPIRE_REQUEST: &str =
    "delete from request_file where state = 'open' and created_at < $1 returning id, cast(null as text)";
const OPEN: &str = "select id from upload where state = 'open'
    union all select id from information_file where state = 'open'
    union all select id from request_file where state = 'open'";
// A file of an office lies on its shelf a moment before its row says so.
const SHELF: &str = "select stored_name from upload where id >= $1 and id < $2 and stored_name is not null
    union all select id from information_file where id >= $1 and id < $2
    union all select stored_name from request_file where id >= $1 and id < $2
    union all select original_name from request_file where id >= $1 and id < $2 and original_name is not null
    union all select stored_name from applicant_document where id >= $1 and id < $2";

/// What a sweep removed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Swept {
    /// Uploads that nobody named within a day.
    pub expired: u64,
    /// Files without a row, left by a crash.
    pub strays: u64,
}

/// Removes uploads that were not named within a day, and files that no row knows. To be called every hour.
pub async fn sweep(db: &Database, files: &Files, now: Timestamp) -> Result<Swept, FileError> {
    let mut swept = Swept::default();
    let mut expired = Vec::new();
    for (sql, wait) in
        [(EXPIRE, WAIT), (EXPIRE_INFORMATION, WAIT_OF_OFFICES), (EXPIRE_REQUEST, WAIT_OF_OFFICES)]
    {
        let before = now.checked_sub(wait).unwrap_or(Timestamp::MIN);
        let gone = db.write(move |tx| {
            Box::pin(async move {
                let rows = tx.fetch_all(sql, values![before]).await?;
                rows.iter()
                    .map(|row| Ok((row.text(0)?, row.optional_text(1)?)))
                    .collect::<Result<Vec<_>, DbError>>()
            })
        });
        expired.extend(gone.await?);
    }
    for (id, stored) in expired {
        files.remove_part(&id)?;
        if let Some(name) = stored {
            files.remove(&name)?;
        }
        swept.expired += 1;
    }
    let open = names(db, OPEN, &[]).await?;
    swept.strays += stray(files.parts(), &open, now)?;
    for shelf in fs::read_dir(files.stored())? {
        let shelf = shelf?;
        let Some(letters) = shelf.file_name().to_str().map(str::to_owned) else { continue };
        // Past every hexadecimal letter, so that one shelf's rows are a range of the primary key.
        let known = names(db, SHELF, values![&letters, format!("{letters}g")]).await?;
        swept.strays += stray(&shelf.path(), &known, now)?;
    }
    files.weigh_parts()?;
    Ok(swept)
}

async fn names(
    db: &Database,
    sql: &'static str,
    values: &[crate::platform::db::Value],
) -> Result<HashSet<String>, DbError> {
    db.read().await?.fetch_all(sql, values).await?.iter().map(|row| row.text(0)).collect()
}

/// Removes a folder's files that are not known and not new.
fn stray(folder: &Path, known: &HashSet<String>, now: Timestamp) -> io::Result<u64> {
    let mut count = 0;
    let before = u64::try_from(now.as_millisecond())
        .ok()
        .and_then(|now| SystemTime::UNIX_EPOCH.checked_add(Duration::from_millis(now))?.checked_sub(GRACE));
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let is_known = entry.file_name().to_str().is_some_and(|name| known.contains(name));
        let Ok(data) = entry.metadata() else { continue };
        let is_old = data.modified().ok().zip(before).is_some_and(|(modified, before)| modified < before);
        if !is_known && is_old && data.is_file() {
            fs::remove_file(entry.path())?;
            count += 1;
        }
    }
    debug_assert!(!known.iter().any(|name| name.ends_with(DRAFT)), "drafts are never known");
    Ok(count)
}
