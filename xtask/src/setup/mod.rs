//! Finds every tool that is needed, or installs it: what is missing, why, then the installation. Nothing is asked.

mod apt;
mod browser;
mod crates;
mod npm;
mod postgres;
mod wasm;

use std::fs::File;
use std::path::PathBuf;

use crate::failure::{Result, While, fail};
use crate::places::Places;
use crate::run::on_path;

pub use apt::{Need, install};
pub use browser::Browser;
pub use postgres::binaries as postgres_programs;
pub use wasm::{Purpose, Toolchain};

/// What the bundles are built with.
pub struct BundleTools {
    /// The compiler for wasm.
    pub toolchain: Toolchain,
    /// Writes the JavaScript around a compiled bundle.
    pub wasm_bindgen: PathBuf,
    /// Cuts a compiled bundle into parts.
    pub splitter: PathBuf,
    /// Runs compiled unit tests in a browser.
    pub test_runner: PathBuf,
    /// Makes a bundle smaller.
    pub wasm_opt: PathBuf,
    /// Joins and minifies JavaScript and CSS.
    pub esbuild: PathBuf,
}

/// What the tests need besides.
pub struct TestTools {
    /// A browser and its driver.
    pub browser: Browser,
    /// The folder with `initdb` and `pg_ctl`.
    pub postgres: PathBuf,
    /// The accessibility checker that is injected into pages.
    pub axe: PathBuf,
}

/// What measures the pages as a phone sees them.
pub struct PhoneTools {
    /// A browser.
    pub chromium: PathBuf,
    /// The packages that measure.
    pub modules: PathBuf,
    /// The packages that the twin is made of.
    pub twin_modules: PathBuf,
}

/// Sets up what the bundles need.
pub fn for_bundles(places: &Places) -> Result<BundleTools> {
    let _lock = lock(places)?;
    let mut packages = Vec::new();
    let toolchain = wasm::need(places, &mut packages)?;
    install(&packages)?;
    finish_bundles(places, toolchain)
}

/// Sets up what the bundles and the tests need.
pub fn everything(places: &Places) -> Result<(BundleTools, TestTools)> {
    let _lock = lock(places)?;
    // Every system package is collected first, so that somebody without root sees one command.
    let mut packages = Vec::new();
    let toolchain = wasm::need(places, &mut packages)?;
    browser::need(&mut packages);
    postgres::need(&mut packages);
    install(&packages)?;
    let bundles = finish_bundles(places, toolchain)?;
    let tests = TestTools {
        browser: browser::find()?,
        postgres: postgres::binaries()?,
        axe: npm::TOOLS.file(places, "axe-core/axe.min.js"),
    };
    Ok((bundles, tests))
}

/// Sets up what measures the pages on a phone. Apart from [`everything`], because no test needs it.
pub fn for_phone(places: &Places) -> Result<PhoneTools> {
    let _lock = lock(places)?;
    let mut packages = Vec::new();
    browser::need(&mut packages);
    install(&packages)?;
    find_node()?;
    for set in [&npm::PHONE, &npm::TWIN] {
        set.install(places)?;
    }
    Ok(PhoneTools {
        chromium: browser::find()?.chromium,
        modules: npm::PHONE.modules(places),
        twin_modules: npm::TWIN.modules(places),
    })
}

fn find_node() -> Result {
    if on_path("node").is_some() && on_path("npm").is_some() {
        return Ok(());
    }
    fail("Node with npm is needed (it optimises and compresses the bundles); please install Node 20 or newer")
}

fn finish_bundles(places: &Places, toolchain: Toolchain) -> Result<BundleTools> {
    wasm::remember(places, toolchain)?;
    find_node()?;
    npm::TOOLS.install(places)?;
    let (wasm_bindgen, test_runner) = crates::bindgen(places)?;
    Ok(BundleTools {
        toolchain,
        wasm_bindgen,
        splitter: crates::splitter(places)?,
        test_runner,
        wasm_opt: npm::TOOLS.file(places, ".bin/wasm-opt"),
        esbuild: npm::TOOLS.file(places, ".bin/esbuild"),
    })
}

/// Two calls at once must not install the same thing twice; the second waits.
fn lock(places: &Places) -> Result<File> {
    let file = File::create(places.cache.join("setup.lock")).doing("creating the lock of the setup")?;
    file.lock().doing("waiting for another setup to end")?;
    Ok(file)
}
