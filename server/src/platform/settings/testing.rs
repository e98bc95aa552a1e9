//! Settings for tests.

use super::{Settings, seed};
use crate::platform::db::Database;

/// Fills an empty database with the demo's settings, and gives them.
pub async fn demo(db: &Database) -> Settings {
    db.write(|tx| Box::pin(async move { seed::fill_if_empty(tx, true).await })).await.unwrap();
    Settings::load(&mut db.read().await.unwrap()).await.unwrap()
}
