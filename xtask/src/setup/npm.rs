//! Tools from npm, pinned by lock files with checksums and installed into the cache folder.

use std::fs;
use std::path::{Path, PathBuf};

use crate::failure::{Result, While};
use crate::places::Places;
use crate::run::{command, run};

/// What is installed together, under one lock file.
pub struct Set {
    /// Its folder in the cache.
    folder: &'static str,
    manifest: &'static str,
    lock: &'static str,
    /// What is in it, for the person who waits.
    what: &'static str,
    /// A file that is there once it is installed.
    proof: &'static str,
}

/// What the bundles and the tests take from npm.
pub const TOOLS: Set = Set {
    folder: "npm",
    manifest: include_str!("../../npm/package.json"),
    lock: include_str!("../../npm/package-lock.json"),
    what: "binaryen (makes the bundles smaller), esbuild (minifies scripts and styles) and axe-core (checks \
           accessibility in the tests)",
    proof: ".bin/wasm-opt",
};

/// What measures the pages as a phone sees them.
pub const PHONE: Set = Set {
    folder: "npm-phone",
    manifest: include_str!("../../../tests/bench/phone/package.json"),
    lock: include_str!("../../../tests/bench/phone/package-lock.json"),
    what: "lighthouse (scores pages), puppeteer-core (drives a browser by its own protocol), chart.js and uplot (charts to \
           be measured beside ours)",
    proof: "lighthouse/package.json",
};

/// What the form's twin is made of.
pub const TWIN: Set = Set {
    folder: "npm-twin",
    manifest: include_str!("../../../tests/bench/twin/package.json"),
    lock: include_str!("../../../tests/bench/twin/package-lock.json"),
    what: "react and vite (the form once more, to be measured beside ours)",
    proof: "vite/bin/vite.js",
};

impl Set {
    /// Installs what the lock file names, unless just that is already there.
    pub fn install(&self, places: &Places) -> Result {
        let folder = places.cache.join(self.folder);
        let installed = folder.join("installed.json");
        if fs::read_to_string(&installed).is_ok_and(|lock| lock == self.lock)
            && self.file(places, self.proof).exists()
        {
            return Ok(());
        }
        eprintln!("setup: installing {} from npm into {}", self.what, folder.display());
        fs::create_dir_all(&folder).doing("creating the folder of npm's tools")?;
        for (name, text) in [("package.json", self.manifest), ("package-lock.json", self.lock)] {
            fs::write(folder.join(name), text).doing(format!("writing {name}"))?;
        }
        // No install scripts: none of the packages needs its own, and they would be foreign code run at setup.
        run(command("npm").current_dir(&folder).args([
            "ci",
            "--ignore-scripts",
            "--no-audit",
            "--no-fund",
            "--loglevel=error",
        ]))?;
        fs::write(installed, self.lock).doing("noting what is installed")
    }

    /// The folder of the installed packages.
    pub fn modules(&self, places: &Places) -> PathBuf {
        places.cache.join(self.folder).join("node_modules")
    }

    /// A file inside the installed packages.
    pub fn file(&self, places: &Places, path: impl AsRef<Path>) -> PathBuf {
        self.modules(places).join(path)
    }
}
