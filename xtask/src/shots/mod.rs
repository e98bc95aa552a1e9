//! Pictures of every page, for people to look at before they call a page done.

use std::process::Command;

use crate::build::{self, Quality};
use crate::failure::Result;
use crate::places::Places;
use crate::run::{command, run, step};
use crate::serve;
use crate::setup::{self, TestTools};

/// Builds what is shown and takes its pictures into the target folder.
pub fn shots(places: &Places) -> Result {
    let (_, tools) = setup::everything(places)?;
    build::build(places, Quality::Release)?;
    serve::release(places)?;
    step("pictures", || run(with_browser(places, &tools, "shots").arg(places.target.join("shots"))))
}

/// A program of the stories' crate, with the release binary and a browser.
pub fn with_browser(places: &Places, tools: &TestTools, program: &str) -> Command {
    let mut command = command("cargo");
    command
        .current_dir(&places.root)
        .args(["run", "--quiet", "--package", "tests-e2e", "--bin", program, "--"])
        .env("TANGGAP_BINARY", places.release_binary())
        .env("TANGGAP_CHROMIUM", &tools.browser.chromium)
        .env("TANGGAP_CHROMEDRIVER", &tools.browser.driver);
    command
}
