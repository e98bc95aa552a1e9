//! Reading an archive, entry by entry. Everything in it is checked: a backup may have been kept anywhere.

use std::{
    fs::File,
    io::{BufReader, Read},
    path::Path,
    sync::Arc,
};

use sha2::{Digest, Sha256};
use tokio::sync::mpsc::{self, Receiver, Sender};

use super::{
    BackupError, End, Manifest,
    home::{KEY, KEYS, Staging},
    row,
    table::Table,
};
use crate::platform::db::Value;
use crate::platform::hex::hex;

/// Bytes of the largest entry that is read into memory; ours are far smaller.
const ENTRY_BYTES_MAX: u64 = 64 << 20;
/// Bytes of the largest stored file, which goes to the disk as it is read.
const FILE_BYTES_MAX: u64 = 256 << 20;

/// One entry of an archive. Files are in the staging folder by then.
pub(super) enum Piece {
    Manifest(Manifest),
    Rows(&'static Table, Vec<Vec<Value>>),
    File { id: String, sha256: [u8; 32] },
    Key(String, Vec<u8>),
    End(End),
}

/// Reads an archive in a thread of its own; the pieces come as they are taken. Nothing comes after an error, and
/// an archive without its end is one.
pub(super) fn read(archive: &Path, staging: Arc<Staging>) -> Receiver<Result<Piece, BackupError>> {
    let (sender, receiver) = mpsc::channel(2);
    let path = archive.to_owned();
    tokio::task::spawn_blocking(move || {
        let outcome = File::open(&path)
            .map_err(BackupError::at(&path))
            .and_then(|file| entries(BufReader::with_capacity(1 << 18, file), &staging, &sender));
        if let Err(error) = outcome {
            // Whoever stopped listening has an error of their own.
            let _ = sender.blocking_send(Err(error));
        }
    });
    receiver
}

fn entries(
    file: impl Read,
    staging: &Staging,
    sender: &Sender<Result<Piece, BackupError>>,
) -> Result<(), BackupError> {
    let mut archive = tar::Archive::new(file);
    let mut hash = Sha256::new();
    let mut is_first = true;
    for entry in archive.entries().map_err(BackupError::unusable)? {
        let mut entry = entry.map_err(BackupError::unusable)?;
        let name = String::from_utf8(entry.path_bytes().into_owned()).unwrap_or_default();
        let file = name.strip_prefix("files/").filter(|id| is_id(id));
        let most = if file.is_some() { FILE_BYTES_MAX } else { ENTRY_BYTES_MAX };
        if !entry.header().entry_type().is_file() || entry.size() > most {
            return Err(BackupError::unusable(format!("{name:?} does not belong in a backup")));
        }
        let size = entry.size();
        let piece = if let Some(id) = file {
            let mut hashed = Hashed { inner: &mut entry, hash: Sha256::new(), length: 0 };
            staging.store(id, &mut hashed)?;
            if hashed.length != size {
                return Err(cut_off());
            }
            Piece::File { id: id.to_owned(), sha256: hashed.hash.finalize().into() }
        } else {
            let mut bytes = Vec::new();
            entry.read_to_end(&mut bytes).map_err(BackupError::unusable)?;
            if bytes.len() as u64 != size {
                return Err(cut_off());
            }
            piece(&name, bytes, &mut hash)?
        };
        if is_first != matches!(piece, Piece::Manifest(_)) {
            return Err(BackupError::unusable("it does not begin as a backup does"));
        }
        is_first = false;
        let is_end = matches!(piece, Piece::End(_));
        if sender.blocking_send(Ok(piece)).is_err() || is_end {
            return Ok(());
        }
    }
    Err(cut_off())
}

fn cut_off() -> BackupError {
    BackupError::unusable("it was cut off")
}

fn piece(name: &str, bytes: Vec<u8>, hash: &mut Sha256) -> Result<Piece, BackupError> {
    let strange = || BackupError::unusable(format!("{name:?} does not belong in a backup"));
    let mut parts = name.split('/');
    match (parts.next(), parts.next(), parts.next()) {
        (Some("manifest.json"), None, None) => json(&bytes).map(Piece::Manifest),
        (Some("end.json"), None, None) => {
            let end: End = json(&bytes)?;
            if end.tables_sha256 != hex(&hash.finalize_reset()) {
                return Err(BackupError::unusable("its tables are not those that were written"));
            }
            Ok(Piece::End(end))
        }
        (Some("tables"), Some(table), Some(_)) => {
            let table = Table::named(table).ok_or_else(strange)?;
            hash.update(&bytes);
            let text = String::from_utf8(bytes).map_err(BackupError::unusable)?;
            let rows = text.lines().map(|line| row::parse(table, line)).collect::<Result<_, _>>()?;
            Ok(Piece::Rows(table, rows))
        }
        (Some("keys"), Some(key), None) if KEYS.contains(&key) && bytes.len() == KEY => {
            Ok(Piece::Key(key.to_owned(), bytes))
        }
        _ => Err(strange()),
    }
}

/// What is read through it is hashed and counted.
struct Hashed<R> {
    inner: R,
    hash: Sha256,
    length: u64,
}

impl<R: Read> Read for Hashed<R> {
    fn read(&mut self, bytes: &mut [u8]) -> std::io::Result<usize> {
        let length = self.inner.read(bytes)?;
        self.hash.update(&bytes[..length]);
        self.length += length as u64;
        Ok(length)
    }
}

/// Only what may be a file's name gets as far as a path.
fn is_id(id: &str) -> bool {
    id.len() == 32 && id.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
}

fn json<T: serde::de::DeserializeOwned>(bytes: &[u8]) -> Result<T, BackupError> {
    serde_json::from_slice(bytes).map_err(BackupError::unusable)
}
