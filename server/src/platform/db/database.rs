//! The handle that everything else holds.

use std::{
    path::Path,
    sync::{Arc, Mutex, MutexGuard, PoisonError, atomic::Ordering},
};

use sqlx::{PgPool, SqlitePool};
use tokio::{
    sync::{mpsc, watch},
    task::JoinHandle,
};

use super::{
    AssertSqlSafe, Connection, DbError, Engine, Transaction, Work,
    command::{Command, Pending, attempt},
    connection::Link,
    revision::Revision,
    sqlite::File,
    writer::Counters,
};

/// An open database. Clones share it; [`close`](Self::close) it before the process ends.
#[derive(Clone)]
pub struct Database(pub(super) Arc<Inner>);

pub(super) struct Inner {
    pub(super) store: Store,
    pub(super) revision: Revision,
    pub(super) counters: Arc<Counters>,
    pub(super) watcher: JoinHandle<()>,
}

pub(super) enum Store {
    Sqlite {
        file: File,
        readers: SqlitePool,
        queue: Mutex<Option<mpsc::Sender<Box<dyn Command>>>>,
        writer: Mutex<Option<JoinHandle<()>>>,
    },
    Postgres {
        pool: PgPool,
        listener: PgPool,
    },
}

/// How much has been written since the database was opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Statistics {
    /// Commands that were committed or refused by their own error.
    pub commands: u64,
    /// Commits, each a sync of the disk.
    pub commits: u64,
}

impl Database {
    /// Which engine keeps the data.
    pub fn engine(&self) -> Engine {
        match self.0.store {
            Store::Sqlite { .. } => Engine::Sqlite,
            Store::Postgres { .. } => Engine::Postgres,
        }
    }

    /// A connection to read with. Each statement sees the latest commit.
    pub async fn read(&self) -> Result<Connection, DbError> {
        Ok(Connection::new(match &self.0.store {
            Store::Sqlite { readers, .. } => Link::SqlitePooled(readers.acquire().await?),
            Store::Postgres { pool, .. } => Link::PostgresPooled(pool.acquire().await?),
        }))
    }

    /// A connection whose statements all see the same moment. Do not keep it: the log grows behind it.
    pub async fn snapshot(&self) -> Result<Connection, DbError> {
        const BEGIN: &str = "begin isolation level repeatable read, read only";
        Ok(Connection::new(match &self.0.store {
            Store::Sqlite { readers, .. } => Link::SqliteSnapshot(readers.begin().await?),
            Store::Postgres { pool, .. } => Link::PostgresTransaction(pool.begin_with(BEGIN).await?),
        }))
    }

    /// Runs a command in a transaction; its answer comes when the commit is on disk. When it fails nothing of it
    /// remains. On SQLite it finishes even if the caller stops waiting.
    pub async fn write<T, E, F>(&self, command: F) -> Result<T, E>
    where
        F: for<'t> FnOnce(&'t mut Transaction) -> Work<'t, T, E> + Send + 'static,
        T: Send + 'static,
        E: From<DbError> + Send + 'static,
    {
        match &self.0.store {
            Store::Sqlite { queue, .. } => {
                let sender = lock(queue).clone().ok_or_else(closed)?;
                let (pending, answer) = Pending::new(command);
                sender.try_send(Box::new(pending)).map_err(|refused| match refused {
                    mpsc::error::TrySendError::Full(_) => DbError::unavailable("too many writes are waiting"),
                    mpsc::error::TrySendError::Closed(_) => closed(),
                })?;
                // Not kept while waiting, or closing would wait for the writer and the writer for this.
                drop(sender);
                answer.await.unwrap_or_else(|_| Err(closed().into()))
            }
            Store::Postgres { pool, .. } => {
                let mut tx = begin(pool).await?;
                let result = attempt(command, &mut tx).await?;
                let revision = tx.take_revision();
                commit(tx).await?;
                self.0.counters.commits.fetch_add(1, Ordering::Relaxed);
                self.0.counters.commands.fetch_add(1, Ordering::Relaxed);
                if let Some(revision) = revision {
                    self.0.revision.seen(revision);
                }
                Ok(result)
            }
        }
    }

    /// The head row's revision as it grows, whoever wrote it.
    pub fn watch_revision(&self) -> watch::Receiver<i64> {
        self.0.revision.watch()
    }

    /// How much has been written.
    pub fn statistics(&self) -> Statistics {
        Statistics {
            commands: self.0.counters.commands.load(Ordering::Relaxed),
            commits: self.0.counters.commits.load(Ordering::Relaxed),
        }
    }

    /// Writes a consistent copy of an SQLite database to a file that must not exist, while everything goes on.
    /// PostgreSQL has no file to copy: [`DbError::Other`].
    pub async fn backup_to(&self, target: &Path) -> Result<(), DbError> {
        match &self.0.store {
            Store::Sqlite { file, .. } => file.copy(target).await,
            Store::Postgres { .. } => Err(DbError::Other("PostgreSQL has no file to copy".to_owned())),
        }
    }

    /// Has what was deleted from these tables leave the disk as well, as far as the engine can: SQLite writes over it where it
    /// lay and folds the log into the file; PostgreSQL gives its place free to be written over.
    pub async fn scrub(&self, tables: &'static [&'static str]) -> Result<(), DbError> {
        match &self.0.store {
            Store::Sqlite { file, .. } => file.fold().await,
            Store::Postgres { pool, .. } => {
                let vacuum = ["vacuum ", &tables.join(", ")].concat();
                sqlx::raw_sql(AssertSqlSafe(vacuum)).execute(pool).await?;
                Ok(())
            }
        }
    }

    /// Finishes the writes that wait, then closes every connection. Later reads and writes are refused.
    pub async fn close(&self) {
        self.0.watcher.abort();
        match &self.0.store {
            Store::Sqlite { readers, queue, writer, .. } => {
                // The readers first: the last connection to close folds the log into the file.
                readers.close().await;
                drop(lock(queue).take());
                let writer = lock(writer).take();
                if let Some(writer) = writer
                    && let Err(error) = writer.await
                {
                    tracing::error!(%error, "the writer ended badly");
                }
            }
            Store::Postgres { pool, listener } => {
                listener.close().await;
                pool.close().await;
            }
        }
    }
}

impl Drop for Inner {
    fn drop(&mut self) {
        self.watcher.abort();
    }
}

pub(super) async fn begin(pool: &PgPool) -> Result<Transaction, DbError> {
    Ok(Transaction::new(Connection::new(Link::PostgresTransaction(pool.begin().await?))))
}

pub(super) async fn commit(tx: Transaction) -> Result<(), DbError> {
    match tx.into_connection().link {
        Link::PostgresTransaction(transaction) => Ok(transaction.commit().await?),
        _ => Ok(()),
    }
}

fn closed() -> DbError {
    DbError::unavailable("it is being closed")
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
