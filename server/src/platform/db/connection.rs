//! One way to ask both engines.

use sqlx::{
    PgConnection, Postgres, SqlSafeStr, SqlStr, Sqlite, SqliteConnection, pool::PoolConnection,
    postgres::PgArguments, query::Query, sqlite::SqliteArguments,
};

use super::{DbError, Engine, Row, Value, row};

/// A connection to read with. Writing takes a [`Transaction`](super::Transaction), which reads as well: it
/// dereferences to this type, so a store's reading functions take `&mut Connection` and serve both.
pub struct Connection {
    pub(super) link: Link,
    /// Inside a transaction, the first failure: nothing more is tried after it. PostgreSQL insists on that;
    /// SQLite may have rolled everything back by itself and would run what follows on its own.
    failure: Option<DbError>,
}

pub(super) enum Link {
    /// The writer's own.
    Sqlite(Box<SqliteConnection>),
    SqlitePooled(PoolConnection<Sqlite>),
    SqliteSnapshot(sqlx::Transaction<'static, Sqlite>),
    PostgresPooled(PoolConnection<Postgres>),
    PostgresTransaction(sqlx::Transaction<'static, Postgres>),
}

enum Borrowed<'c> {
    Sqlite(&'c mut SqliteConnection),
    Postgres(&'c mut PgConnection),
}

impl Connection {
    pub(super) fn new(link: Link) -> Self {
        Self { link, failure: None }
    }

    /// Which engine answers.
    pub fn engine(&self) -> Engine {
        match self.link {
            Link::Sqlite(_) | Link::SqlitePooled(_) | Link::SqliteSnapshot(_) => Engine::Sqlite,
            Link::PostgresPooled(_) | Link::PostgresTransaction(_) => Engine::Postgres,
        }
    }

    /// All rows of a statement.
    pub async fn fetch_all(&mut self, sql: impl SqlSafeStr, values: &[Value]) -> Result<Vec<Row>, DbError> {
        let sql = sql.into_sql_str();
        self.check()?;
        let result = match self.borrow() {
            Borrowed::Sqlite(connection) => sqlite(sql, values)
                .fetch_all(connection)
                .await
                .map(|rows| rows.into_iter().map(|row| Row(row::Inner::Sqlite(row))).collect()),
            Borrowed::Postgres(connection) => postgres(sql, values)
                .fetch_all(connection)
                .await
                .map(|rows| rows.into_iter().map(|row| Row(row::Inner::Postgres(row))).collect()),
        };
        self.note(result)
    }

    /// The first row of a statement, if there is one.
    pub async fn fetch_optional(
        &mut self,
        sql: impl SqlSafeStr,
        values: &[Value],
    ) -> Result<Option<Row>, DbError> {
        let sql = sql.into_sql_str();
        self.check()?;
        let result = match self.borrow() {
            Borrowed::Sqlite(connection) => sqlite(sql, values)
                .fetch_optional(connection)
                .await
                .map(|row| row.map(|row| Row(row::Inner::Sqlite(row)))),
            Borrowed::Postgres(connection) => postgres(sql, values)
                .fetch_optional(connection)
                .await
                .map(|row| row.map(|row| Row(row::Inner::Postgres(row)))),
        };
        self.note(result)
    }

    /// The first row of a statement; [`DbError::NoRow`] when there is none.
    pub async fn fetch_one(&mut self, sql: impl SqlSafeStr, values: &[Value]) -> Result<Row, DbError> {
        self.fetch_optional(sql, values).await?.ok_or(DbError::NoRow)
    }

    /// Runs a statement; the number of rows it changed.
    pub(super) async fn run(&mut self, sql: SqlStr, values: &[Value]) -> Result<u64, DbError> {
        self.check()?;
        let result = match self.borrow() {
            Borrowed::Sqlite(connection) => {
                sqlite(sql, values).execute(connection).await.map(|done| done.rows_affected())
            }
            Borrowed::Postgres(connection) => {
                postgres(sql, values).execute(connection).await.map(|done| done.rows_affected())
            }
        };
        self.note(result)
    }

    /// Runs several statements without values: a migration.
    pub(super) async fn script(&mut self, sql: &'static str) -> Result<(), DbError> {
        self.check()?;
        let script = sqlx::raw_sql(sql);
        let result = match self.borrow() {
            Borrowed::Sqlite(connection) => script.execute(connection).await.map(drop),
            Borrowed::Postgres(connection) => script.execute(connection).await.map(drop),
        };
        self.note(result)
    }

    /// Steers the writer's transaction, whatever has failed in it.
    pub(super) async fn steer(&mut self, sql: &'static str) -> Result<(), DbError> {
        self.failure = None;
        self.run(sql.into_sql_str(), &[]).await.map(drop)
    }

    pub(super) fn failure(&self) -> Option<&DbError> {
        self.failure.as_ref()
    }

    fn check(&self) -> Result<(), DbError> {
        self.failure.clone().map_or(Ok(()), Err)
    }

    fn note<T>(&mut self, result: Result<T, sqlx::Error>) -> Result<T, DbError> {
        result.map_err(|error| {
            let error = DbError::from(error);
            if !matches!(self.link, Link::SqlitePooled(_) | Link::PostgresPooled(_)) {
                self.failure = Some(error.clone());
            }
            error
        })
    }

    fn borrow(&mut self) -> Borrowed<'_> {
        match &mut self.link {
            Link::Sqlite(connection) => Borrowed::Sqlite(connection),
            Link::SqlitePooled(connection) => Borrowed::Sqlite(connection),
            Link::SqliteSnapshot(connection) => Borrowed::Sqlite(connection),
            Link::PostgresPooled(connection) => Borrowed::Postgres(connection),
            Link::PostgresTransaction(connection) => Borrowed::Postgres(connection),
        }
    }
}

fn sqlite<'q>(sql: SqlStr, values: &[Value]) -> Query<'q, Sqlite, SqliteArguments> {
    values.iter().fold(sqlx::query(sql), |query, value| value.bind_sqlite(query))
}

fn postgres<'q>(sql: SqlStr, values: &[Value]) -> Query<'q, Postgres, PgArguments> {
    values.iter().fold(sqlx::query(sql), |query, value| value.bind_postgres(query))
}
