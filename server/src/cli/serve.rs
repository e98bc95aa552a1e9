//! `tanggap serve`

use std::time::Instant;

use clap::{Args, builder::BoolishValueParser};
use tokio::{net::TcpListener, signal::unix};

use super::Failure;
use crate::{
    clock::Clock,
    config::{Config, Linking, Mailing},
    demo,
    error::Error,
    platform::{http, limit::Limit},
    router,
    state::AppState,
    upkeep,
};

/// Serve the pages and the interface
///
/// Migrates the database, then answers until it is stopped (SIGTERM or Ctrl-C), finishing what it has begun.
/// Put a proxy with TLS in front, and tell with --trust-forwarded-for that it is there.
#[derive(Args, Debug)]
pub struct Serve {
    /// Address and port to listen on
    #[arg(long, env = "TANGGAP_LISTEN", value_name = "ADDRESS", default_value = "127.0.0.1:8080", value_parser = address)]
    listen: String,

    /// Fill an empty database with invented complaints, for a first look
    #[arg(long, env = "TANGGAP_DEMO", value_parser = BoolishValueParser::new())]
    demo: bool,

    /// Believe X-Forwarded-For and X-Forwarded-Proto, as the nearest proxy writes them
    #[arg(long, env = "TANGGAP_TRUST_FORWARDED_FOR", value_parser = BoolishValueParser::new())]
    trust_forwarded_for: bool,

    /// Filings from one client address in a minute; 0 for no limit
    #[arg(long, env = "TANGGAP_FILINGS_PER_MINUTE", value_name = "COUNT", default_value_t = Limit::default().filings_per_minute)]
    filings_per_minute: u32,

    #[command(flatten)]
    mailing: Mailing,

    #[command(flatten)]
    linking: Linking,

    /// Stand still at this moment (for tests)
    #[cfg(feature = "manual-clock")]
    #[arg(long, hide = true, value_name = "RFC3339")]
    manual_clock: Option<jiff::Timestamp>,
}

/// Serves until a signal says to stop.
pub async fn run(config: Config, arguments: Serve) -> Result<(), Failure> {
    let started = Instant::now();
    let config = Config {
        demo: arguments.demo,
        trust_forwarded: arguments.trust_forwarded_for,
        limit: Limit { filings_per_minute: arguments.filings_per_minute },
        mail: arguments.mailing.clone().config(),
        links: arguments.linking.config(&arguments.mailing.site),
        ..config
    };
    // Listening first: a taken port is told before anything is written.
    let listen = &arguments.listen;
    let listener = TcpListener::bind(listen)
        .await
        .map_err(|error| Failure::new(format!("cannot listen on {listen}: {error}")))?;
    let connections = connections();
    let state = AppState::open(&config, clock(&arguments)).await?;
    if config.demo {
        print!("{}", invent(&state).await?);
    }
    let address = listener.local_addr()?;
    // Heard before anyone is told that it serves, so that whoever is told can stop it in good order.
    let signalled = signalled()?;
    let took = started.elapsed().as_millis();
    tracing::info!(%address, connections, milliseconds = took, "serving");

    let stop = state.stop.clone();
    tokio::spawn(async move {
        signalled.await;
        tracing::info!("stopping");
        stop.now();
    });
    tokio::spawn(upkeep::run(state.clone()));
    tokio::spawn(upkeep::post(state.clone()));
    tokio::spawn(upkeep::ask(state.clone()));
    http::serve(listener, router::router(&state, &config), connections, state.stop.clone()).await;
    state.close().await;
    tracing::info!("stopped");
    Ok(())
}

/// A host's name or address and a port, as text: whether it is ours only the system can tell.
fn address(text: &str) -> Result<String, &'static str> {
    let (host, port) = text.rsplit_once(':').unwrap_or_default();
    let is_one = !host.is_empty() && port.parse::<u16>().is_ok();
    if is_one {
        Ok(text.to_owned())
    } else {
        Err("an address and a port, as in 127.0.0.1:8080 or [::1]:8080")
    }
}

/// How many connections may be open at once: as many as the system gives files, less those that the database and
/// uploads need. Fewer are no reason not to serve.
fn connections() -> usize {
    let files = rlimit::increase_nofile_limit(u64::MAX).unwrap_or(1024);
    usize::try_from(files).unwrap_or(usize::MAX).saturating_sub(256).max(64)
}

/// Fills an empty demo; the receipts of some of its complaints and what opens its accounts, as text.
async fn invent(state: &AppState) -> Result<String, Error> {
    let (db, keys, clock) = (&state.db, &state.keys, &state.clock);
    let settings = state.settings();
    let scene = demo::Scene { db, settings: &settings, keys, clock };
    let told = demo::begin(scene).await?;
    // The first reader shall not find an empty recap.
    let revision = *db.watch_revision().borrow();
    state.ledger.reach(revision).await;
    let Some(staff) = demo::staff::begin(db, keys, &settings, clock.now()).await? else { return Ok(told) };
    let requests = match (staff.ppid, &staff.agency) {
        (Some(ppid), Some(agency)) => demo::requests::begin(scene, ppid, agency).await?,
        _ => String::new(),
    };
    Ok(told + &requests + &staff.told)
}

#[cfg(feature = "manual-clock")]
fn clock(arguments: &Serve) -> Clock {
    arguments.manual_clock.map_or_else(Clock::system, Clock::manual)
}

#[cfg(not(feature = "manual-clock"))]
fn clock(_: &Serve) -> Clock {
    Clock::system()
}

fn signalled() -> std::io::Result<impl Future<Output = ()>> {
    let mut terminate = unix::signal(unix::SignalKind::terminate())?;
    let mut interrupt = unix::signal(unix::SignalKind::interrupt())?;
    Ok(async move {
        tokio::select! {
            _ = terminate.recv() => {}
            _ = interrupt.recv() => {}
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_have_a_port() {
        for good in ["127.0.0.1:8080", "[::1]:80", "localhost:0"] {
            assert!(address(good).is_ok(), "{good}");
        }
        for bad in ["here", "8080", ":8080", "here:", "here:99999", "::1:x"] {
            assert!(address(bad).is_err(), "{bad}");
        }
    }
}
