//! Where things lie: the checkout, cargo's target folder, the cache of tools.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use crate::failure::{Result, While, fail};

/// The folders every command works with.
pub struct Places {
    /// The checkout.
    pub root: PathBuf,
    /// Cargo's target folder, which may be shared by several checkouts.
    pub target: PathBuf,
    /// Tools that are installed for one user, whatever the checkout.
    pub cache: PathBuf,
}

impl Places {
    /// Finds the folders from the environment and creates those that are ours to create.
    pub fn find() -> Result<Self> {
        let here = env::current_dir().doing("finding the working folder")?;
        // Read when it runs: a target folder shared by two checkouts must not carry one's path into the other.
        let root = match env::var_os("CARGO_MANIFEST_DIR") {
            Some(folder) => Path::new(&folder).parent().map(Path::to_path_buf).unwrap_or(here.clone()),
            None => here.clone(),
        };
        let target = match env::var_os("CARGO_TARGET_DIR") {
            Some(folder) => here.join(folder),
            None => root.join("target"),
        };
        let cache = match (env::var_os("TANGGAP_CACHE"), env::var_os("XDG_CACHE_HOME"), env::var_os("HOME")) {
            (Some(folder), _, _) => here.join(folder),
            (None, Some(folder), _) => here.join(folder).join("tanggap"),
            (None, None, Some(home)) => Path::new(&home).join(".cache/tanggap"),
            (None, None, None) => {
                return fail("neither HOME nor TANGGAP_CACHE is set: there is no place for tools");
            }
        };
        for folder in [&target, &cache] {
            fs::create_dir_all(folder).doing(format!("creating {}", folder.display()))?;
        }
        Ok(Self { root, target, cache })
    }

    /// The finished pages, as they are built into the server.
    pub fn dist(&self) -> PathBuf {
        self.root.join("dist")
    }

    /// The target folder of the wasm builds. It is apart from the native one, because flags and environment
    /// differ and each would otherwise rebuild the other's dependencies.
    pub fn wasm_target(&self) -> PathBuf {
        self.target.join("wasm-web")
    }

    /// The server as it is released.
    pub fn release_binary(&self) -> PathBuf {
        self.target.join("release/tanggap")
    }
}
