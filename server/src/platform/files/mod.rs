//! Files that people hand in: received in pieces, examined by their content, stored without metadata.
//!
//! A file's life: a row (`open`) → pieces in `<data>/uploads/<id>` → [`examine`](examine::examine) → the stored
//! file in `<data>/files/<ab>/<id>`, synced → the row says `ready` → a filing [`attach`]es it. What nobody names
//! within a day is swept, and what is taken back before is gone at once. The stored file is another one than the one received: pictures are decoded and encoded
//! anew, so that no position, camera, comment or hidden payload survives; the names are random, the folders
//! closed to other users and outside of what is served.
//!
//! How far an upload is, is the length of its part file, not a column: a row per piece would cost a commit per
//! piece, and the two could disagree after a power cut. The column `received` says 0 until the file is whole.
//!
//! Several servers that share one PostgreSQL share these folders too; part files are locked as files, which holds
//! between processes.

mod attach;
mod covered;
mod discard;
mod document;
mod examine;
mod finish;
mod folder;
mod jpeg;
mod keep;
mod kind;
mod media;
mod name;
mod part;
mod photo;
mod picture;
mod room;
mod sealed;
mod store;
mod sweep;
mod verify;

pub use attach::{Stored, attach, forget_of_complaint, of_complaint, pass_on, served};
pub use covered::{add, cover, covered, remove, replace};
pub use discard::{discard, sweep_discarded};
pub use document::kind_of_whole;
pub use finish::finish;
pub use folder::{Files, is_file_id};
pub use keep::{HEAD, head, keep};
pub use kind::Kind;
pub use media::media_type;
pub use name::clean_name;
pub use part::Part;
pub use photo::{Painted, Small};
pub use room::{Limits, Room};
pub use sealed::Twin;
pub use store::{Announced, State, announce, find, forget, settle};
pub use sweep::{Swept, sweep};
pub use verify::{Damage, hash_of, verify};

use shared::problem::Problem;

use super::db::DbError;

/// Why a file could not be taken in.
#[derive(Debug, thiserror::Error)]
pub enum FileError {
    /// There is no such upload, or it is over.
    #[error("no such upload")]
    NotFound,
    /// The piece does not start where the last one ended.
    #[error("the next piece starts at {offset}")]
    WrongOffset {
        /// Where it must start.
        offset: u64,
    },
    /// The piece goes beyond what was announced, or is larger than a piece may be.
    #[error("the piece is too large")]
    TooLarge,
    /// The file is not one that is taken; it has been removed.
    #[error("the file is refused: {0:?}")]
    Refused(Problem),
    /// Not now: the disk is full, the waiting room is full, another request examines the same file.
    #[error("files cannot be taken in now: {0}")]
    Unavailable(String),
    /// The disk failed.
    #[error(transparent)]
    Disk(std::io::Error),
    /// The database failed.
    #[error(transparent)]
    Database(#[from] DbError),
}

impl From<std::io::Error> for FileError {
    fn from(error: std::io::Error) -> Self {
        use std::io::ErrorKind;
        match error.kind() {
            ErrorKind::StorageFull
            | ErrorKind::QuotaExceeded
            | ErrorKind::FileTooLarge
            | ErrorKind::ReadOnlyFilesystem => Self::Unavailable(error.to_string()),
            _ => Self::Disk(error),
        }
    }
}

#[cfg(test)]
#[cfg(feature = "manual-clock")]
mod tests;
