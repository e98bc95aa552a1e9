//! `tanggap import complaints FILE`

use std::{fs::File, path::PathBuf};

use clap::{Args, Subcommand};
use shared::lang::Lang;

use super::Failure;
use crate::{
    clock::Clock,
    complaint::import::{ImportError, import},
    config::Config,
    platform::{
        db::Database,
        settings::{Settings, seed},
    },
};

/// Enter complaints from elsewhere, such as SP4N-LAPOR!
#[derive(Args, Debug)]
pub struct Import {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    /// Enter the complaints of a CSV file: all rows or, if one is bad, none
    ///
    /// Columns, in any order: external_id, received_on (YYYY-MM-DD), class, sector, agency, region_code, stage, title,
    /// content; and, if you like, channel (lapor where absent). Sector and agency by name or key; sector, agency and
    /// region_code may be empty. The same file can be imported again: known rows are skipped. A server may run beside.
    Complaints {
        /// The file
        #[arg(value_name = "FILE")]
        file: PathBuf,
    },
}

/// Imports the file and tells how many rows were new.
pub async fn run(config: Config, arguments: Import) -> Result<(), Failure> {
    let What::Complaints { file: path } = arguments.what;
    let shown = path.display();
    // Opened first: a mistyped name must not leave an empty database behind.
    let file = File::open(&path).map_err(|error| Failure::new(format!("{shown}: {error}")))?;
    crate::secret::private_folder(&config.data)?;
    let db = Database::open(&config.database()).await?;
    let outcome = enter(&db, &path, file).await;
    db.close().await;
    match outcome {
        Ok(()) => Ok(()),
        Err(ImportError::Faults(faults)) => {
            for fault in &faults {
                eprintln!("{shown}: {}", fault.sentence(Lang::En));
            }
            Err(Failure::new(format!("{shown}: {} problems; nothing was written", faults.len())))
        }
        Err(error) => Err(Failure::new(format!("{shown}: {error}; nothing was written"))),
    }
}

async fn enter(db: &Database, path: &std::path::Path, file: File) -> Result<(), ImportError> {
    db.write(|tx| Box::pin(async move { seed::fill_if_empty(tx, false).await.map_err(ImportError::from) }))
        .await?;
    let mut connection = db.read().await?;
    let settings = Settings::load(&mut connection).await?;
    drop(connection);
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let done = import(db, &settings, &Clock::system(), &name, file).await?;
    println!("{} rows read, {} new, {} known", done.read, done.new, done.known);
    Ok(())
}
