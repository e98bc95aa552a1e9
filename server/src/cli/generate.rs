//! `tanggap generate COUNT`, for measurements; not among the commands that help lists.

use clap::Args;

use super::Failure;
use crate::{
    clock::Clock,
    config::Config,
    demo::generate::{self, generate},
    platform::{
        db::{Database, DbError},
        settings::{Settings, seed},
    },
};

/// Fill an empty database with invented complaints and public information, to measure with
#[derive(Args, Debug)]
pub struct Generate {
    /// How many
    #[arg(value_name = "COUNT")]
    count: u64,

    /// How many entries of public information besides them
    #[arg(long, value_name = "COUNT", default_value_t = 0)]
    information: u64,

    /// Over how many days up to today they came in: the fewer, the more of them are open
    #[arg(long, default_value_t = 6 * 365, value_parser = clap::value_parser!(u16).range(1..=20_000))]
    days: u16,
}

/// Generates.
pub async fn run(config: Config, arguments: Generate) -> Result<(), Failure> {
    crate::secret::private_folder(&config.data)?;
    let db = Database::open(&config.database()).await?;
    let outcome = fill(&db, &arguments).await;
    db.close().await;
    Ok(outcome?)
}

async fn fill(db: &Database, arguments: &Generate) -> Result<(), DbError> {
    db.write(|tx| Box::pin(async move { seed::fill_if_empty(tx, true).await })).await?;
    let settings = Settings::load(&mut db.read().await?).await?;
    let clock = Clock::system();
    if arguments.count > 0 {
        generate(db, &settings, &clock, arguments.count, arguments.days).await?;
    }
    if arguments.information > 0 {
        generate::information::generate(db, &settings, &clock, arguments.information).await?;
    }
    Ok(())
}
