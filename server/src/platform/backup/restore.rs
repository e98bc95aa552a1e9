//! Reading a backup back: all of it or nothing.

use std::{collections::BTreeMap, path::Path, sync::Arc};

use super::{
    BackupError, End, Manifest,
    home::{self, Staging},
    manifest::Standing,
    reader::{self, Piece},
    table::{TABLES, Table},
};
use crate::{
    platform::{
        db::{AssertSqlSafe, Connection, Database, DbError, Engine, Transaction, Value},
        seal::{self, Identity},
        search,
    },
    secret::Keys,
    values,
};
use tokio::sync::mpsc::Receiver;

/// Values of one statement. PostgreSQL is a journey away and takes 65,535; SQLite is not, and finds the name of each
/// value by going through all of them.
const VALUES_POSTGRES: usize = 10_000;
const VALUES_SQLITE: usize = 250;

/// Rows read at a time.
const PAGE: usize = 500;

const CLEAR_HEAD: &str = "delete from head where position = 0 and revision = 0";
const SHA256: &str = "select sha256 from stored_file where stored_name = $1";
const UPLOADS: &str = "select id, state, stored_name from stored_file where id > $1 order by id limit 500";
const DROP: &str = "delete from upload where id = $1 and state = 'ready'";
const LAST_EVENT: &str = "select hash from event where position = $1";
const SEALED: &str = "select complaint_id, sealed from identity order by complaint_id limit 1";
const SEALED_APPLICANT: &str = "select request_id, sealed from applicant order by request_id limit 1";

/// What was restored.
#[derive(Clone, Debug)]
pub struct Restored {
    /// The backup's first entry.
    pub manifest: Manifest,
    /// Its last entry.
    pub end: End,
    /// Whether the sealed identities of reporters and applicants can be opened.
    pub keys: KeyState,
}

/// Whether the keys in the data folder open the sealed identities.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeyState {
    /// They do, or there is nothing to open.
    Fit,
    /// They are not there. They must be put back before the server starts, which would make new ones.
    Missing,
    /// They are others.
    Others,
}

/// Restores a backup into an empty database and a data folder without files, and checks where the chain then
/// stands.
pub async fn restore(db: &Database, data: &Path, archive: &Path) -> Result<Restored, BackupError> {
    let staging = Arc::new(Staging::begin(data)?);
    let pieces = reader::read(archive, staging.clone());
    let (work, place) = (staging.clone(), data.to_owned());
    let done = db.write(move |tx| Box::pin(async move { apply(tx, pieces, &work, &place).await })).await;
    if done.is_err() {
        staging.undo();
    }
    let (manifest, end) = done?;
    let keys = key_state(&mut db.read().await?, data).await?;
    Ok(Restored { manifest, end, keys })
}

async fn apply(
    tx: &mut Transaction,
    mut pieces: Receiver<Result<Piece, BackupError>>,
    staging: &Staging,
    data: &Path,
) -> Result<(Manifest, End), BackupError> {
    check_empty(tx).await?;
    let (mut manifest, mut rows, mut keys, mut files) = (None, BTreeMap::new(), Vec::new(), 0);
    let end = loop {
        match pieces
            .recv()
            .await
            .ok_or_else(|| BackupError::unusable("it could not be read to its end"))??
        {
            Piece::Manifest(first) => {
                first.check()?;
                let program = Standing::read(tx).await?.migration;
                if first.migration != program {
                    return Err(BackupError::OtherSchema { backup: first.migration, program });
                }
                tx.execute(CLEAR_HEAD, &[]).await?;
                manifest = Some(first);
            }
            Piece::Rows(table, page) => {
                *rows.entry(table.name.to_owned()).or_insert(0) += page.len() as u64;
                insert(tx, table, page).await?;
            }
            Piece::File { id, sha256 } => {
                files += 1;
                check_file(tx, staging, &id, sha256).await?;
            }
            Piece::Key(name, key) => keys.push((name, key)),
            Piece::End(end) => break end,
        }
    };
    let manifest = manifest.ok_or_else(|| BackupError::unusable("it has no manifest"))?;
    let is_whole = end.rows.iter().all(|(table, count)| rows.get(table).copied().unwrap_or(0) == *count);
    if !is_whole || files != end.files {
        return Err(BackupError::unusable("rows or files are missing"));
    }
    check_uploads(tx, staging, &end).await?;
    check_head(tx, &manifest).await?;
    if tx.engine() == Engine::Postgres {
        for table in TABLES.iter().filter(|table| table.numbered) {
            tx.fetch_one(AssertSqlSafe(table.renumber()), &[]).await?;
        }
    }
    search::rebuild(tx).await?;
    tx.announce(manifest.revision).await?;
    // Last, so that what remains to fail is the commit.
    home::write_keys(data, &keys)?;
    staging.settle()?;
    Ok((manifest, end))
}

/// A new database has its head row and nothing else.
async fn check_empty(tx: &mut Transaction) -> Result<(), BackupError> {
    for table in TABLES {
        let most = i64::from(table.name == "head");
        if tx.fetch_one(AssertSqlSafe(table.count()), &[]).await?.int(0)? > most {
            return Err(BackupError::NotEmpty(format!("the database (table {})", table.name)));
        }
    }
    Ok(())
}

async fn insert(tx: &mut Transaction, table: &Table, rows: Vec<Vec<Value>>) -> Result<(), DbError> {
    let is_postgres = tx.engine() == Engine::Postgres;
    let values = if is_postgres { VALUES_POSTGRES } else { VALUES_SQLITE };
    for rows in rows.chunks(values / table.columns.len()) {
        tx.execute(AssertSqlSafe(table.insert(rows.len(), is_postgres)), &rows.concat()).await?;
    }
    Ok(())
}

async fn check_file(
    tx: &mut Transaction,
    staging: &Staging,
    name: &str,
    sha256: [u8; 32],
) -> Result<(), BackupError> {
    match tx.fetch_optional(SHA256, values![name]).await? {
        Some(row) if row.hash(0)? == sha256 => Ok(()),
        Some(_) => Err(BackupError::unusable(format!("file {name} is not the one that was stored"))),
        // Added while the backup was written, after its snapshot.
        None => staging.discard(name),
    }
}

/// Every file that belongs to something must be there, unless the backup says that it was damaged before. One that waited
/// to be named may have been swept while the backup was written.
async fn check_uploads(tx: &mut Transaction, staging: &Staging, end: &End) -> Result<(), BackupError> {
    let mut after = String::new();
    loop {
        let rows = tx.fetch_all(UPLOADS, values![&after]).await?;
        for row in &rows {
            after = row.text(0)?;
            if staging.path(&row.text(2)?).exists() {
                continue;
            }
            if row.text(1)? == "ready" {
                tx.execute(DROP, values![&after]).await?;
            } else if !end.damaged.contains(&after) {
                return Err(BackupError::unusable(format!("file {after} is missing")));
            }
        }
        if rows.len() < PAGE {
            return Ok(());
        }
    }
}

/// The chain must end where the manifest says, and with the event that is there.
async fn check_head(tx: &mut Transaction, manifest: &Manifest) -> Result<(), BackupError> {
    let standing = Standing::read(tx).await?;
    let wrong = || BackupError::unusable("the chain of events does not end where its manifest says");
    if !manifest.fits(&standing) {
        return Err(wrong());
    }
    let last = tx.fetch_optional(LAST_EVENT, values![standing.position]).await?;
    let last = last.map(|row| row.hash(0)).transpose()?;
    let expected = (standing.position > 0).then_some(standing.head);
    if last.map(|hash| crate::platform::hex::hex(&hash)) == expected { Ok(()) } else { Err(wrong()) }
}

/// Tries to open an identity of a reporter and one of an applicant with the keys that are in the data folder now. None are
/// made.
async fn key_state(connection: &mut Connection, data: &Path) -> Result<KeyState, BackupError> {
    let reporter = connection.fetch_optional(SEALED, &[]).await?;
    let applicant = connection.fetch_optional(SEALED_APPLICANT, &[]).await?;
    if home::keys(data)?.len() < home::KEYS.len() {
        return Ok(KeyState::Missing);
    }
    let keys = Keys::load(data).map_err(BackupError::at(data.join("keys")))?;
    let mut opens = true;
    if let Some(row) = reporter {
        opens &= Identity::open(&keys, row.int(0)?, &row.blob(1)?).is_ok();
    }
    if let Some(row) = applicant {
        opens &= seal::open(&keys, &seal::applicant_purpose(row.int(0)?), &row.blob(1)?).is_ok();
    }
    Ok(if opens { KeyState::Fit } else { KeyState::Others })
}
