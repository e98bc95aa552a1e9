//! A file that comes with a form, whose length nobody has announced.

use sha2::{Digest, Sha256};
use shared::api::PIECE_BYTES_MAX;
use shared::complaint::FILE_BYTES_MAX;
use shared::problem::Problem;

use crate::platform::files::{self, Announced, FileError, Part};
use crate::state::AppState;

/// A file on its way in. It goes the way of every upload: pieces on disk, examined, stored anew.
pub(in crate::complaint) struct Incoming<'a> {
    state: &'a AppState,
    upload: Announced,
    /// The piece that is being written, and its bytes so far.
    piece: Option<(Part, usize)>,
    size: u64,
    hash: Sha256,
}

/// A file that was taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::complaint) struct Taken {
    /// Its id.
    pub id: String,
    /// The hash of the bytes that were sent, by which a form that is sent again is known.
    pub sha256: [u8; 32],
}

impl<'a> Incoming<'a> {
    /// Makes room for it.
    pub(in crate::complaint) async fn begin(state: &'a AppState, name: &str) -> Result<Self, FileError> {
        let name = files::clean_name(name);
        // As if it were as large as a file may be; what it is, is settled at its end.
        let upload = files::announce(&state.db, &state.files, &state.clock, name, FILE_BYTES_MAX).await?;
        Ok(Self { state, upload, piece: None, size: 0, hash: Sha256::new() })
    }

    /// Takes some bytes in.
    ///
    /// # Errors
    /// [`FileError::Refused`] as soon as it is too large, or nothing that is taken.
    pub(in crate::complaint) async fn push(&mut self, bytes: &[u8]) -> Result<(), FileError> {
        let size = self.size + bytes.len() as u64;
        if size > FILE_BYTES_MAX {
            return Err(FileError::Refused(Problem::FileTooLarge(FILE_BYTES_MAX as u32)));
        }
        self.hash.update(bytes);
        for run in bytes.chunks(PIECE_BYTES_MAX) {
            let (mut part, length) = match self.piece.take() {
                Some((part, length)) if length + run.len() <= PIECE_BYTES_MAX => (part, length),
                full => {
                    if let Some((part, _)) = full {
                        part.close().await?;
                    }
                    (Part::open(&self.state.files, &self.upload.id, FILE_BYTES_MAX, self.size)?, 0)
                }
            };
            part.push(run).await?;
            self.size += run.len() as u64;
            self.piece = Some((part, length + run.len()));
        }
        Ok(())
    }

    /// Examines and stores it. Nothing is left of one that is refused.
    pub(in crate::complaint) async fn finish(mut self) -> Result<Taken, FileError> {
        // A small file is written, and looked at for the first time, when its only piece is closed.
        if let Some((part, _)) = self.piece.take()
            && let Err(error) = part.close().await
        {
            self.forget().await?;
            return Err(error);
        }
        let Self { state, upload, size, hash, .. } = self;
        files::settle(&state.db, &upload.id, size).await?;
        files::finish(&state.db, &state.files, &state.clock, &upload.id).await?;
        Ok(Taken { id: upload.id, sha256: hash.finalize().into() })
    }

    /// Leaves nothing of it.
    pub(in crate::complaint) async fn forget(self) -> Result<(), FileError> {
        files::forget(&self.state.db, &self.state.files, &self.upload.id).await
    }
}
