//! Tools from npm, pinned by a lock file with checksums and installed into the cache folder.

use std::fs;
use std::path::PathBuf;

use crate::failure::{Result, While};
use crate::places::Places;
use crate::run::{command, run};

const MANIFEST: &str = include_str!("../../npm/package.json");
const LOCK: &str = include_str!("../../npm/package-lock.json");

/// Installs what the lock file names, unless just that is already there.
pub fn install(places: &Places) -> Result {
    let folder = places.cache.join("npm");
    let installed = folder.join("installed.json");
    if fs::read_to_string(&installed).is_ok_and(|lock| lock == LOCK) && file(places, ".bin/wasm-opt").exists()
    {
        return Ok(());
    }
    eprintln!(
        "setup: installing binaryen (makes the bundles smaller), esbuild (minifies scripts and styles) and \
         axe-core (checks accessibility in the tests) from npm into {}",
        folder.display()
    );
    fs::create_dir_all(&folder).doing("creating the folder of npm's tools")?;
    for (name, text) in [("package.json", MANIFEST), ("package-lock.json", LOCK)] {
        fs::write(folder.join(name), text).doing(format!("writing {name}"))?;
    }
    // No install scripts: none of the three needs its own, and they would be foreign code run at setup.
    run(command("npm").current_dir(&folder).args([
        "ci",
        "--ignore-scripts",
        "--no-audit",
        "--no-fund",
        "--loglevel=error",
    ]))?;
    fs::write(installed, LOCK).doing("noting what is installed")
}

/// A file inside the installed packages.
pub fn file(places: &Places, path: &str) -> PathBuf {
    places.cache.join("npm/node_modules").join(path)
}
