//! `tanggap jobs`

use clap::{Args, Subcommand};

use super::Failure;
use crate::clock::Clock;
use crate::config::{Config, Linking, Mailing};
use crate::information;
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
    /// Close what was answered and not replied to, remind of what is due, mail what waits, clean up, and ask links if told to
    RunDue(RunDue),
}

#[derive(Args, Debug)]
struct RunDue {
    #[command(flatten)]
    mailing: Mailing,

    #[command(flatten)]
    linking: Linking,
}

/// Does it.
pub async fn run(config: Config, arguments: Jobs) -> Result<(), Failure> {
    let What::RunDue(RunDue { mailing, linking }) = arguments.what;
    let links = linking.config(&mailing.site);
    let config = Config { mail: mailing.config(), links, ..config };
    let state = AppState::open(&config, Clock::system()).await?;
    let done = async {
        upkeep::once(&state).await?;
        upkeep::deliver(&state).await?;
        information::link::round(&state).await
    };
    let done = done.await;
    state.close().await;
    Ok(done.map(drop)?)
}
