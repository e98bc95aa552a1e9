//! Long runs, of which the test command runs a slice: kills under load, and a trace of what is synced.

use crate::failure::{Result, fail};
use crate::places::Places;
use crate::run::{command, on_path, run, step};
use crate::serve;
use crate::setup::{self, Need};

/// Builds the release binary and runs what is named against it.
pub fn soak(places: &Places, arguments: &[String]) -> Result {
    match arguments.first().map(String::as_str) {
        Some("kills") => {}
        Some("syncs") => find_tracer()?,
        _ => return fail("cargo xtask soak kills|syncs"),
    }
    serve::release(places)?;
    step(&arguments.join(" "), || {
        run(command("cargo")
            .current_dir(&places.root)
            .args(["run", "--quiet", "--package", "tests-api", "--bin", "soak", "--"])
            .args(arguments)
            .env("TANGGAP_BINARY", places.release_binary()))
    })
}

fn find_tracer() -> Result {
    let need = Need { packages: &["strace"], reason: "it shows the system calls of the server" };
    if on_path("strace").is_some() { Ok(()) } else { setup::install(&[need]) }
}
