//! `tanggap`, as the server's own package builds it.

use std::process::ExitCode;

fn main() -> ExitCode {
    server::cli::run()
}
