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
    /// The active toolchain with the library for wasm that it ships.
    Rustup,
    /// The active toolchain, with the library compiled from its source for what citizens download.
    RustupSource,
    /// Debian's packages of a newer Rust, which bring the library as source only.
    Debian,
}

/// What is compiled for wasm.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// What citizens download.
    Release,
    /// For somebody who waits for it.
    Quick,
    /// Unit tests.
    Test,
}

impl Toolchain {
    /// A cargo that can compile for wasm.
    pub fn cargo(self, verb: &str, purpose: Purpose) -> Command {
        let mut cargo = command(if self == Self::Debian { DEBIAN_CARGO } else { "cargo" });
        if self == Self::Debian {
            cargo.env("RUSTC", DEBIAN_RUSTC).env_remove("RUSTUP_TOOLCHAIN");
        }
        cargo.args([verb, "--target", TARGET]);
        // Leptos then compiles one kind of view instead of a type per page: a tenth less to download.
        let mut flags = String::from("--cfg erase_components");
        if purpose != Purpose::Test {
            // What the splitter follows from function to function.
            flags.push_str(" -Clink-args=--emit-relocs");
        }
        if let Some(library) = self.library_from_source(purpose) {
            // Only here: in native builds the variable changes what build scripts detect.
            cargo.env("RUSTC_BOOTSTRAP", "1").arg(format!("-Zbuild-std={library}"));
        }
        if self != Self::Rustup && purpose == Purpose::Release {
            // The library is compiled anyway, so it can go without the texts of panics: a twentieth less.
            flags.push_str(" -Zunstable-options -Cpanic=immediate-abort -Zlocation-detail=none");
        }
        cargo.env("RUSTFLAGS", flags);
        cargo
    }

    /// The parts of the standard library that are compiled rather than taken as they are shipped.
    fn library_from_source(self, purpose: Purpose) -> Option<&'static str> {
        match (self, purpose) {
            (Self::Debian, Purpose::Test) => Some("std,panic_abort,test,proc_macro"),
            (Self::Debian, _) | (Self::RustupSource, Purpose::Release) => Some("std,panic_abort"),
            (Self::Rustup | Self::RustupSource, _) => None,
        }
    }

    fn name(self) -> &'static str {
        match self {
            Self::Rustup => "rustup",
            Self::RustupSource => "rustup-source",
            Self::Debian => "debian",
        }
    }

    fn named(name: &str) -> Option<Self> {
        [Self::Rustup, Self::RustupSource, Self::Debian]
            .into_iter()
            .find(|toolchain| toolchain.name() == name.trim())
    }

    fn is_there(self) -> bool {
        match self {
            Self::Rustup => shipped_library().is_some_and(|folder| folder.is_dir()),
            Self::RustupSource => {
                Self::Rustup.is_there() && library_source("rustc").is_some_and(|folder| folder.is_dir())
            }
            Self::Debian => {
                [DEBIAN_CARGO, DEBIAN_RUSTC].iter().all(|program| Path::new(program).exists())
                    && on_path("rust-lld").is_some()
                    && library_source(DEBIAN_RUSTC).is_some_and(|folder| folder.is_dir())
            }
        }
    }
}

/// Decides on the toolchain and adds the system packages it lacks.
pub fn need(places: &Places, packages: &mut Vec<Need>) -> Result<Toolchain> {
    if let Ok(wish) = env::var("TANGGAP_WASM") {
        return match Toolchain::named(&wish) {
            Some(Toolchain::Debian) => Ok(need_debian(packages)),
            Some(Toolchain::Rustup) if has_target() => Ok(Toolchain::Rustup),
            Some(Toolchain::RustupSource) if has_target() && has_source() => Ok(Toolchain::RustupSource),
            Some(_) => fail(format!("TANGGAP_WASM asks for {wish}, and rustup cannot fetch what that needs")),
            None => fail(format!("TANGGAP_WASM is rustup, rustup-source or debian, not {wish:?}")),
        };
    }
    // The verdict saves the slow attempts with rustup, but not the look whether its tools are still there.
    if let Some(verdict) = remembered(places)
        && verdict.is_there()
    {
        return Ok(verdict);
    }
    if has_target() {
        return Ok(if has_source() { Toolchain::RustupSource } else { Toolchain::Rustup });
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

/// Finds or adds the target with rustup.
fn has_target() -> bool {
    Toolchain::Rustup.is_there() || {
        eprintln!("setup: adding the target {TARGET} with rustup: it compiles the pages to WebAssembly");
        on_path("rustup").is_some()
            && succeeds(command("rustup").args(["target", "add", TARGET]))
            && Toolchain::Rustup.is_there()
    }
}

/// Finds or adds the library's source with rustup, and asks the compiler whether it knows the flags that make
/// compiling it worthwhile: they are unstable, and a later compiler may name them differently.
fn has_source() -> bool {
    let is_there = Toolchain::RustupSource.is_there() || {
        eprintln!(
            "setup: adding the library's source with rustup: compiled anew, it makes the bundles smaller"
        );
        on_path("rustup").is_some()
            && succeeds(command("rustup").args(["component", "add", "rust-src"]))
            && Toolchain::RustupSource.is_there()
    };
    let flags =
        ["-Zunstable-options", "-Cpanic=immediate-abort", "-Zlocation-detail=none", "--print", "sysroot"];
    is_there && succeeds(command("rustc").env("RUSTC_BOOTSTRAP", "1").args(flags))
}

fn shipped_library() -> Option<PathBuf> {
    let folder = read(command("rustc").args(["--print", "target-libdir", "--target", TARGET])).ok()?;
    Some(PathBuf::from(folder.trim()))
}

fn library_source(rustc: &str) -> Option<PathBuf> {
    let mut rustc = command(rustc);
    let root = read(rustc.args(["--print", "sysroot"])).ok()?;
    Some(Path::new(root.trim()).join("lib/rustlib/src/rust/library"))
}

fn remembered(places: &Places) -> Option<Toolchain> {
    Toolchain::named(&fs::read_to_string(verdict_file(places)).ok()?)
}

fn verdict_file(places: &Places) -> PathBuf {
    places.cache.join("toolchain")
}
