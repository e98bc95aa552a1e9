//! Opening a database, and what may keep it from opening.

use std::{
    sync::{Arc, Mutex},
    time::Duration,
};

use tokio::sync::mpsc;

use super::{
    Connection, Database, DbError, MigrationError, Transaction,
    address::Address,
    connection::Link,
    database::{Inner, Store, begin, commit},
    migration, postgres,
    revision::{self, Revision},
    sqlite::File,
    writer::{Counters, QUEUE, Writer},
};

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
}
