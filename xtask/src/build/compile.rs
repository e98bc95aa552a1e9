//! From Rust to WebAssembly.

use std::path::PathBuf;

use super::Quality;
use crate::failure::Result;
use crate::places::Places;
use crate::run::run;
use crate::setup::Toolchain;

/// Compiles every bundle and returns the folder the `.wasm` files lie in.
pub fn compile(places: &Places, toolchain: Toolchain, quality: Quality) -> Result<PathBuf> {
    let profile = match quality {
        Quality::Release => "wasm",
        Quality::Quick => "wasm-dev",
    };
    let mut cargo = toolchain.cargo("build", false);
    if toolchain == Toolchain::Debian && quality == Quality::Release {
        // The library is compiled anyway, so it can be compiled without the texts of panics, a fifth of the bundle.
        cargo.env("RUSTFLAGS", "-Zunstable-options -Cpanic=immediate-abort");
    }
    run(cargo
        .current_dir(&places.root)
        .args(["--package", "app", "--bins", "--profile", profile, "--target-dir"])
        .arg(places.wasm_target()))?;
    Ok(places.wasm_target().join("wasm32-unknown-unknown").join(profile))
}
