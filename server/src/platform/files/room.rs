//! How much may wait: files that nobody has named in a filing yet.

use super::{FileError, Files, store};
use crate::platform::db::Database;

/// How much may wait to be named.
#[derive(Clone, Debug)]
pub struct Limits {
    /// Uploads that may wait.
    pub waiting: u64,
    /// Bytes on disk that may wait. Announced bytes do not count: a thousand empty announcements would shut
    /// everyone out.
    pub waiting_bytes: u64,
    /// Bytes of the disk that stay free of files: the database needs them, and complaints matter more than pictures.
    pub free_bytes: u64,
}

impl Default for Limits {
    fn default() -> Self {
        Self { waiting: 20_000, waiting_bytes: 4_000_000_000, free_bytes: 500_000_000 }
    }
}

/// How much does wait.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Room {
    /// Uploads, begun or ready.
    pub waiting: u64,
    /// Their bytes on disk.
    pub waiting_bytes: u64,
}

impl Room {
    /// Measures it.
    pub async fn measure(db: &Database, files: &Files) -> Result<Self, FileError> {
        let ready = store::waiting(&mut db.read().await?).await?;
        Ok(Self { waiting_bytes: ready.waiting_bytes + files.parts_bytes(), ..ready })
    }

    /// Refuses one more upload when it is full.
    pub async fn check(db: &Database, files: &Files) -> Result<(), FileError> {
        let (room, limits) = (Self::measure(db, files).await?, files.limits());
        if room.waiting >= limits.waiting || room.waiting_bytes >= limits.waiting_bytes {
            tracing::warn!(room.waiting, room.waiting_bytes, "no room for one more upload");
            return Err(FileError::Unavailable("too many files wait".to_owned()));
        }
        let free = files.free_bytes()?;
        if free < limits.free_bytes {
            tracing::warn!(free, "the disk has no room for one more upload");
            return Err(FileError::Unavailable("the disk is nearly full".to_owned()));
        }
        Ok(())
    }
}
