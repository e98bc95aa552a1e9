//! What a PDF says in its text layer and beside it, looked through for words that were to be gone.
//!
//! A copy that somebody blackened may still hold the words below its black boxes, in its title, its notes, in files within it or
//! in what it was before. The library reads foreign bytes and was not written for malice, so it works on a thread of its own,
//! one document at a time, within limits of size, depth and time; where it panics, the document is broken.

mod find;
mod letters;
mod limits;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::thread;
use std::time::Duration;

use tokio::sync::{Semaphore, oneshot};
use tokio::time::timeout;

pub use find::{Found, Still};
pub use limits::PDF_BYTES_MAX;

/// How long one document is looked at, and waited for.
const TIME: Duration = Duration::from_secs(20);
/// Bytes of the stack on which documents are taken apart.
const STACK: usize = 64 << 20;
/// A document at a time: one of twenty megabytes takes several times as much memory.
static TURN: Semaphore = Semaphore::const_new(1);

/// Why a document could not be looked through.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unread {
    /// It is larger than is looked at.
    TooLarge,
    /// It cannot be taken apart.
    Broken,
    /// It opens with a password alone, or forbids to be read.
    Encrypted,
    /// It holds what it was before it was changed.
    Versions,
    /// It holds other files.
    Attachments,
    /// It takes too long, or another one does.
    Slow,
}

/// Looks a document through for words.
///
/// # Errors
/// Why it could not be looked through.
pub async fn find(bytes: Vec<u8>, words: Vec<String>) -> Result<Found, Unread> {
    let turn = timeout(TIME, TURN.acquire()).await.map_err(|_| Unread::Slow)?;
    let turn = turn.expect("the semaphore is never closed");
    let (tell, told) = oneshot::channel();
    let work = move || {
        // Held by the thread: a caller that stops waiting does not make the work stop.
        let _turn = turn;
        let found = catch_unwind(AssertUnwindSafe(|| find::find(&bytes, &words)));
        // Whoever stopped waiting hears nothing.
        drop(tell.send(found.unwrap_or(Err(Unread::Broken))));
    };
    let thread = thread::Builder::new().name("pdf".to_owned()).stack_size(STACK).spawn(work);
    if let Err(error) = thread {
        tracing::error!(%error, "no thread for a document");
        return Err(Unread::Slow);
    }
    match timeout(TIME, told).await {
        Ok(Ok(found)) => found,
        _ => Err(Unread::Slow),
    }
}
