use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::BackupError;
use crate::platform::db::{Connection, DbError};
use crate::platform::hex::hex;

/// The layout of the archive. Another layout would be another number.
pub(super) const FORMAT: u32 = 1;

const MIGRATION: &str = "select cast(coalesce(max(number), 0) as bigint) from migration";
const HEAD: &str = "select position, hash, revision from head where id = 1";

/// What a backup is of. The first entry of the archive.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    /// The layout of the archive.
    pub format: u32,
    /// The program's version.
    pub program: String,
    /// The engine it was taken from. Either reads it back.
    pub engine: String,
    /// The newest migration of the tables.
    pub migration: i64,
    /// When it was taken, in milliseconds since 1970.
    pub taken_at: i64,
    /// The ledger's revision.
    pub revision: i64,
    /// The last event's place in the chain.
    pub position: i64,
    /// The last event's hash, in hexadecimal.
    pub head: String,
    /// Whether the keys are in it.
    pub with_keys: bool,
}

/// What was written. The last entry of the archive.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct End {
    /// Rows by table.
    pub rows: BTreeMap<String, u64>,
    /// Files.
    pub files: u64,
    /// Files that the database names and that were missing or changed when the backup was taken.
    pub damaged: Vec<String>,
    /// SHA-256 over the bytes of all tables, in hexadecimal.
    pub tables_sha256: String,
}

/// Where the chain stands, and by which migration.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Standing {
    pub(super) migration: i64,
    pub(super) position: i64,
    pub(super) head: String,
    pub(super) revision: i64,
}

impl Standing {
    pub(super) async fn read(connection: &mut Connection) -> Result<Self, DbError> {
        let migration = connection.fetch_one(MIGRATION, &[]).await?.int(0)?;
        let row = connection.fetch_one(HEAD, &[]).await?;
        Ok(Self { migration, position: row.int(0)?, head: hex(&row.hash(1)?), revision: row.int(2)? })
    }
}

impl Manifest {
    pub(super) fn check(&self) -> Result<(), BackupError> {
        if self.format == FORMAT {
            return Ok(());
        }
        Err(BackupError::unusable(format!("its layout is {}, this program reads {FORMAT}", self.format)))
    }

    /// Whether the database stands where this says.
    pub(super) fn fits(&self, standing: &Standing) -> bool {
        (self.position, &self.head, self.revision) == (standing.position, &standing.head, standing.revision)
    }
}
