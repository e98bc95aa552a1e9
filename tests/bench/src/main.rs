//! Measures the release binary from outside, over HTTP, on the machine it is run on.
//!
//! `bench <measurement> [--binary PATH] [--seconds N] [--clients N] [--complaints N]`; `cargo xtask bench server` builds
//! what is needed and runs them all. Every row names its bar, so that the table says what is met.

mod ask;
mod figures;
mod http;
mod options;
mod server;

mod filings;
mod inbox;
mod information;
mod reads;
mod recap;
mod staff;
mod start;
mod stream;
mod whole;

use std::process::ExitCode;

use figures::Table;
use options::Options;

#[tokio::main]
async fn main() -> ExitCode {
    let options = match Options::read(std::env::args().skip(1)) {
        Ok(options) => options,
        Err(message) => {
            eprintln!("{message}\n{}", options::USAGE);
            return ExitCode::from(2);
        }
    };
    let mut table = Table::default();
    let measured = match options.measurement.as_str() {
        "start" => start::measure(&options, &mut table).await,
        "filings" => filings::measure(&options, &mut table).await,
        "reads" => reads::measure(&options, &mut table).await,
        "recap" => recap::measure(&options, &mut table).await,
        "inbox" => inbox::measure(&options, &mut table).await,
        "information" => information::measure(&options, &mut table).await,
        "stream" => stream::measure(&options, &mut table).await,
        other => Err(format!("there is no measurement {other:?}").into()),
    };
    println!("{table}");
    match measured {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("bench {}: {error}", options.measurement);
            ExitCode::FAILURE
        }
    }
}

/// What can go wrong in a measurement is said and ends it.
type Failure = Box<dyn std::error::Error + Send + Sync>;
