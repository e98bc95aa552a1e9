//! SQLite files: how they are opened, and what is made sure of.

use std::{
    path::{Path, PathBuf},
    thread,
    time::{Duration, Instant},
};

use sqlx::{
    ConnectOptions, Connection as _, SqliteConnection, SqlitePool,
    sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous},
};

use super::{Connection, DbError, OpenError, connection::Link};

/// Pages of log after which a commit folds it into the file: 16 MB, so that one commit in hundreds waits for it.
const CHECKPOINT: &str = "4000";

/// The log is cut back to this many bytes after a reader has held it for long.
const LOG_LIMIT: &str = "67108864";

/// Cache of a connection, in KiB when negative.
const CACHE: &str = "-16000";

/// A database file and how long to wait for other processes that write to it.
#[derive(Clone, Debug)]
pub(super) struct File {
    path: PathBuf,
    wait: Duration,
}

impl File {
    pub(super) fn new(path: &Path, wait: Duration) -> Self {
        Self { path: path.to_owned(), wait }
    }

    /// Opens the writer's connection, making the file if it is missing, and makes sure that a commit means that
    /// the disk has it.
    pub(super) async fn open(&self) -> Result<Connection, OpenError> {
        if let Some(folder) = self.path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
            std::fs::create_dir_all(folder).map_err(|error| {
                OpenError::Database(DbError::unavailable(format!("{}: {error}", folder.display())))
            })?;
        }
        let mut connection = self.connect_patiently().await?;
        let journal = connection.fetch_one("pragma journal_mode", &[]).await?.text(0)?;
        let synchronous = connection.fetch_one("pragma synchronous", &[]).await?.int(0)?;
        if journal != "wal" || synchronous != 2 {
            return Err(OpenError::NotDurable { journal, synchronous });
        }
        tracing::info!(path = %self.path.display(), journal, synchronous, "SQLite writer ready: synchronous=2");
        Ok(connection)
    }

    /// Opens the writer's connection.
    pub(super) async fn connect(&self) -> Result<Connection, DbError> {
        let options = self
            .options(self.wait)
            .create_if_missing(true)
            .journal_mode(SqliteJournalMode::Wal)
            .synchronous(SqliteSynchronous::Full)
            .foreign_keys(true)
            .pragma("secure_delete", "on")
            .pragma("wal_autocheckpoint", CHECKPOINT)
            .pragma("journal_size_limit", LOG_LIMIT);
        Ok(Connection::new(Link::Sqlite(Box::new(options.connect().await?))))
    }

    /// SQLite's own waiting does not cover the switch to a write-ahead log, which two processes may make at once.
    async fn connect_patiently(&self) -> Result<Connection, DbError> {
        let started = Instant::now();
        loop {
            match self.connect().await {
                Err(DbError::Unavailable { .. }) if started.elapsed() < self.wait => {
                    tokio::time::sleep(Duration::from_millis(20)).await;
                }
                outcome => return outcome,
            }
        }
    }

    /// The connections to read with: they cannot write, and see the last commit while another is made.
    pub(super) async fn readers(&self) -> Result<SqlitePool, DbError> {
        let cores = thread::available_parallelism().map_or(2, usize::from);
        let options = self.options(self.wait.min(Duration::from_secs(5))).pragma("query_only", "on");
        let pool = SqlitePoolOptions::new()
            .max_connections(u32::try_from(cores * 2).unwrap_or(u32::MAX).max(4))
            .acquire_timeout(Duration::from_secs(5))
            .max_lifetime(None)
            .idle_timeout(Duration::from_secs(600))
            .test_before_acquire(false);
        Ok(pool.connect_with(options).await?)
    }

    /// Writes a consistent copy to a new file, compacted, and syncs it.
    pub(super) async fn copy(&self, target: &Path) -> Result<(), DbError> {
        let text = target.to_str().ok_or_else(|| DbError::Other("the path is not UTF-8".to_owned()))?;
        let mut connection = self.options(self.wait).synchronous(SqliteSynchronous::Full).connect().await?;
        sqlx::query("vacuum into $1").bind(text).execute(&mut connection).await?;
        connection.close().await?;
        let folder = target.parent().filter(|folder| !folder.as_os_str().is_empty());
        sync(target)
            .and_then(|()| sync(folder.unwrap_or(Path::new("."))))
            .map_err(|error| DbError::unavailable(format!("the copy could not be synced: {error}")))
    }

    /// Folds the log into the file, and empties it.
    pub(super) async fn fold(&self) -> Result<(), DbError> {
        let mut connection = self.options(self.wait).connect().await?;
        sqlx::query("pragma wal_checkpoint(truncate)").execute(&mut connection).await?;
        Ok(connection.close().await?)
    }

    /// Closes the writer's connection, which folds the log into the file.
    pub(super) async fn close(&self, connection: Connection) {
        if let Link::Sqlite(connection) = connection.link
            && let Err(error) = SqliteConnection::close(*connection).await
        {
            tracing::warn!(%error, "the database did not close cleanly; the next start mends that");
        }
    }

    fn options(&self, wait: Duration) -> SqliteConnectOptions {
        SqliteConnectOptions::new()
            .filename(&self.path)
            .busy_timeout(wait)
            .pragma("cache_size", CACHE)
            .pragma("temp_store", "memory")
            .disable_statement_logging()
    }
}

fn sync(path: &Path) -> std::io::Result<()> {
    std::fs::File::open(path)?.sync_all()
}
