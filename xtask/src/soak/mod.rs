//! Long runs, of which the test command runs a slice: kills under load, a trace of what is synced, random
//! commands at the desk, filings over a bad line.

use crate::build::{self, Quality};
use crate::failure::{Result, fail};
use crate::places::Places;
use crate::run::{command, on_path, run, step};
use crate::serve;
use crate::setup::{self, Need};
use crate::shots::with_browser;
use crate::test::{Cluster, VARIABLE};

/// Builds the release binary and runs what is named against it.
pub fn soak(places: &Places, arguments: &[String]) -> Result {
    match arguments.first().map(String::as_str) {
        Some("kills" | "desk") => {}
        Some("syncs") => find_tracer()?,
        Some("storm") => return storm(places, &arguments[1..]),
        _ => return fail("cargo xtask soak kills|syncs|desk|storm"),
    }
    serve::release(places)?;
    // Kills and commands go to PostgreSQL as well, where it is installed.
    let cluster = match (arguments.first().map(String::as_str), setup::postgres_programs()) {
        (Some("kills" | "desk"), Ok(programs)) => Some(Cluster::start(&programs)?),
        _ => None,
    };
    step(&arguments.join(" "), || {
        let mut soak = command("cargo");
        if let Some(cluster) = &cluster {
            soak.env(VARIABLE, cluster.address());
        }
        run(soak
            .current_dir(&places.root)
            .args(["run", "--quiet", "--package", "tests-api", "--bin", "soak", "--"])
            .args(arguments)
            .env("TANGGAP_BINARY", places.release_binary()))
    })
}

/// Files in real browsers over a line that mistreats requests.
fn storm(places: &Places, arguments: &[String]) -> Result {
    let (_, tools) = setup::everything(places)?;
    build::build(places, Quality::Release)?;
    serve::release(places)?;
    step("storm", || run(with_browser(places, &tools, "storm").args(arguments)))
}

fn find_tracer() -> Result {
    let need = Need { packages: &["strace"], reason: "it shows the system calls of the server" };
    if on_path("strace").is_some() { Ok(()) } else { setup::install(&[need]) }
}
