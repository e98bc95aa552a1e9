//! From Rust to WebAssembly.

use std::path::PathBuf;

use super::Quality;
use crate::failure::Result;
use crate::places::Places;
use crate::run::run;
use crate::setup::{Purpose, Toolchain};

/// Compiles every bundle and returns the folder the `.wasm` files lie in.
pub fn compile(places: &Places, toolchain: Toolchain, quality: Quality) -> Result<PathBuf> {
    let (profile, purpose) = match quality {
        Quality::Release => ("wasm", Purpose::Release),
        Quality::Quick => ("wasm-dev", Purpose::Quick),
    };
    let mut cargo = toolchain.cargo("build", purpose);
    run(cargo
        .current_dir(&places.root)
        .args(["--package", "app", "--bins", "--features", "late-texts"])
        .args(["--profile", profile, "--target-dir"])
        .arg(places.wasm_target()))?;
    Ok(places.wasm_target().join("wasm32-unknown-unknown").join(profile))
}
