//! The pages as a cheap phone sees them, measured in a browser by the scripts in `tests/bench/phone`.

use std::path::PathBuf;

use crate::failure::{Result, fail};
use crate::places::Places;
use crate::run::{command, run, step};
use crate::setup::{self, PhoneTools};
use crate::{build, serve};

const MEASUREMENTS: [&str; 3] = ["lighthouse", "cold", "charts"];

/// Builds what is measured, then measures all of it or what is named.
pub fn phone(places: &Places, arguments: &[String]) -> Result {
    // Told before the builds, which take minutes.
    let named = arguments.first().filter(|argument| !argument.starts_with("--"));
    if named.is_some_and(|named| !MEASUREMENTS.contains(&named.as_str())) {
        return fail("cargo xtask bench phone [lighthouse|cold|charts] [--runs 3]");
    }
    let tools = setup::for_phone(places)?;
    build::build(places, build::Quality::Release)?;
    serve::release(places)?;
    let twin = step("twin", || twin(places, &tools))?;
    run(command("node")
        .arg(places.root.join("tests/bench/phone/main.mjs"))
        .args(arguments)
        .env("TANGGAP_BINARY", places.release_binary())
        .env("TANGGAP_CHROMIUM", &tools.chromium)
        .env("TANGGAP_PHONE_MODULES", &tools.modules)
        .env("TANGGAP_TWIN_DIST", twin))
}

/// The same form as people would build it in the framework that most would take: what ours is compared with.
/// Compressed as ours is.
fn twin(places: &Places, tools: &PhoneTools) -> Result<PathBuf> {
    let sources = places.root.join("tests/bench/twin");
    let dist = places.target.join("twin");
    run(command("node")
        .current_dir(&sources)
        .arg(tools.twin_modules.join("vite/bin/vite.js"))
        .args(["build", "--logLevel=warn", "--config=vite.config.mjs", "--outDir"])
        .arg(&dist)
        .env("TANGGAP_TWIN_MODULES", &tools.twin_modules))?;
    build::compress(&dist)?;
    Ok(dist)
}
