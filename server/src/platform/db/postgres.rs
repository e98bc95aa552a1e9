//! PostgreSQL: its pools.

use std::{str::FromStr, time::Duration};

use sqlx::{
    ConnectOptions, PgPool,
    postgres::{PgConnectOptions, PgPoolOptions},
};

use super::{DbError, OpenError};

/// Connections for reading and writing. PostgreSQL's default allows 100 in all, for several servers.
const CONNECTIONS: u32 = 16;

/// A pool for statements, and one whose single connection listens.
pub(super) async fn open(url: &str, wait: Duration) -> Result<(PgPool, PgPool), OpenError> {
    let options = PgConnectOptions::from_str(url)
        .map_err(|error| OpenError::Address(error.to_string()))?
        .application_name("tanggap")
        // Waiting for a row another server holds ends like waiting for a locked SQLite file.
        .options([("lock_timeout", format!("{}ms", wait.as_millis()))])
        .disable_statement_logging();
    let pool = PgPoolOptions::new()
        .max_connections(CONNECTIONS)
        .acquire_timeout(Duration::from_secs(5))
        .connect_with(options.clone())
        .await
        .map_err(DbError::from)?;
    let listener = PgPoolOptions::new().max_connections(1).idle_timeout(None).max_lifetime(None);
    Ok((pool, listener.connect_lazy_with(options)))
}
