//! What a writing command works with.

use std::ops::{Deref, DerefMut};

use sqlx::SqlSafeStr;

use super::{Connection, DbError, Engine, Value};

/// The channel on which PostgreSQL tells every server of a new revision.
pub(super) const CHANNEL: &str = "tanggap_revision";

const NOTIFY: &str = "select pg_notify('tanggap_revision', $1)";

/// One command's transaction. It reads as a [`Connection`] does. After a failed statement nothing more is tried
/// and the command cannot succeed, whatever it returns.
pub struct Transaction {
    connection: Connection,
    revision: Option<i64>,
}

impl Transaction {
    pub(super) fn new(connection: Connection) -> Self {
        Self { connection, revision: None }
    }

    pub(super) fn into_connection(self) -> Connection {
        self.connection
    }

    /// Runs a statement; the number of rows it changed.
    pub async fn execute(&mut self, sql: impl SqlSafeStr, values: &[Value]) -> Result<u64, DbError> {
        self.connection.run(sql.into_sql_str(), values).await
    }

    /// Tells everyone who watches, after the commit, that the head row now has this revision.
    pub async fn announce(&mut self, revision: i64) -> Result<(), DbError> {
        if self.engine() == Engine::Postgres {
            self.fetch_one(NOTIFY, &[Value::from(revision.to_string())]).await?;
        }
        self.revision = self.revision.max(Some(revision));
        Ok(())
    }

    /// The revision announced since the last call.
    pub(super) fn take_revision(&mut self) -> Option<i64> {
        self.revision.take()
    }
}

impl Deref for Transaction {
    type Target = Connection;

    fn deref(&self) -> &Connection {
        &self.connection
    }
}

impl DerefMut for Transaction {
    fn deref_mut(&mut self) -> &mut Connection {
        &mut self.connection
    }
}
