//! `tanggap backup FILE`

use std::path::PathBuf;

use clap::Args;

use super::Failure;
use crate::{
    clock::Clock,
    config::Config,
    platform::{
        backup::{self, Request},
        db::{Database, Options},
        files::{Files, Limits},
    },
};

/// Write everything into one file, while the server runs
///
/// The file is a tar that either database reads back. It holds what citizens wrote: keep it as safe as the data
/// itself. The keys are left out, so that a lost backup names no reporter; keep the folder `keys` of the data folder
/// in another place, or give --with-keys. Without its key nobody can ever open a reporter's identity.
#[derive(Args, Debug)]
pub struct Backup {
    /// File to write; it must not exist
    #[arg(value_name = "FILE")]
    file: PathBuf,

    /// Put the keys in as well: whoever has the file can then read who reported
    #[arg(long)]
    with_keys: bool,
}

/// Writes the backup and tells what is in it.
pub async fn run(config: Config, arguments: Backup) -> Result<(), Failure> {
    if !config.data.is_dir() {
        return Err(Failure::new(format!("there is no data folder {}", config.data.display())));
    }
    // A backup changes nothing, so it does not bring an older database up to date either.
    let options = Options { migrate: false, ..Options::default() };
    let db = Database::open_with(&config.database(), options).await?;
    let files = Files::open(&config.data, Limits::default())?;
    let request = Request {
        db: &db,
        files: &files,
        data: &config.data,
        target: &arguments.file,
        with_keys: arguments.with_keys,
    };
    let done = backup::back_up(request, &Clock::system()).await;
    db.close().await;
    let done = done?;
    println!(
        "{}: {} complaints, {} events, {} files, {} bytes, revision {}, keys {}",
        arguments.file.display(),
        done.end.rows.get("complaint").copied().unwrap_or_default(),
        done.manifest.position,
        done.end.files,
        done.bytes,
        done.manifest.revision,
        if arguments.with_keys { "included" } else { "left out" },
    );
    if done.end.damaged.is_empty() {
        return Ok(());
    }
    let damaged = done.end.damaged.join(", ");
    Err(Failure::new(format!(
        "the backup is written, but these files were missing or damaged before: {damaged}"
    )))
}
