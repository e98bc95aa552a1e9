//! The command line: what an operator says, and what is told back.

mod log;

mod serve;

mod import;
mod recap;
mod verify;

mod admin;
mod jobs;

mod generate;

mod backup;
mod restore;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

use crate::config::{Config, Place};

const EXAMPLES: &str = "\
Examples:
  tanggap serve --demo                             look around at http://127.0.0.1:8080
  tanggap import complaints lapor.csv --data /srv/tanggap
  tanggap import information dip.xlsx --data /srv/tanggap
  tanggap recap --by sector --stage disposed --as-of 2020-06-30 --format csv
  tanggap admin invite sri --role administrator    make the first account, and print its link
  tanggap backup /backups/today.tar --data /srv/tanggap

Settings may come from the environment as well; .env.example lists them all.";

/// Public complaint handling for a province: file, follow, answer, count.
///
/// Citizens file complaints and follow them by a code; everyone sees, live, how many stand where. One binary with
/// its pages inside; the data lies in one folder, or in PostgreSQL.
#[derive(Debug, Parser)]
#[command(name = "tanggap", version, max_term_width = 100, after_help = EXAMPLES)]
struct Arguments {
    #[command(flatten)]
    place: Place,
    #[command(flatten)]
    log: log::Log,
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    Serve(serve::Serve),
    Import(import::Import),
    Recap(Box<recap::Recap>),
    Verify(verify::Verify),
    Admin(admin::Admin),
    Jobs(jobs::Jobs),
    Backup(backup::Backup),
    Restore(restore::Restore),
    #[command(hide = true)]
    Generate(generate::Generate),
}

/// Why a command failed, as one plain sentence.
#[derive(Debug)]
pub struct Failure(String);

impl Failure {
    /// A failure that says this.
    pub fn new(sentence: impl Into<String>) -> Self {
        Self(sentence.into())
    }
}

impl<E: std::error::Error> From<E> for Failure {
    fn from(error: E) -> Self {
        Self(error.to_string())
    }
}

/// Reads the command line, runs its command and tells the exit code: 0 done, 1 failed, 2 not understood.
pub fn run() -> ExitCode {
    let Arguments { place, log, command } = Arguments::parse();
    log.begin(matches!(command, Command::Serve(_)));
    let runtime = match tokio::runtime::Builder::new_multi_thread().enable_all().build() {
        Ok(runtime) => runtime,
        Err(error) => return fail(&Failure::new(format!("the system gives no threads: {error}"))),
    };
    let config = Config::new(place);
    let done = runtime.block_on(async {
        match command {
            Command::Serve(arguments) => serve::run(config, arguments).await,
            Command::Import(arguments) => import::run(config, arguments).await,
            Command::Recap(arguments) => recap::run(config, *arguments).await,
            Command::Verify(arguments) => verify::run(config, arguments).await,
            Command::Admin(arguments) => admin::run(config, arguments).await,
            Command::Jobs(arguments) => jobs::run(config, arguments).await,
            Command::Backup(arguments) => backup::run(config, arguments).await,
            Command::Restore(arguments) => restore::run(config, arguments).await,
            Command::Generate(arguments) => generate::run(config, arguments).await,
        }
    });
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => fail(&failure),
    }
}

fn fail(Failure(sentence): &Failure) -> ExitCode {
    eprintln!("tanggap: {sentence}");
    ExitCode::FAILURE
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;

    #[test]
    fn the_command_line_is_sound() {
        Arguments::command().debug_assert();
    }

    #[test]
    fn the_place_is_told_before_or_after_the_command() {
        for line in [["tanggap", "--data", "x", "serve"], ["tanggap", "serve", "--data", "x"]] {
            let place = Arguments::try_parse_from(line).unwrap().place;
            let config = Config::new(Place { database: None, ..place });
            assert_eq!(config.database(), "sqlite:x/tanggap.db");
        }
        assert_eq!(
            Arguments::try_parse_from(["tanggap", "serve", "--port", "1"]).unwrap_err().exit_code(),
            2
        );
    }
}
