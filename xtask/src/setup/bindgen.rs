//! The command line of wasm-bindgen, of exactly the version that the lock file names.

use std::fs;
use std::path::PathBuf;

use crate::failure::{Result, While, fail};
use crate::places::Places;
use crate::run::{command, run};

/// Returns `wasm-bindgen` and `wasm-bindgen-test-runner`, installed if they were missing.
pub fn install(places: &Places) -> Result<(PathBuf, PathBuf)> {
    let lock = fs::read_to_string(places.root.join("Cargo.lock")).doing("reading Cargo.lock")?;
    let Some(version) = locked_version(&lock, "wasm-bindgen") else {
        return fail("Cargo.lock does not name wasm-bindgen");
    };
    let folder = places.cache.join(format!("wasm-bindgen-{version}"));
    let tools = (folder.join("bin/wasm-bindgen"), folder.join("bin/wasm-bindgen-test-runner"));
    if tools.0.exists() && tools.1.exists() {
        return Ok(tools);
    }
    eprintln!(
        "setup: installing wasm-bindgen-cli {version} into {}: it writes the JavaScript around the bundles \
         and runs their tests (some minutes)",
        folder.display()
    );
    // Not --locked: its own lock names a crate version that is no longer served. The tool runs for a second
    // or two, so compiling it quickly is worth more than a fast program.
    run(command("cargo")
        .env_remove("CARGO_TARGET_DIR")
        .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1")
        .env("CARGO_PROFILE_RELEASE_LTO", "off")
        .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")
        .current_dir(&places.cache)
        .args(["install", "--quiet", "wasm-bindgen-cli", "--version"])
        .arg(format!("={version}"))
        .arg("--root")
        .arg(&folder))?;
    Ok(tools)
}

/// The version of a package in a lock file.
fn locked_version<'a>(lock: &'a str, package: &str) -> Option<&'a str> {
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines().skip_while(|line| *line != name);
    lines.nth(1)?.strip_prefix("version = \"")?.strip_suffix('"')
}

#[cfg(test)]
mod tests {
    use super::locked_version;

    #[test]
    fn a_version_is_found_by_the_whole_name() {
        let lock = "[[package]]\nname = \"wasm-bindgen-futures\"\nversion = \"0.4.1\"\n\n\
                    [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\n";
        assert_eq!(locked_version(lock, "wasm-bindgen"), Some("0.2.130"));
        assert_eq!(locked_version(lock, "wasm"), None);
    }
}
