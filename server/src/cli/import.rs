//! `tanggap import complaints FILE` and `tanggap import information FILE`

use std::fs::{self, File};
use std::path::{Path, PathBuf};

use clap::{Args, Subcommand};
use shared::information::InformationImport;
use shared::lang::Lang;
use shared::problem::FieldProblem;

use super::Failure;
use crate::{
    clock::Clock,
    complaint::import::{ImportError, import},
    config::Config,
    information::{self, import::As},
    platform::{
        db::{Database, DbError},
        settings::{Settings, seed},
        sheet::Table,
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
    /// Enter a Daftar Informasi Publik from a CSV file or a workbook: all rows or, if one is bad, none
    ///
    /// Columns, in any order and by these names or those of the usual lists: title, summary, category, agency, official,
    /// made_on, forms; and, if you like, made_at, keep_until, topic, plain, local, link. Agencies by name or key. Rows become
    /// drafts. The same file can be imported again: rows that are entries already are skipped. A server may run beside.
    Information {
        /// The file
        #[arg(value_name = "FILE")]
        file: PathBuf,
        /// Let everyone read the entries at once
        #[arg(long)]
        publish: bool,
    },
}

/// Imports the file and tells how many rows were new.
pub async fn run(config: Config, arguments: Import) -> Result<(), Failure> {
    match arguments.what {
        What::Complaints { file } => complaints(&config, &file).await,
        What::Information { file, publish } => information(&config, &file, publish).await,
    }
}

async fn complaints(config: &Config, path: &Path) -> Result<(), Failure> {
    let shown = path.display();
    // Opened first: a mistyped name must not leave an empty database behind.
    let file = File::open(path).map_err(|error| Failure::new(format!("{shown}: {error}")))?;
    crate::secret::private_folder(&config.data)?;
    let db = Database::open(&config.database()).await?;
    let outcome = enter_complaints(&db, path, file).await;
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

/// Enters a list of public information, or tells everything that is wrong with it.
async fn information(config: &Config, path: &Path, publish: bool) -> Result<(), Failure> {
    let shown = path.display();
    let bytes = fs::read(path).map_err(|error| Failure::new(format!("{shown}: {error}")))?;
    let wrong = |problem| Failure::new(format!("{shown}: {}", Lang::En.problem(problem)));
    let table = Table::read(&bytes).map_err(wrong)?;
    crate::secret::private_folder(&config.data)?;
    let db = Database::open(&config.database()).await?;
    let way = if publish { As::Published } else { As::Draft };
    let outcome = enter_information(&db, &table, way).await;
    db.close().await;
    let told = outcome?;
    for column in &told.unread {
        eprintln!("{shown}: column {column} is not read");
    }
    for fault in &told.faults {
        let FieldProblem { field, problem, .. } = &fault.problem;
        eprintln!("{shown}: line {}, {field}: {}", fault.line, Lang::En.problem(*problem));
    }
    if !told.applied {
        return Err(Failure::new(format!("{shown}: {} problems; nothing was written", told.faults_total)));
    }
    println!("{} rows read, {} new, {} known", told.rows, told.new, told.known);
    Ok(())
}

async fn enter_information(db: &Database, table: &Table, way: As) -> Result<InformationImport, DbError> {
    db.write(|tx| Box::pin(async move { seed::fill_if_empty(tx, false).await })).await?;
    let settings = Settings::load(&mut db.read().await?).await?;
    let clock = Clock::system();
    let (at, today) = (clock.now(), settings.today(&clock));
    let read = information::import::read(table, &settings, today, None, |_| true);
    if !read.faults.is_empty() {
        return Ok(information::import::told(&read, &[], false));
    }
    let change = information::desk::Change::by_operator(at, today);
    db.write(move |tx| {
        Box::pin(async move {
            let is_known = information::import::enter(tx, &read.rows, way, &change, (today, at)).await?;
            Ok(information::import::told(&read, &is_known, true))
        })
    })
    .await
}

async fn enter_complaints(db: &Database, path: &Path, file: File) -> Result<(), ImportError> {
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
