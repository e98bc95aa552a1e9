//! Whether the files are still those that were stored.

use std::{
    fs::File,
    io::{self, Read},
    path::Path,
};

use sha2::{Digest, Sha256};
use tokio::task::spawn_blocking;

use super::Files;
use crate::{
    platform::db::{Database, DbError},
    values,
};

/// Rows read at a time.
const PAGE: usize = 500;

const STORED: &str = "select id, stored_name, sha256 from stored_file
    where id > $1 and state = 'attached' order by id limit 500";

/// What is wrong with a stored file.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Damage {
    /// It is not there.
    #[error("file {0} is missing")]
    Missing(String),
    /// Its bytes are not those that were stored.
    #[error("file {0} is not what was stored")]
    Changed(String),
    /// The disk cannot read it.
    #[error("file {0} cannot be read: {1}")]
    Unreadable(String, String),
}

/// Reads every file that belongs to something and compares its hash: how many there are, and what is wrong.
pub async fn verify(db: &Database, files: &Files) -> Result<(u64, Vec<Damage>), DbError> {
    let (mut count, mut damages, mut after) = (0, Vec::new(), String::new());
    loop {
        let rows = db.read().await?.fetch_all(STORED, values![&after]).await?;
        for row in &rows {
            after = row.text("id")?;
            let (path, sha256) = (files.path(&row.text("stored_name")?), row.hash("sha256")?);
            let found = spawn_blocking(move || hash_of(&path))
                .await
                .map_err(|panic| DbError::Other(panic.to_string()))?;
            count += 1;
            match found {
                Ok(hash) if hash == sha256 => {}
                Ok(_) => damages.push(Damage::Changed(after.clone())),
                Err(error) if error.kind() == io::ErrorKind::NotFound => {
                    damages.push(Damage::Missing(after.clone()))
                }
                Err(error) => damages.push(Damage::Unreadable(after.clone(), error.to_string())),
            }
        }
        if rows.len() < PAGE {
            return Ok((count, damages));
        }
    }
}

/// The SHA-256 of a file, read a run at a time.
///
/// # Errors
/// When it cannot be read.
pub fn hash_of(path: &Path) -> io::Result<[u8; 32]> {
    let (mut file, mut hash, mut bytes) = (File::open(path)?, Sha256::new(), vec![0; 64 * 1024]);
    loop {
        match file.read(&mut bytes)? {
            0 => return Ok(hash.finalize().into()),
            length => hash.update(&bytes[..length]),
        }
    }
}
