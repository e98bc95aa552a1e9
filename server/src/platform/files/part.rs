//! One piece of an upload on its way to disk.
//!
//! Nothing is locked while waiting for the network: a phone that lost its connection goes on over a new one while
//! the server still waits on the old. Each run of bytes is appended under the part file's lock, and only where the
//! file ends; so of two writers one finds the end moved, and stops.

use std::{
    fs::{File, OpenOptions},
    io,
    os::unix::fs::FileExt,
    sync::Arc,
};

use shared::{api::PIECE_BYTES_MAX, problem::Problem};
use tokio::task::spawn_blocking;

use super::{FileError, Files, Kind, folder};

/// How many bytes are gathered before they are written.
const RUN: usize = 128 * 1024;

/// A piece that is being received. What has been written of it stays when it is cut off.
pub struct Part {
    files: Files,
    file: Arc<File>,
    /// Where the next run goes.
    end: u64,
    /// Bytes announced for the whole file.
    size: u64,
    /// Bytes that this piece may still have.
    allowance: usize,
    waiting: Vec<u8>,
    is_hopeless: fn(&[u8]) -> bool,
}

impl Part {
    /// How many bytes of an upload are on disk.
    pub fn offset(files: &Files, id: &str) -> Result<u64, FileError> {
        match files.part(folder::checked(id)?).metadata() {
            Ok(file) => Ok(file.len()),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(0),
            Err(error) => Err(error.into()),
        }
    }

    /// Opens an upload for a piece that starts at `offset`, of a file announced with `size` bytes.
    pub fn open(files: &Files, id: &str, size: u64, offset: u64) -> Result<Self, FileError> {
        let path = files.part(folder::checked(id)?);
        // Only a first piece makes the file, so that a late one cannot bring it back after it was taken in.
        let options = &mut OpenOptions::new();
        let file = match folder::private(options.read(true).write(true).create(offset == 0)).open(path) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                return Err(FileError::WrongOffset { offset: 0 });
            }
            outcome => outcome?,
        };
        let part = Self {
            files: files.clone(),
            file: Arc::new(file),
            end: offset,
            size,
            allowance: PIECE_BYTES_MAX,
            waiting: Vec::new(),
            is_hopeless: Kind::is_hopeless,
        };
        part.ends_here()?;
        Ok(part)
    }

    /// The same for a file of any kind: its first bytes decide nothing.
    pub fn of_any_kind(self) -> Self {
        Self { is_hopeless: |_| false, ..self }
    }

    /// Takes some bytes in.
    pub async fn push(&mut self, bytes: &[u8]) -> Result<(), FileError> {
        let room = self.size - self.end - self.waiting.len() as u64;
        if bytes.len() > self.allowance || bytes.len() as u64 > room {
            return Err(FileError::TooLarge);
        }
        self.allowance -= bytes.len();
        self.waiting.extend_from_slice(bytes);
        if self.waiting.len() >= RUN { self.write().await } else { Ok(()) }
    }

    /// Writes what is left and syncs it; where the next piece starts.
    pub async fn close(mut self) -> Result<u64, FileError> {
        self.write().await?;
        let file = self.file;
        aside(move || file.sync_data()).await?;
        Ok(self.end)
    }

    async fn write(&mut self) -> Result<(), FileError> {
        if self.waiting.is_empty() {
            return Ok(());
        }
        if self.end == 0 && (self.is_hopeless)(&self.waiting) {
            return Err(FileError::Refused(Problem::FileKind));
        }
        let (bytes, file, end) = (std::mem::take(&mut self.waiting), self.file.clone(), self.end);
        let length = bytes.len() as u64;
        if aside(move || append(&file, &bytes, end)).await? {
            self.end += length;
            self.files.grew(length);
            Ok(())
        } else {
            self.ends_here()
        }
    }

    /// Whether the file ends where the next run goes.
    fn ends_here(&self) -> Result<(), FileError> {
        let offset = self.file.metadata()?.len();
        if offset == self.end && offset <= self.size {
            Ok(())
        } else {
            Err(FileError::WrongOffset { offset })
        }
    }
}

/// Appends, if the file ends at `end`. A run that does not fit on the disk leaves nothing.
fn append(file: &File, bytes: &[u8], end: u64) -> io::Result<bool> {
    file.lock()?;
    let outcome = (|| {
        if file.metadata()?.len() != end {
            return Ok(false);
        }
        file.write_all_at(bytes, end).map(|()| true).inspect_err(|_| {
            if let Err(error) = file.set_len(end) {
                tracing::warn!(%error, "half a run of bytes stays in an upload");
            }
        })
    })();
    file.unlock()?;
    outcome
}

async fn aside<T: Send + 'static>(work: impl FnOnce() -> io::Result<T> + Send + 'static) -> io::Result<T> {
    spawn_blocking(work).await.unwrap_or_else(|panic| Err(io::Error::other(panic)))
}
