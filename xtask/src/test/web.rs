//! Unit tests of the pages, compiled to wasm and run in a real browser.

use std::fs;

use super::tally::Tally;
use crate::failure::{Result, While};
use crate::places::Places;
use crate::setup::{BundleTools, Purpose, TestTools};

/// How the browser is started: as root, without a screen, and without anything that calls out.
const CAPABILITIES: &str = include_str!("webdriver.json");

/// Seconds for one test file; the default of 20 is too short for a busy machine.
const TIMEOUT: &str = "180";

/// Runs the tests of `tests-web`.
pub fn run(places: &Places, bundles: &BundleTools, tools: &TestTools, tally: &mut Tally) -> Result {
    // The runner reads its settings from the working folder, which cargo would set to the package.
    let folder = places.wasm_target().join("runner");
    fs::create_dir_all(&folder).doing("creating the runner's folder")?;
    let capabilities = CAPABILITIES.replace("CHROMIUM", &tools.browser.chromium.to_string_lossy());
    fs::write(folder.join("webdriver.json"), capabilities).doing("writing the browser's settings")?;

    let runner = ["env", "-C", &folder.to_string_lossy(), &bundles.test_runner.to_string_lossy()]
        .map(|word| format!("{word:?}"))
        .join(", ");
    let mut cargo = bundles.toolchain.cargo("test", Purpose::Test);
    cargo
        .current_dir(&places.root)
        .args(["--package", "tests-web", "--tests", "--no-fail-fast", "--target-dir"])
        .arg(places.wasm_target())
        .arg("--config")
        .arg(format!("target.wasm32-unknown-unknown.runner = [{runner}]"))
        .env("CHROMEDRIVER", &tools.browser.driver)
        .env("WASM_BINDGEN_TEST_TIMEOUT", TIMEOUT);
    tally.watch(&mut cargo)
}
