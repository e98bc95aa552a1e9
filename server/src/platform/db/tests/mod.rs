//! The contract, on both engines, and what SQLite's writer promises.

use super::{Database, DbError, testing::TestDatabase};
use crate::values;

mod contract;
mod revision;
mod schema;
mod writer;

const SET: &str = "insert into setting (key, value) values ($1, $2)";
const GET: &str = "select value from setting where key = $1";
const COUNT: &str = "select count(*) from setting";

/// Writes one setting.
async fn set(db: &Database, key: &str, value: &str) -> Result<u64, DbError> {
    let (key, value) = (key.to_owned(), value.to_owned());
    db.write(|tx| Box::pin(async move { tx.execute(SET, values![key, value]).await })).await
}

/// Reads one setting.
async fn get(db: &Database, key: &str) -> Option<String> {
    let row = db.read().await.unwrap().fetch_optional(GET, values![key]).await.unwrap();
    row.map(|row| row.text(0).unwrap())
}

/// Counts the settings.
async fn count(db: &Database) -> i64 {
    db.read().await.unwrap().fetch_one(COUNT, &[]).await.unwrap().int(0).unwrap()
}
