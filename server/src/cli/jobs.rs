//! `tanggap jobs`

use clap::{Args, Subcommand};

use super::Failure;
use crate::clock::Clock;
use crate::config::{Config, Mailing};
use crate::state::AppState;
use crate::upkeep;

/// Do once what a running server does by the hour and the minute
#[derive(Args, Debug)]
pub struct Jobs {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    /// Close what was answered and not replied to, remind of what is due, mail what waits, and clean up
    RunDue(Mailing),
}

/// Does it.
pub async fn run(config: Config, arguments: Jobs) -> Result<(), Failure> {
    let What::RunDue(mailing) = arguments.what;
    let config = Config { mail: mailing.config(), ..config };
    let state = AppState::open(&config, Clock::system()).await?;
    let done = async {
        upkeep::once(&state).await?;
        upkeep::deliver(&state).await
    };
    let done = done.await;
    state.close().await;
    Ok(done.map(drop)?)
}
