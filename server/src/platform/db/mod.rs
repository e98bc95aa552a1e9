//! The database: SQLite in a file or PostgreSQL, behind one way of asking.
//!
//! Statements are written once, in lower case, with `$1` placeholders; [`values!`](crate::values) binds them and
//! [`Row`] has a getter for each type. Reading takes a connection of a pool; writing sends a command:
//!
//! ```no_run
//! # use server::{platform::db::{Database, DbError}, values};
//! # async fn example(db: Database) -> Result<(), DbError> {
//! const LABEL: &str = "select label from sector where key = $1";
//! const INSERT: &str = "insert into setting (key, value) values ($1, $2)";
//! const REVISE: &str = "update head set revision = revision + 1 where id = 1 returning revision";
//!
//! let label = db.read().await?.fetch_one(LABEL, values!["health"]).await?.text(0)?;
//!
//! let revision = db
//!     .write(move |tx| {
//!         Box::pin(async move {
//!             tx.execute(INSERT, values!["motto", label]).await?;
//!             let revision = tx.fetch_one(REVISE, &[]).await?.int(0)?;
//!             tx.announce(revision).await?;
//!             Ok::<_, DbError>(revision)
//!         })
//!     })
//!     .await?;
//! # let _ = revision; Ok(()) }
//! ```
//!
//! A command runs once and owns what it uses. On SQLite one writer groups the commands that wait into one
//! transaction; on PostgreSQL each has its own, and deadlocks are avoided by locking in a fixed order: the
//! complaint's row first, then the head row, and the ledgers' cells only under it. Should two meet all the same,
//! one of them is [`DbError::Unavailable`], and its request may be repeated.
//!
//! What differs by engine, and how one text serves both: cast sums, which PostgreSQL widens, as in
//! `cast(sum(count) as bigint)`; take ids from `insert … returning id`; use `insert … on conflict` instead of
//! catching a violation, since a failed statement ends its command.

mod address;
mod command;
mod connection;
mod error;
mod migration;
mod postgres;
mod revision;
mod row;
mod sqlite;
mod transaction;
mod value;
mod writer;

mod database;
mod open;
#[cfg(any(test, feature = "manual-clock"))]
pub mod testing;
#[cfg(test)]
mod tests;

pub use address::Engine;
pub use command::Work;
pub use connection::Connection;
pub use database::{Database, Statistics};
pub use error::DbError;
pub use migration::MigrationError;
pub use open::{OpenError, Options};
pub use row::{Index, Row};
pub use sqlx::{AssertSqlSafe, SqlSafeStr};
pub use transaction::Transaction;
pub use value::Value;
