//! `tanggap jobs`

use clap::{Args, Subcommand};

use super::Failure;
use crate::{clock::Clock, config::Config, state::AppState, upkeep};

/// Do once what a running server does every hour
#[derive(Args, Debug)]
pub struct Jobs {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    /// Close what was answered and not replied to, end old sessions, remove uploads that nobody named
    RunDue,
}

/// Does it.
pub async fn run(config: Config, arguments: Jobs) -> Result<(), Failure> {
    let What::RunDue = arguments.what;
    let state = AppState::open(&config, Clock::system()).await?;
    let done = upkeep::once(&state).await;
    state.close().await;
    Ok(done?)
}
