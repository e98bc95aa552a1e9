//! The binary `tanggap`.

use std::process::ExitCode;

fn main() -> ExitCode {
    server::cli::run()
}
