//! The compiler for wasm: rustup's, or Debian's where rustup cannot fetch the target.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::apt::Need;
use crate::failure::{Result, While, fail};
use crate::places::Places;
use crate::run::{command, on_path, read, succeeds};

/// The target the pages are compiled for.
pub const TARGET: &str = "wasm32-unknown-unknown";

const DEBIAN_CARGO: &str = "/usr/bin/cargo";
const DEBIAN_RUSTC: &str = "/usr/bin/rustc";

/// Which compiler builds the bundles.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Toolchain {
    /// The active toolchain with its own standard library for wasm.
    Rustup,
    /// Debian's packages of a newer Rust, which bring the library as source.
    Debian,
}

impl Toolchain {
    /// A cargo that can compile for wasm. `test` also builds the library's test harness, where it is built at all.
    pub fn cargo(self, verb: &str, test: bool) -> Command {
        match self {
            Self::Rustup => {
                let mut cargo = command("cargo");
                cargo.args([verb, "--target", TARGET]);
                cargo
            }
            Self::Debian => {
                let library = if test { "std,panic_abort,test,proc_macro" } else { "std,panic_abort" };
                let mut cargo = command(DEBIAN_CARGO);
                // Only here: in native builds the variable changes what build scripts detect.
                cargo.env("RUSTC_BOOTSTRAP", "1").env("RUSTC", DEBIAN_RUSTC).env_remove("RUSTUP_TOOLCHAIN");
                cargo.args([verb, "--target", TARGET, &format!("-Zbuild-std={library}")]);
                cargo
            }
        }
    }

    fn name(self) -> &'static str {
        match self {
            Self::Rustup => "rustup",
            Self::Debian => "debian",
        }
    }

    fn named(name: &str) -> Option<Self> {
        [Self::Rustup, Self::Debian].into_iter().find(|toolchain| toolchain.name() == name.trim())
    }

    fn is_there(self) -> bool {
        match self {
            Self::Rustup => rustup_library().is_some_and(|folder| folder.is_dir()),
            Self::Debian => {
                [DEBIAN_CARGO, DEBIAN_RUSTC].iter().all(|program| Path::new(program).exists())
                    && on_path("rust-lld").is_some()
                    && debian_sources().is_some_and(|folder| folder.is_dir())
            }
        }
    }
}

/// Decides on the toolchain and adds the system packages it lacks.
pub fn need(places: &Places, packages: &mut Vec<Need>) -> Result<Toolchain> {
    if let Ok(wish) = env::var("TANGGAP_WASM") {
        return match Toolchain::named(&wish) {
            Some(Toolchain::Debian) => Ok(need_debian(packages)),
            Some(Toolchain::Rustup) if Toolchain::Rustup.is_there() || add_target() => Ok(Toolchain::Rustup),
            Some(Toolchain::Rustup) => {
                fail(format!("TANGGAP_WASM asks for rustup, which cannot add {TARGET}"))
            }
            None => fail(format!("TANGGAP_WASM is rustup or debian, not {wish:?}")),
        };
    }
    // The verdict saves the slow attempt with rustup, but not the look whether its tools are still there.
    if let Some(verdict) = remembered(places)
        && verdict.is_there()
    {
        return Ok(verdict);
    }
    if Toolchain::Rustup.is_there() || add_target() {
        return Ok(Toolchain::Rustup);
    }
    eprintln!("setup: rustup cannot add it here; taking Debian's Rust, which builds the library from source");
    Ok(need_debian(packages))
}

/// Keeps the verdict for later calls.
pub fn remember(places: &Places, toolchain: Toolchain) -> Result {
    if remembered(places) == Some(toolchain) {
        return Ok(());
    }
    fs::write(verdict_file(places), toolchain.name()).doing("remembering the wasm toolchain")
}

fn need_debian(packages: &mut Vec<Need>) -> Toolchain {
    if !Toolchain::Debian.is_there() {
        packages.push(Need {
            packages: &["rustc-web", "cargo-web", "rust-web-src", "rust-web-llvm", "lld-22"],
            reason: "they compile the pages to WebAssembly",
        });
    }
    Toolchain::Debian
}

fn add_target() -> bool {
    if on_path("rustup").is_none() {
        return false;
    }
    eprintln!("setup: adding the target {TARGET} with rustup: it compiles the pages to WebAssembly");
    succeeds(command("rustup").args(["target", "add", TARGET])) && Toolchain::Rustup.is_there()
}

fn rustup_library() -> Option<PathBuf> {
    let folder = read(command("rustc").args(["--print", "target-libdir", "--target", TARGET])).ok()?;
    Some(PathBuf::from(folder.trim()))
}

fn debian_sources() -> Option<PathBuf> {
    let root =
        read(command(DEBIAN_RUSTC).env_remove("RUSTUP_TOOLCHAIN").args(["--print", "sysroot"])).ok()?;
    Some(Path::new(root.trim()).join("lib/rustlib/src/rust/library"))
}

fn remembered(places: &Places) -> Option<Toolchain> {
    Toolchain::named(&fs::read_to_string(verdict_file(places)).ok()?)
}

fn verdict_file(places: &Places) -> PathBuf {
    places.cache.join("wasm-toolchain")
}
