//! The step from a whole part file to a stored file.

use std::{
    fs::{self, File, TryLockError},
    time::Duration,
};

use sha2::{Digest, Sha256};
use tokio::{task::spawn_blocking, time};

use super::{Announced, FileError, Files, State, find, folder, forget, store};
use crate::{clock::Clock, platform::db::Database};

/// How often and how many times to look whether another request has finished the same file.
const PAUSE: Duration = Duration::from_millis(100);
const PAUSES: u32 = 300;

/// Examines an upload whose last byte has arrived, stores what is kept of it and says so in its row. Calling it
/// again gives the same answer, so a client that was cut off sends an empty piece at the end and learns how it
/// went. A file that is not taken is removed with its row.
///
/// # Errors
/// [`FileError::Refused`] when the content is not taken, [`FileError::WrongOffset`] when bytes are missing.
pub async fn finish(db: &Database, files: &Files, clock: &Clock, id: &str) -> Result<Announced, FileError> {
    folder::checked(id)?;
    let (db, files, clock, id) = (db.clone(), files.clone(), clock.clone(), id.to_owned());
    // On its own, so that a phone that has lost its connection finds the work done when it comes back.
    tokio::spawn(async move { work(&db, &files, &clock, &id).await })
        .await
        .unwrap_or_else(|panic| Err(FileError::Disk(std::io::Error::other(panic))))
}

async fn work(db: &Database, files: &Files, clock: &Clock, id: &str) -> Result<Announced, FileError> {
    // The file is held locked to the end, so that of two requests one does the work and the other sees it.
    let Some(part) = locked(files, id).await? else { return find(db, files, id).await };
    let upload = find(db, files, id).await?;
    if upload.state != State::Open {
        return Ok(upload);
    }
    if upload.offset != upload.size {
        return Err(FileError::WrongOffset { offset: upload.offset });
    }
    let turn = files.examiner().turn().await;
    let path = files.part(id);
    let received = aside(move || Ok(fs::read(path)?)).await?;
    let examined = match files.examiner().examine(received).await {
        Err(error @ FileError::Refused(_)) => {
            forget(db, files, id).await?;
            return Err(error);
        }
        outcome => outcome?,
    };
    let row = store::Finished {
        id: id.to_owned(),
        name: examined.kind.fit(&upload.name),
        kind: examined.kind,
        size: examined.bytes.len() as u64,
        sha256: Sha256::digest(&examined.bytes).into(),
        at: clock.now(),
    };
    let (folder, name) = (files.clone(), id.to_owned());
    aside(move || Ok(folder.store(&name, &examined.bytes)?)).await?;
    drop(turn);
    // Should this fail, the stored file stays: the commit may have happened all the same. The sweep sees to it.
    if !store::finished(db, row).await? {
        files.remove(id)?;
    }
    files.remove_part(id)?;
    drop(part);
    find(db, files, id).await
}

/// The part file, locked; none when it is gone because another request has finished it.
async fn locked(files: &Files, id: &str) -> Result<Option<File>, FileError> {
    let file = match File::open(files.part(id)) {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(None),
        outcome => outcome?,
    };
    for _ in 0..PAUSES {
        match file.try_lock() {
            Ok(()) => return Ok(Some(file)),
            Err(TryLockError::WouldBlock) => time::sleep(PAUSE).await,
            Err(TryLockError::Error(error)) => return Err(error.into()),
        }
    }
    Err(FileError::Unavailable("the file is still being examined".to_owned()))
}

async fn aside<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, FileError> + Send + 'static,
) -> Result<T, FileError> {
    spawn_blocking(work).await.unwrap_or_else(|panic| Err(FileError::Disk(std::io::Error::other(panic))))
}
