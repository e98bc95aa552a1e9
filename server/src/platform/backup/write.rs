//! Writing a backup.

use std::{
    fs::{self, File, OpenOptions},
    io::{self, BufWriter, Read},
    os::unix::fs::OpenOptionsExt,
    path::{Path, PathBuf},
};

use sha2::{Digest, Sha256};

use super::{
    BackupError, End, Manifest, home,
    manifest::{FORMAT, Standing},
    row,
    table::{TABLES, Table},
};
use crate::{
    clock::Clock,
    platform::{
        db::{AssertSqlSafe, Connection, Database, Engine, Value},
        files::{Files, hash_of},
        hex::hex,
    },
    secret, values,
};

/// Rows read at a time, which is what is held in memory.
const PAGE: usize = 500;

const FILES: &str =
    "select id, stored_name, sha256, state from stored_file where id > $1 order by id limit 500";

/// What to back up, and where to.
pub struct Request<'a> {
    /// The database.
    pub db: &'a Database,
    /// The files.
    pub files: &'a Files,
    /// The data folder, for the keys.
    pub data: &'a Path,
    /// The file to write, which must not exist.
    pub target: &'a Path,
    /// Whether the keys go into it.
    pub with_keys: bool,
}

/// A backup that was written.
#[derive(Clone, Debug)]
pub struct BackedUp {
    /// Its first entry.
    pub manifest: Manifest,
    /// Its last entry.
    pub end: End,
    /// Its size in bytes.
    pub bytes: u64,
}

/// Writes a backup beside its place, syncs it and puts it there. On failure nothing is left.
pub async fn back_up(request: Request<'_>, clock: &Clock) -> Result<BackedUp, BackupError> {
    let target = request.target;
    if target.try_exists().map_err(BackupError::at(target))? {
        return Err(BackupError::Exists(target.to_owned()));
    }
    let draft = draft(target);
    let outcome = write(&request, clock, &draft).await.and_then(|done| {
        fs::rename(&draft, target).map_err(BackupError::at(target))?;
        home::sync_folder_of(target)?;
        Ok(done)
    });
    if outcome.is_err() {
        // It may not even have been made.
        let _ = fs::remove_file(&draft);
    }
    outcome
}

fn draft(target: &Path) -> PathBuf {
    let name = target.file_name().unwrap_or_default().to_string_lossy();
    target.with_file_name(format!(".{name}.{}", secret::random_id()))
}

async fn write(request: &Request<'_>, clock: &Clock, path: &Path) -> Result<BackedUp, BackupError> {
    // It holds what citizens wrote: for its owner alone.
    let file = OpenOptions::new().write(true).create_new(true).mode(0o600).open(path);
    let mut archive = Archive::new(file.map_err(BackupError::at(path))?, clock);
    let mut end = End::default();

    let mut snapshot = request.db.snapshot().await?;
    let Standing { migration, position, head, revision } = Standing::read(&mut snapshot).await?;
    let manifest = Manifest {
        format: FORMAT,
        program: env!("CARGO_PKG_VERSION").to_owned(),
        engine: match request.db.engine() {
            Engine::Sqlite => "sqlite".to_owned(),
            Engine::Postgres => "postgres".to_owned(),
        },
        migration,
        taken_at: clock.now().as_millisecond(),
        revision,
        position,
        head,
        with_keys: request.with_keys,
    };
    archive.json("manifest.json", &manifest)?;
    let mut hash = Sha256::new();
    for table in TABLES {
        let rows = write_table(&mut snapshot, table, &mut archive, &mut hash).await?;
        end.rows.insert(table.name.to_owned(), rows);
    }
    // Files never change, so they need no snapshot: what is added from here on is simply more than needed.
    drop(snapshot);
    end.tables_sha256 = hex(&hash.finalize());
    write_files(request, &mut archive, &mut end).await?;
    if request.with_keys {
        for (name, key) in home::keys(request.data)? {
            archive.entry(&format!("keys/{name}"), &key)?;
        }
    }
    archive.json("end.json", &end)?;
    let bytes = archive.close()?;
    Ok(BackedUp { manifest, end, bytes })
}

async fn write_table(
    snapshot: &mut Connection,
    table: &'static Table,
    archive: &mut Archive,
    hash: &mut Sha256,
) -> Result<u64, BackupError> {
    let (mut count, mut page, mut key) = (0, 0, Vec::<Value>::new());
    loop {
        let rows = snapshot.fetch_all(AssertSqlSafe(table.page(key.is_empty(), PAGE)), &key).await?;
        let mut lines = Vec::new();
        for row in &rows {
            let values = row::read(table, row)?;
            row::write(&values, &mut lines);
            key = values[..table.key].to_vec();
        }
        if !rows.is_empty() {
            page += 1;
            hash.update(&lines);
            archive.entry(&format!("tables/{}/{page:06}.jsonl", table.name), &lines)?;
        }
        count += rows.len() as u64;
        if rows.len() < PAGE {
            return Ok(count);
        }
    }
}

async fn write_files(request: &Request<'_>, archive: &mut Archive, end: &mut End) -> Result<(), BackupError> {
    let mut after = String::new();
    loop {
        let rows = request.db.read().await?.fetch_all(FILES, values![&after]).await?;
        for row in &rows {
            after = row.text("id")?;
            let is_attached = row.text("state")? == "attached";
            let name = row.text("stored_name")?;
            let path = request.files.path(&name);
            match hash_of(&path) {
                Ok(hash) if hash == row.hash("sha256")? => {
                    archive.file(&format!("files/{name}"), &path)?;
                    end.files += 1;
                }
                // One that nobody has named in a filing may have been swept this moment.
                Err(error) if error.kind() == io::ErrorKind::NotFound && !is_attached => {}
                // Said aloud, but no reason to have no backup at all.
                Ok(_) | Err(_) => end.damaged.push(after.clone()),
            }
        }
        if rows.len() < PAGE {
            return Ok(());
        }
    }
}

/// A tar that is being written.
struct Archive {
    builder: tar::Builder<BufWriter<File>>,
    path: &'static str,
    time: u64,
}

impl Archive {
    fn new(file: File, clock: &Clock) -> Self {
        let time = u64::try_from(clock.now().as_second()).unwrap_or_default();
        Self { builder: tar::Builder::new(BufWriter::with_capacity(1 << 18, file)), path: "the backup", time }
    }

    fn entry(&mut self, name: &str, bytes: &[u8]) -> Result<(), BackupError> {
        let mut header = self.header(bytes.len() as u64);
        self.builder.append_data(&mut header, name, bytes).map_err(BackupError::at(self.path))
    }

    /// A file, however large. One that another has replaced since its hash was taken is found out when it is restored.
    fn file(&mut self, name: &str, path: &Path) -> Result<(), BackupError> {
        let file = File::open(path).map_err(BackupError::at(path))?;
        let size = file.metadata().map_err(BackupError::at(path))?.len();
        let mut header = self.header(size);
        self.builder.append_data(&mut header, name, file.take(size)).map_err(BackupError::at(self.path))
    }

    fn header(&self, size: u64) -> tar::Header {
        let mut header = tar::Header::new_gnu();
        header.set_size(size);
        header.set_mode(0o600);
        header.set_mtime(self.time);
        header
    }

    fn json(&mut self, name: &str, value: &impl serde::Serialize) -> Result<(), BackupError> {
        let mut bytes = serde_json::to_vec_pretty(value).expect("plain values are always JSON");
        bytes.push(b'\n');
        self.entry(name, &bytes)
    }

    /// Ends and syncs it; its size in bytes.
    fn close(self) -> Result<u64, BackupError> {
        let close = || {
            let file = self.builder.into_inner()?.into_inner().map_err(io::IntoInnerError::into_error)?;
            file.sync_all()?;
            Ok(file.metadata()?.len())
        };
        close().map_err(BackupError::at(self.path))
    }
}
