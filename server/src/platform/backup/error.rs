use std::{io, path::PathBuf};

use crate::platform::db::DbError;

/// Why a backup could not be written or read back. Each is a sentence for the operator.
#[derive(Debug, thiserror::Error)]
pub enum BackupError {
    /// A backup is never written over another file.
    #[error("{0} exists already")]
    Exists(PathBuf),
    /// The file is not one of our backups, or is damaged.
    #[error("the backup cannot be used: {0}")]
    Unusable(String),
    /// The place to restore to is not empty.
    #[error("{0} is not empty: a backup is restored into an empty data folder and an empty database only")]
    NotEmpty(String),
    /// The database's schema is another than the backup's.
    #[error(
        "the backup has the tables of migration {backup}, this program those of {program}: restore it with the program that wrote it, then update"
    )]
    OtherSchema {
        /// The backup's migration.
        backup: i64,
        /// This program's.
        program: i64,
    },
    /// The disk failed.
    #[error("{0}: {1}")]
    Disk(PathBuf, io::Error),
    /// The database failed.
    #[error(transparent)]
    Database(#[from] DbError),
}

impl BackupError {
    pub(super) fn unusable(reason: impl ToString) -> Self {
        Self::Unusable(reason.to_string())
    }

    /// Names the file that the disk failed with.
    pub(super) fn at(path: impl Into<PathBuf>) -> impl FnOnce(io::Error) -> Self {
        let path = path.into();
        |error| Self::Disk(path, error)
    }
}
