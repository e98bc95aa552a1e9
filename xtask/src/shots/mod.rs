//! Pictures of every page, for people to look at before they call a page done; and those that the tests compare with.

use std::process::Command;

use crate::build::{self, Quality};
use crate::failure::{Result, fail};
use crate::places::Places;
use crate::run::{command, run, step};
use crate::serve;
use crate::setup::{self, TestTools};

/// What the page of all parts was last accepted to look like.
const ACCEPTED: &str = "tests/e2e/accepted";

/// Builds what is shown and takes its pictures into the target folder; with `--accept` those of the page of all parts,
/// into the checkout.
pub fn shots(places: &Places, arguments: &[String]) -> Result {
    let folder = match arguments {
        [] => vec![places.target.join("shots")],
        [flag] if flag == "--accept" => vec!["--accept".into(), places.root.join(ACCEPTED)],
        _ => return fail("cargo xtask shots [--accept]"),
    };
    let (_, tools) = setup::everything(places)?;
    build::build(places, Quality::Release)?;
    serve::release(places)?;
    step("pictures", || run(with_browser(places, &tools, "shots").args(folder)))
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
