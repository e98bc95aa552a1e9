//! What is logged, and how.

use std::io::IsTerminal;

use clap::{Args, ValueEnum};
use tracing_subscriber::{EnvFilter, filter::ParseError, fmt};

use crate::config::EVERYWHERE;

/// Logging, for any command.
#[derive(Args, Debug)]
pub(super) struct Log {
    /// What is logged: error, warn, info, debug, or by module as in server::platform=debug
    /// [default: info for serve, warn otherwise]
    #[arg(long, global = true, help_heading = EVERYWHERE, env = "TANGGAP_LOG", value_name = "FILTER", value_parser = filter)]
    log: Option<String>,

    /// Lines to read, or JSON for a log collector
    #[arg(long, global = true, help_heading = EVERYWHERE, env = "TANGGAP_LOG_FORMAT", value_name = "FORMAT", value_enum, default_value_t = Format::Text)]
    log_format: Format,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Format {
    Text,
    Json,
}

impl Log {
    /// Begins to log to standard error; what commands print is theirs alone. Only a server tells what goes well.
    pub(super) fn begin(self, is_server: bool) {
        let usual = if is_server { "info" } else { "warn" };
        let filter = EnvFilter::new(self.log.as_deref().unwrap_or(usual));
        // What takes documents apart quotes them.
        let silent = ["pdf_extract=off", "lopdf=off"].map(|one| one.parse().expect("is a directive"));
        let filter = silent.into_iter().fold(filter, EnvFilter::add_directive);
        let colours = std::io::stderr().is_terminal();
        let lines = fmt().with_env_filter(filter).with_writer(std::io::stderr);
        let lines = lines.with_ansi(colours).with_target(false);
        match self.log_format {
            Format::Text => lines.init(),
            Format::Json => lines.json().flatten_event(true).init(),
        }
        // A panic's words may quote what somebody wrote, so a release logs its place alone.
        #[cfg(not(debug_assertions))]
        std::panic::set_hook(Box::new(|panic| {
            let place = panic.location().map(ToString::to_string).unwrap_or_default();
            tracing::error!(place, "panicked");
        }));
    }
}

/// A filter that is one, as text: clap wants to copy it.
fn filter(text: &str) -> Result<String, ParseError> {
    EnvFilter::try_new(text).map(|_| text.to_owned())
}
