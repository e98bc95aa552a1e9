//! Tools that are compiled from the package registry, of exactly the versions that the lock file names for their crates.

use std::fs;
use std::path::PathBuf;

use crate::failure::{Result, While, fail};
use crate::places::Places;
use crate::run::{command, run};

/// A tool of several programs.
struct Tool {
    /// The package that holds its programs.
    package: &'static str,
    /// The version of that package.
    version: String,
    /// What has to be turned on in it.
    features: Option<&'static str>,
    /// What it does.
    reason: &'static str,
}

/// Returns `wasm-bindgen` and `wasm-bindgen-test-runner`, installed if they were missing.
pub fn bindgen(places: &Places) -> Result<(PathBuf, PathBuf)> {
    let version = version(places, "wasm-bindgen")?;
    let reason = "it writes the JavaScript around the bundles and runs their tests";
    let tool = Tool { package: "wasm-bindgen-cli", version, features: None, reason };
    Ok((program(places, &tool, "wasm-bindgen")?, program(places, &tool, "wasm-bindgen-test-runner")?))
}

/// Returns `wasm-split-cli`, installed if it was missing.
pub fn splitter(places: &Places) -> Result<PathBuf> {
    // Its helpers have a number of their own; each version of them names the tool that understands it.
    let version = match version(places, "wasm_split_helpers")?.as_str() {
        "0.2.3" => "0.2.4".to_owned(),
        other => return fail(format!("no tool is known that splits for wasm_split_helpers {other}")),
    };
    let reason = "it cuts the public bundle into what is needed at once and what later";
    let tool = Tool { package: "wasm_split_cli_support", version, features: Some("build-binary"), reason };
    program(places, &tool, "wasm-split-cli")
}

fn program(places: &Places, tool: &Tool, name: &str) -> Result<PathBuf> {
    let Tool { package, version, .. } = tool;
    let folder = places.cache.join(format!("{package}-{version}"));
    let program = folder.join("bin").join(name);
    if program.exists() {
        return Ok(program);
    }
    eprintln!(
        "setup: installing {package} {version} into {}: {} (some minutes)",
        folder.display(),
        tool.reason
    );
    // Not --locked: a lock of their own may name crate versions that are no longer served. The tools run for a second
    // or two, so compiling them quickly is worth more than fast programs.
    run(command("cargo")
        .env_remove("CARGO_TARGET_DIR")
        .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1")
        .env("CARGO_PROFILE_RELEASE_LTO", "off")
        .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")
        .current_dir(&places.cache)
        .args(["install", "--quiet", package, "--version"])
        .arg(format!("={version}"))
        .args(tool.features.map(|features| ["--features", features]).into_iter().flatten())
        .arg("--root")
        .arg(&folder))?;
    Ok(program)
}

fn version(places: &Places, package: &str) -> Result<String> {
    let lock = fs::read_to_string(places.root.join("Cargo.lock")).doing("reading Cargo.lock")?;
    match locked_version(&lock, package) {
        Some(version) => Ok(version.to_owned()),
        None => fail(format!("Cargo.lock does not name {package}")),
    }
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
