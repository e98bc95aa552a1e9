//! The schema's history: numbered scripts, the same numbers for both engines, applied once each.

use std::fmt::Write;

use sha2::{Digest, Sha256};

use super::{Connection, DbError, Engine, Row, Transaction};
use crate::values;

/// One step of the schema.
struct Migration {
    number: i64,
    name: &'static str,
    sqlite: &'static str,
    postgres: &'static str,
}

macro_rules! migrations {
    ($($number:literal $name:literal),* $(,)?) => { &[$(Migration {
        number: $number,
        name: $name,
        sqlite: include_str!(concat!("../../../migrations/sqlite/", $name, ".sql")),
        postgres: include_str!(concat!("../../../migrations/postgres/", $name, ".sql")),
    }),*] };
}

/// Applied in this order. A released script is never edited: add another.
const MIGRATIONS: &[Migration] = migrations![1 "0001_house", 2 "0002_waiting", 3 "0003_desk", 4 "0004_checks", 5 "0005_answers", 6 "0006_messages", 7 "0007_support", 8 "0008_keeping", 9 "0009_lapor", 10 "0010_protection", 11 "0011_followers", 12 "0012_photos", 13 "0013_information", 14 "0014_information_files", 15 "0015_information_import", 16 "0016_consequence_tests", 17 "0017_information_requests", 18 "0018_information_marks", 19 "0019_request_files", 20 "0020_from_complaint", 21 "0021_messages_about_more", 22 "0022_information_links", 23 "0023_request_erasing"];

const CREATE: &str = "create table if not exists migration (
    number bigint primary key, name text not null, checksum text not null)";
const EXISTS_SQLITE: &str = "select count(*) from sqlite_master where type = 'table' and name = 'migration'";
const EXISTS_POSTGRES: &str = "select case when to_regclass('migration') is null then 0::bigint else 1 end";
const APPLIED: &str = "select number, name, checksum from migration order by number";
const RECORD: &str = "insert into migration (number, name, checksum) values ($1, $2, $3)";
/// Servers that start together migrate one after the other. The number is this program's own.
const LOCK: &str = "select pg_advisory_xact_lock(7230112020)";

/// Why a database's schema is not what this program needs.
#[derive(Clone, Debug, thiserror::Error)]
pub enum MigrationError {
    /// A script was changed after it had been applied, so nobody can say what the schema is.
    #[error("migration {0} is not the one that was applied to this database")]
    Edited(String),
    /// A newer program has been here.
    #[error("the database has migration {0}, which this program does not know; use the newer program")]
    Unknown(String),
    /// A script failed; it left nothing behind.
    #[error("migration {name} failed: {source}")]
    Failed {
        /// The script's name.
        name: String,
        /// What the database said.
        source: DbError,
    },
    /// The history could not be read.
    #[error(transparent)]
    Database(#[from] DbError),
}

/// Whether every migration has been applied. Takes no lock, so a start need not wait for an import that runs.
pub(super) async fn complete(connection: &mut Connection) -> Result<bool, MigrationError> {
    let exists = match connection.engine() {
        Engine::Sqlite => EXISTS_SQLITE,
        Engine::Postgres => EXISTS_POSTGRES,
    };
    if connection.fetch_one(exists, &[]).await?.int(0)? == 0 {
        return Ok(false);
    }
    Ok(pending(connection).await?.is_none())
}

/// Applies the next migration inside a transaction of the caller; whether there was one.
pub(super) async fn step(tx: &mut Transaction) -> Result<bool, MigrationError> {
    let engine = tx.engine();
    if engine == Engine::Postgres {
        tx.fetch_one(LOCK, &[]).await?;
    }
    tx.execute(CREATE, &[]).await?;
    let Some(migration) = pending(tx).await? else { return Ok(false) };
    let failed = |source| MigrationError::Failed { name: migration.name.to_owned(), source };
    tx.script(migration.text(engine)).await.map_err(failed)?;
    let values = values![migration.number, migration.name, migration.checksum(engine)];
    tx.execute(RECORD, values).await.map_err(failed)?;
    tracing::info!(migration = migration.name, "migrated the database");
    Ok(true)
}

/// The first migration that has not been applied, after checking those that have.
async fn pending(connection: &mut Connection) -> Result<Option<&'static Migration>, MigrationError> {
    let engine = connection.engine();
    let applied = connection.fetch_all(APPLIED, &[]).await?;
    let mut known = MIGRATIONS.iter();
    for row in &applied {
        known.next().ok_or(MigrationError::Unknown(row.text("name")?))?.check(row, engine)?;
    }
    Ok(known.next())
}

impl Migration {
    fn text(&self, engine: Engine) -> &'static str {
        match engine {
            Engine::Sqlite => self.sqlite,
            Engine::Postgres => self.postgres,
        }
    }

    fn checksum(&self, engine: Engine) -> String {
        Sha256::digest(self.text(engine)).iter().fold(String::new(), |mut text, byte| {
            write!(text, "{byte:02x}").expect("a string takes any text");
            text
        })
    }

    fn check(&self, applied: &Row, engine: Engine) -> Result<(), MigrationError> {
        let same = applied.int("number")? == self.number
            && applied.text("name")? == self.name
            && applied.text("checksum")? == self.checksum(engine);
        if same { Ok(()) } else { Err(MigrationError::Edited(applied.text("name")?)) }
    }
}
