//! From compiled WebAssembly to the two files a browser loads: an optimised `.wasm` and its JavaScript.

use std::fs;
use std::path::{Path, PathBuf};

use super::stamp::files_under;
use super::trim::trim;
use super::{Quality, assets, fresh_folder};
use crate::failure::{Result, While, fail};
use crate::places::Places;
use crate::run::{command, run};
use crate::setup::BundleTools;

/// The entry points of the crate `app`; a citizen never loads more than the first.
pub const BUNDLES: [&str; 3] = ["public", "staff", "gallery"];

/// Addresses of a finished bundle.
#[derive(Clone, Debug)]
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
    // First into parts: what is done to the main one afterwards the others need not know.
    let parts = split(tools, &compiled.join(format!("{name}.wasm")), &work, name)?;

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
            // The parts reach into the main one by what the linker exports.
            "--keep-lld-exports",
            "--out-name",
            name,
            "--out-dir",
        ])
        .arg(&work)
        .arg(&parts.main))?;
    link(quality, tools, &parts, name, dist)?;
    let trimmed = trim(&read(&wasm)?, &fs::read_to_string(&glue).doing("reading the glue")?)?;
    fs::write(&wasm, trimmed.wasm).doing("writing the trimmed bundle")?;
    fs::write(&glue, trimmed.script).doing("writing the trimmed glue")?;

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

/// What the splitter has made of a bundle.
struct Parts {
    /// The script that fetches the others; the main part's own imports it from beside it.
    link: PathBuf,
    /// What is needed at once.
    main: PathBuf,
    /// What is fetched later.
    late: Vec<PathBuf>,
}

/// Cuts a compiled bundle at its split points. One that has none comes out whole.
fn split(tools: &BundleTools, wasm: &Path, work: &Path, name: &str) -> Result<Parts> {
    run(command(&tools.splitter).args(["--target", "web", "--out-name", name]).arg(wasm).arg(work))?;
    // The main part's script is made later, under the name that the link script asks for.
    let unbound = work.join(format!("{name}.unbound.wasm"));
    fs::rename(work.join(format!("{name}.wasm")), &unbound).doing("putting the main part aside")?;
    let late = files_under(work)?.into_iter().filter(|file| *file != unbound);
    let late = late.filter(|file| file.extension().is_some_and(|ending| ending == "wasm")).collect();
    Ok(Parts { link: work.join("__wasm_split.js"), main: unbound, late })
}

/// Adds the parts that are fetched later to the assets, and writes their hashed names into the script that does it.
fn link(quality: Quality, tools: &BundleTools, parts: &Parts, name: &str, dist: &Path) -> Result {
    let mut script = fs::read_to_string(&parts.link).doing("reading the link script")?;
    for part in &parts.late {
        let file = part.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let stem = part.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let finished = if quality == Quality::Release { optimise(tools, part)? } else { part.clone() };
        let address = assets::add(dist, &format!("{name}_{stem}"), "wasm", &read(&finished)?)?;
        let (before, after) = (format!("\"./{file}\""), format!("\"{address}\""));
        if !script.contains(&before) {
            return fail(format!("the link script does not fetch {file}"));
        }
        script = script.replace(&before, &after);
    }
    fs::write(&parts.link, script).doing("writing the link script")
}

/// Names no features: the file's own section does, and naming all would turn on some that browsers refuse.
fn optimise(tools: &BundleTools, wasm: &Path) -> Result<PathBuf> {
    let optimised = wasm.with_extension("opt.wasm");
    let mut optimiser = command(&tools.wasm_opt);
    run(optimiser.args(["-Oz", "--strip-debug", "--strip-producers"]).arg(wasm).arg("-o").arg(&optimised))?;
    Ok(optimised)
}

/// Bundles as well, since crates may bring snippets of JavaScript that the glue imports.
fn minify(tools: &BundleTools, glue: &Path) -> Result<PathBuf> {
    let minified = glue.with_extension("min.js");
    run(command(&tools.esbuild)
        // The glue names each module once for each function that is asked of it, which is one too many for the minifier's taste.
        .args(["--bundle", "--format=esm", "--minify", "--log-level=error", "--legal-comments=none"])
        .arg(format!("--outfile={}", minified.display()))
        .arg(glue))?;
    Ok(minified)
}

fn read(file: &Path) -> Result<Vec<u8>> {
    fs::read(file).doing(format!("reading {}", file.display()))
}
