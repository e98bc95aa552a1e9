//! `tanggap restore FILE`

use std::path::PathBuf;

use clap::Args;

use super::Failure;
use crate::{
    config::Config,
    platform::{
        backup::{self, KeyState},
        db::Database,
    },
};

/// Read a backup back, into an empty data folder and database
///
/// All or nothing: every hash is checked before anything counts. The database may be another kind than the one that
/// was backed up. Put the backup's keys into the folder `keys` of the data folder before the server starts, unless
/// they are in the backup.
#[derive(Args, Debug)]
pub struct Restore {
    /// File that `tanggap backup` wrote
    #[arg(value_name = "FILE")]
    file: PathBuf,
}

/// Restores the backup and tells what there is now.
pub async fn run(config: Config, arguments: Restore) -> Result<(), Failure> {
    if !arguments.file.is_file() {
        return Err(Failure::new(format!("there is no file {}", arguments.file.display())));
    }
    let db = Database::open(&config.database()).await?;
    let done = backup::restore(&db, &config.data, &arguments.file).await;
    db.close().await;
    let done = done?;
    println!(
        "{}: {} complaints, {} events, {} files, revision {}; `tanggap verify` checks them all",
        arguments.file.display(),
        done.end.rows.get("complaint").copied().unwrap_or_default(),
        done.manifest.position,
        done.end.files,
        done.manifest.revision,
    );
    if !done.end.damaged.is_empty() {
        println!("These files were missing or damaged before the backup: {}", done.end.damaged.join(", "));
    }
    let keys = config.data.join("keys");
    match done.keys {
        KeyState::Fit => {}
        KeyState::Missing => println!(
            "The keys are not in the backup. Put them back into {} before the server starts: it would make new \
             ones, and with those no reporter's identity opens.",
            keys.display()
        ),
        KeyState::Others => println!(
            "The keys in {} are not those of the backup: with them no reporter's identity in it opens.",
            keys.display()
        ),
    }
    Ok(())
}
