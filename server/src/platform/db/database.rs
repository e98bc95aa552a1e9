//! The handle that everything else holds.

use std::{
    path::Path,
    sync::{Arc, Mutex, PoisonError, atomic::Ordering},
    time::Duration,
};

use sqlx::{PgPool, SqlitePool};
use tokio::{
    sync::{mpsc, watch},
    task::JoinHandle,
};

use super::{
    Connection, DbError, Engine, MigrationError, Transaction, Work,
    address::Address,
    command::{Command, Pending, attempt},
    connection::Link,
    migration, postgres,
    revision::{self, Revision},
    sqlite::File,
    writer::{Counters, QUEUE, Writer},
};

/// An open database. Clones share it; [`close`](Self::close) it before the process ends.
#[derive(Clone)]
pub struct Database(Arc<Inner>);

struct Inner {
    store: Store,
    revision: Revision,
    counters: Arc<Counters>,
    watcher: JoinHandle<()>,
}

enum Store {
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

/// How to open a database.
#[derive(Clone, Debug)]
pub struct Options {
    /// How long a write waits for another process that writes, before it is refused.
    pub wait: Duration,
    /// Whether missing migrations are applied; otherwise they are an error.
    pub migrate: bool,
}

impl Default for Options {
    fn default() -> Self {
        // An import in another process may take seconds to apply.
        Self { wait: Duration::from_secs(30), migrate: true }
    }
}

/// Why a database could not be opened.
#[derive(Clone, Debug, thiserror::Error)]
pub enum OpenError {
    /// The address is not one.
    #[error("not a database address: {0}")]
    Address(String),
    /// The file system does not let SQLite keep its promise.
    #[error("writes would not be durable: journal_mode={journal}, synchronous={synchronous}")]
    NotDurable {
        /// What `pragma journal_mode` answered; `wal` is needed.
        journal: String,
        /// What `pragma synchronous` answered; 2 is needed.
        synchronous: i64,
    },
    /// The schema is not this program's.
    #[error(transparent)]
    Migration(#[from] MigrationError),
    /// Migrations are missing and were not to be applied.
    #[error("the database has not been migrated")]
    NotMigrated,
    /// The database cannot be reached or read.
    #[error(transparent)]
    Database(#[from] DbError),
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
    /// Opens `sqlite:PATH` or `postgres://…`, and migrates it.
    pub async fn open(url: &str) -> Result<Self, OpenError> {
        Self::open_with(url, Options::default()).await
    }

    /// Opens a database with options.
    pub async fn open_with(url: &str, options: Options) -> Result<Self, OpenError> {
        match Address::parse(url)? {
            Address::Sqlite(path) => Self::open_sqlite(File::new(&path, options.wait), options).await,
            Address::Postgres(url) => Self::open_postgres(url, options).await,
        }
    }

    async fn open_sqlite(file: File, options: Options) -> Result<Self, OpenError> {
        let mut tx = Transaction::new(file.open().await?);
        while !migration::complete(&mut tx).await? {
            if !options.migrate {
                return Err(OpenError::NotMigrated);
            }
            tx.steer("begin immediate").await?;
            migration::step(&mut tx).await?;
            tx.steer("commit").await?;
        }
        let revision = Revision::new(revision::current(&mut tx).await?);
        let readers = file.readers().await?;
        let counters = Arc::new(Counters::default());
        let writer = Writer::new(file.clone(), tx.into_connection(), revision.clone(), counters.clone());
        let (sender, receiver) = mpsc::channel(QUEUE);
        let writer = Mutex::new(Some(tokio::spawn(writer.run(receiver))));
        let watcher = revision.poll(readers.clone());
        let store = Store::Sqlite { file, readers, queue: Mutex::new(Some(sender)), writer };
        Ok(Self(Arc::new(Inner { store, revision, counters, watcher })))
    }

    async fn open_postgres(url: &str, options: Options) -> Result<Self, OpenError> {
        let (pool, listener) = postgres::open(url, options.wait).await?;
        let mut connection =
            Connection::new(Link::PostgresPooled(pool.acquire().await.map_err(DbError::from)?));
        while !migration::complete(&mut connection).await? {
            if !options.migrate {
                return Err(OpenError::NotMigrated);
            }
            let mut tx = begin(&pool).await?;
            migration::step(&mut tx).await?;
            commit(tx).await?;
        }
        let revision = Revision::new(revision::current(&mut connection).await?);
        tracing::info!("PostgreSQL ready");
        let watcher = revision.listen(pool.clone(), listener.clone());
        let store = Store::Postgres { pool, listener };
        Ok(Self(Arc::new(Inner { store, revision, counters: Arc::default(), watcher })))
    }

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

async fn begin(pool: &PgPool) -> Result<Transaction, DbError> {
    Ok(Transaction::new(Connection::new(Link::PostgresTransaction(pool.begin().await?))))
}

async fn commit(tx: Transaction) -> Result<(), DbError> {
    match tx.into_connection().link {
        Link::PostgresTransaction(transaction) => Ok(transaction.commit().await?),
        _ => Ok(()),
    }
}

fn closed() -> DbError {
    DbError::unavailable("it is being closed")
}

fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
