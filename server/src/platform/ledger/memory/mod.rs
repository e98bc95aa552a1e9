//! The ledger in memory: the recap is answered from here, in a time that depends on neither the number of
//! complaints nor the day asked for.
//!
//! A cell's key is split in three. What is neither day nor month is a *lane*, a number; its parts stand in columns,
//! so that a filter or a grouping is one pass over them. Each month of receipt has the changes of its lanes by day,
//! and *marks*: sums at the end of chosen days. A count as of a day is the nearest mark and the few days between.
//! One more set of marks sums over all months, for the questions that do not ask for them.
//!
//! Readers take the current [`Snapshot`] and keep it as long as they like; a new one shares what has not changed.

mod cube;
mod lanes;
mod load;
mod sheet;
mod snapshot;
#[cfg(test)]
mod tests;

use std::sync::{Arc, PoisonError, RwLock};
use std::time::{Duration, Instant};

use tokio::sync::watch;
use tokio::task::{self, JoinHandle};
use tokio::time;

pub use snapshot::{Size, Snapshot, StageCounts};

use crate::platform::db::{Database, DbError};
use load::{Book, News};

/// Rows that are taken in beside the requests; more go to a thread of their own.
const FEW: usize = 200;
/// How long changes are gathered: a busy server commits hundreds of times a second, and nobody reads so often.
const GATHER: Duration = Duration::from_millis(20);
/// How long to wait before asking a database again that did not answer.
const PAUSE: Duration = Duration::from_secs(1);

/// The ledger in memory, kept up to date. Clones share it.
#[derive(Clone)]
pub struct Memory(Arc<Inner>);

struct Inner {
    shown: Arc<Shown>,
    follower: JoinHandle<()>,
}

struct Shown {
    current: RwLock<Arc<Snapshot>>,
    revision: watch::Sender<i64>,
}

impl Memory {
    /// Loads the ledger and follows the database's revisions from then on.
    ///
    /// # Errors
    /// When the ledger cannot be read.
    pub async fn open(db: &Database) -> Result<Self, DbError> {
        // Watched before reading, so that nothing in between is missed.
        let revisions = db.watch_revision();
        let started = Instant::now();
        let book = Book::read(&mut db.snapshot().await?).await?;
        let Size { rows, lanes, bytes } = book.state.size();
        tracing::debug!(
            rows,
            lanes,
            bytes,
            milliseconds = started.elapsed().as_millis(),
            "the ledger is loaded"
        );
        let shown = Arc::new(Shown {
            current: RwLock::new(Arc::new(book.state.clone())),
            revision: watch::Sender::new(book.state.revision()),
        });
        let follower = task::spawn(follow(db.clone(), book, revisions, Arc::clone(&shown)));
        Ok(Self(Arc::new(Inner { shown, follower })))
    }

    /// Loads the ledger once, without following.
    ///
    /// # Errors
    /// When the ledger cannot be read.
    pub async fn load(db: &Database) -> Result<Snapshot, DbError> {
        Ok(Book::read(&mut db.snapshot().await?).await?.state)
    }

    /// The latest state.
    pub fn snapshot(&self) -> Arc<Snapshot> {
        Arc::clone(&self.0.shown.current.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// The revision of the latest state, as it grows. Whoever hears of one here and asks [`Self::snapshot`] gets that
    /// one or a later one.
    pub fn watch(&self) -> watch::Receiver<i64> {
        self.0.shown.revision.subscribe()
    }

    /// Waits until the state is of this revision or a later one.
    pub async fn reach(&self, revision: i64) {
        // It fails only when the ledger is dropped, which this reference forbids.
        let _ = self.watch().wait_for(|known| *known >= revision).await;
    }
}

impl Drop for Inner {
    fn drop(&mut self) {
        self.follower.abort();
    }
}

async fn follow(db: Database, mut book: Book, mut revisions: watch::Receiver<i64>, shown: Arc<Shown>) {
    loop {
        let wanted =
            revisions.wait_for(|revision| *revision > book.state.revision()).await.map(|known| *known);
        if wanted.is_err() {
            return;
        }
        match news(&db, book.state.revision()).await {
            Ok(news) => {
                book = match take(book, news).await {
                    Ok(book) => book,
                    Err(error) => {
                        tracing::error!(%error, "the ledger in memory is loaded anew");
                        match reload(&db).await {
                            Some(book) => book,
                            None => return,
                        }
                    }
                };
                shown.show(&book);
                time::sleep(GATHER).await;
            }
            Err(error) => {
                tracing::warn!(%error, "the ledger's changes could not be read; trying again");
                time::sleep(PAUSE).await;
            }
        }
    }
}

async fn news(db: &Database, after: i64) -> Result<News, DbError> {
    News::read(&mut db.snapshot().await?, after).await
}

/// Takes changes in, on a thread of its own when they are many.
async fn take(mut book: Book, news: News) -> Result<Book, DbError> {
    if news.len() <= FEW {
        return book.take(&news).map(|()| book);
    }
    let taken = task::spawn_blocking(move || book.take(&news).map(|()| book)).await;
    taken.unwrap_or_else(|error| Err(DbError::Other(error.to_string())))
}

async fn reload(db: &Database) -> Option<Book> {
    loop {
        let read = async { Book::read(&mut db.snapshot().await?).await };
        match read.await {
            Ok(book) => return Some(book),
            Err(DbError::Other(error)) => {
                tracing::error!(error, "the ledger cannot be read; the recap stands still");
                return None;
            }
            Err(error) => {
                tracing::warn!(%error, "the ledger cannot be read; trying again");
                time::sleep(PAUSE).await;
            }
        }
    }
}

impl Shown {
    fn show(&self, book: &Book) {
        *self.current.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(book.state.clone());
        self.revision.send_replace(book.state.revision());
    }
}
