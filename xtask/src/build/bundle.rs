//! From compiled WebAssembly to the two files a browser loads: an optimised `.wasm` and its JavaScript.

use std::fs;
use std::path::{Path, PathBuf};

use super::{Quality, assets, fresh_folder};
use crate::failure::{Result, While};
use crate::places::Places;
use crate::run::{command, run};
use crate::setup::BundleTools;

/// The entry points of the crate `app`; a citizen never loads the second.
pub const BUNDLES: [&str; 2] = ["public", "staff"];

/// Addresses of a finished bundle.
pub struct Bundle {
    /// Which of [`BUNDLES`].
    pub name: &'static str,
    /// Address of the JavaScript.
    pub glue: String,
    /// Address of the WebAssembly.
    pub wasm: String,
}

/// Writes all bundles into the assets of `dist`.
pub fn write(
    places: &Places,
    tools: &BundleTools,
    quality: Quality,
    compiled: &Path,
    dist: &Path,
) -> Result<Vec<Bundle>> {
    BUNDLES.into_iter().map(|name| write_one(places, tools, quality, compiled, dist, name)).collect()
}

fn write_one(
    places: &Places,
    tools: &BundleTools,
    quality: Quality,
    compiled: &Path,
    dist: &Path,
    name: &'static str,
) -> Result<Bundle> {
    let work = fresh_folder(places.wasm_target().join("bindgen").join(name))?;
    let glue = work.join(format!("{name}.js"));
    let wasm = work.join(format!("{name}_bg.wasm"));

    let mut bindgen = command(&tools.wasm_bindgen);
    if quality == Quality::Release {
        bindgen.args(["--remove-name-section", "--remove-producers-section"]);
    }
    // Without the default path: boot.js says where the hashed file is, so the glue need not guess.
    run(bindgen
        .args([
            "--target",
            "web",
            "--no-typescript",
            "--omit-default-module-path",
            "--out-name",
            name,
            "--out-dir",
        ])
        .arg(&work)
        .arg(compiled.join(format!("{name}.wasm"))))?;

    let (wasm, glue) = match quality {
        Quality::Release => (optimise(tools, &wasm)?, minify(tools, &glue)?),
        Quality::Quick => (wasm, minify(tools, &glue)?),
    };
    Ok(Bundle {
        name,
        glue: assets::add(dist, name, "js", &read(&glue)?)?,
        wasm: assets::add(dist, &format!("{name}_bg"), "wasm", &read(&wasm)?)?,
    })
}

/// Names no features: the file's own section does, and naming all would turn on some that browsers refuse.
fn optimise(tools: &BundleTools, wasm: &Path) -> Result<PathBuf> {
    let optimised = wasm.with_extension("opt.wasm");
    run(command(&tools.wasm_opt).arg("-Oz").arg(wasm).arg("-o").arg(&optimised))?;
    Ok(optimised)
}

/// Bundles as well, since crates may bring snippets of JavaScript that the glue imports.
fn minify(tools: &BundleTools, glue: &Path) -> Result<PathBuf> {
    let minified = glue.with_extension("min.js");
    run(command(&tools.esbuild)
        .args(["--bundle", "--format=esm", "--minify", "--log-level=warning", "--legal-comments=none"])
        // The glue names a module once for each of its functions that are imported.
        .arg("--log-override:duplicate-object-key=silent")
        .arg(format!("--outfile={}", minified.display()))
        .arg(glue))?;
    Ok(minified)
}

fn read(file: &Path) -> Result<Vec<u8>> {
    fs::read(file).doing(format!("reading {}", file.display()))
}
