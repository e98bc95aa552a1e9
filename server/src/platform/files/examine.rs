use std::sync::Arc;

use shared::problem::Problem;
use tokio::{
    sync::{OwnedSemaphorePermit, Semaphore},
    task::spawn_blocking,
};

use super::{FileError, Kind, document, picture};

const MEBIBYTE: u64 = 1 << 20;

/// Memory that pictures being opened may take together, in MiB.
const MEMORY: u64 = picture::DECODED_BYTES_MAX.div_ceil(MEBIBYTE);

/// Whole files that are held in memory at a time, each of them once as it came and once as it is stored.
const TURNS: usize = 6;

/// What is kept of a file.
pub(super) struct Examined {
    pub(super) kind: Kind,
    pub(super) bytes: Vec<u8>,
}

/// Opens at most two pictures at a time, and a very large one alone. Clones share the measure.
#[derive(Clone, Debug)]
pub(super) struct Examiner {
    turns: Arc<Semaphore>,
    memory: Arc<Semaphore>,
}

impl Examiner {
    pub(super) fn new() -> Self {
        let (turns, memory) = (Semaphore::new(TURNS), Semaphore::new(MEMORY as usize));
        Self { turns: Arc::new(turns), memory: Arc::new(memory) }
    }

    /// Waits for a turn, to be taken before a file is read and kept until it is stored: a thousand phones that finish
    /// at once must not put a thousand files into memory.
    pub(super) async fn turn(&self) -> OwnedSemaphorePermit {
        self.turns.clone().acquire_owned().await.expect("the semaphore is never closed")
    }

    /// Looks at a whole file's content: what is to be stored, or why it is refused.
    pub(super) async fn examine(&self, bytes: Vec<u8>) -> Result<Examined, FileError> {
        let kind = Kind::of(&bytes).ok_or(FileError::Refused(Problem::FileKind))?;
        if kind == Kind::Pdf {
            document::check(&bytes).map_err(FileError::Refused)?;
            return Ok(Examined { kind, bytes });
        }
        let renew =
            move |bytes: &[u8]| picture::renew(bytes, kind).map(|(kind, bytes)| Examined { kind, bytes });
        self.decode(bytes.into(), kind, renew).await
    }

    /// Does work that opens a picture, once there is memory for it.
    pub(super) async fn decode<T: Send + 'static>(
        &self,
        bytes: Arc<[u8]>,
        kind: Kind,
        work: impl FnOnce(&[u8]) -> Result<T, Problem> + Send + 'static,
    ) -> Result<T, FileError> {
        let header = bytes.clone();
        let memory = aside(move || picture::decoded_bytes(&header, kind)).await?;
        let share = memory.div_ceil(MEBIBYTE).clamp(MEMORY / 2, MEMORY) as u32;
        let share =
            self.memory.clone().acquire_many_owned(share).await.expect("the semaphore is never closed");
        aside(move || {
            // Held by the thread: a caller that stops waiting does not make the work stop.
            let _share = share;
            work(&bytes)
        })
        .await
    }
}

/// Decoding takes seconds and runs over foreign bytes: off the async threads, and a panic is the file's fault.
async fn aside<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, Problem> + Send + 'static,
) -> Result<T, FileError> {
    spawn_blocking(work)
        .await
        .unwrap_or_else(|panic| {
            tracing::error!(%panic, "a decoder panicked");
            Err(Problem::FileBroken)
        })
        .map_err(FileError::Refused)
}
