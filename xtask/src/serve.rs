//! Everything built as it is released, and served with demo data.

use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::Command;

use crate::build::{self, Quality};
use crate::failure::{Result, fail};
use crate::places::Places;
use crate::run::{command, run, step};

const ADDRESS: &str = "127.0.0.1:8080";

/// Sets up, builds, and becomes the server.
pub fn serve(places: &Places, arguments: &[String]) -> Result {
    build::build(places, Quality::Release)?;
    release(places)?;
    let mut server = server(places, &places.release_binary(), arguments);
    // This process becomes the server, so that signals and the exit code are the server's own.
    fail(format!("the server could not be started: {}", server.exec()))
}

/// Builds the server as it is released, with the bundles inside.
pub fn release(places: &Places) -> Result {
    step("server", || {
        run(command("cargo").current_dir(&places.root).args([
            "build",
            "--quiet",
            "--release",
            "--package",
            "server",
        ]))
    })
}

/// The server's command line for a first look; what the caller says about address and data comes first.
pub fn server(places: &Places, binary: &Path, arguments: &[String]) -> Command {
    let mut server = command(binary);
    server.current_dir(&places.root).args(["serve", "--demo"]);
    if !says(arguments, "--data") {
        server.arg("--data").arg(places.target.join("demo-data"));
    }
    if !says(arguments, "--listen") {
        server.args(["--listen", ADDRESS]);
        eprintln!("── http://{ADDRESS}");
    }
    server.args(arguments);
    server
}

fn says(arguments: &[String], flag: &str) -> bool {
    arguments.iter().any(|argument| argument == flag || argument.starts_with(&format!("{flag}=")))
}
