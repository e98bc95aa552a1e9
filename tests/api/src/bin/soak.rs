//! Long runs against the program that `TANGGAP_BINARY` names. `cargo xtask soak` builds it and calls this.

use std::process::ExitCode;

use server::platform::db::testing::{POSTGRES, TestDatabase};
use server::testing::TestServer;
use tests_api::{
    kills::{self, Plan},
    syncs, walk,
};

const HELP: &str = "soak kills [--kills 200] [--seed 1] [--people 8]\nsoak syncs [--filings 200]\nsoak desk [--steps 10000] [--seed 1]";

/// After how many kills everything is verified in between.
const VERIFY_EVERY: u32 = 20;

#[tokio::main]
async fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let done = match words.split_first() {
        Some((&"kills", flags)) => run_kills(flags).await,
        Some((&"syncs", flags)) => run_syncs(flags).await,
        Some((&"desk", flags)) => run_desk(flags).await,
        _ => None,
    };
    done.map_or_else(help, |()| ExitCode::SUCCESS)
}

async fn run_kills(flags: &[&str]) -> Option<()> {
    let [kills, seed, people] = numbers(flags, [("--kills", 200), ("--seed", 1), ("--people", 8)])?;
    let plan = Plan {
        seed,
        kills: u32::try_from(kills).ok()?,
        people: usize::try_from(people).ok()?,
        database: None,
        verify_every: VERIFY_EVERY,
    };
    println!("SQLite\n{}", kills::run(&plan).await);
    if std::env::var_os(POSTGRES).is_some() {
        let database = TestDatabase::postgres().await;
        let plan = Plan { database: Some(database.url().to_owned()), ..plan };
        println!("PostgreSQL\n{}", kills::run(&plan).await);
    }
    Some(())
}

async fn run_syncs(flags: &[&str]) -> Option<()> {
    let [filings] = numbers(flags, [("--filings", 200)])?;
    print!("{}", syncs::trace(filings).await);
    Some(())
}

async fn run_desk(flags: &[&str]) -> Option<()> {
    let [steps, seed] = numbers(flags, [("--steps", 10_000), ("--seed", 1)])?;
    let steps = u32::try_from(steps).ok()?;
    println!("SQLite: {:?}", walk::walk(&TestServer::sqlite().await, seed, steps).await);
    if std::env::var_os(POSTGRES).is_some() {
        println!("PostgreSQL: {:?}", walk::walk(&TestServer::postgres().await, seed, steps).await);
    }
    Some(())
}

/// The values of flags; none where there is another flag, or a value is no number.
fn numbers<const N: usize>(flags: &[&str], known: [(&str, u64); N]) -> Option<[u64; N]> {
    let mut values = known.map(|(_, value)| value);
    for pair in flags.chunks(2) {
        let [name, value] = pair else { return None };
        let place = known.iter().position(|(known, _)| known == name)?;
        values[place] = value.parse().ok()?;
    }
    Some(values)
}

fn help() -> ExitCode {
    eprintln!("{HELP}");
    ExitCode::from(2)
}
