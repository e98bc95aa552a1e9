//! Whether anything has changed that the bundles are made of.

use std::fs;
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use super::Quality;
use super::shell::STAFF;
use crate::failure::{Result, While};
use crate::places::Places;

/// What the bundles are made of, this builder included.
pub const INPUTS: [&str; 9] = [
    "app",
    "shared",
    "style",
    "public",
    "xtask/src/build",
    "xtask/src/setup",
    "xtask/npm",
    "Cargo.toml",
    "Cargo.lock",
];

/// A digest over the content of all inputs. Content, not times: switching branches back and forth costs nothing.
pub fn of_inputs(places: &Places, quality: Quality) -> Result<String> {
    let mut digest = Sha256::new();
    digest.update(format!("{quality:?} {:?}", std::env::var_os("TANGGAP_WASM")));
    for input in INPUTS {
        for file in files_under(&places.root.join(input))? {
            let bytes = fs::read(&file).doing(format!("reading {}", file.display()))?;
            digest.update(file.to_string_lossy().as_bytes());
            digest.update(bytes.len().to_le_bytes());
            digest.update(bytes);
        }
    }
    Ok(hex(&digest.finalize()))
}

/// Whether `dist/` was built from inputs with this stamp.
pub fn is_current(places: &Places, stamp: &str) -> bool {
    places.dist().join(STAFF).exists() && fs::read_to_string(file(places)).is_ok_and(|kept| kept == stamp)
}

/// Notes what `dist/` was built from.
pub fn keep(places: &Places, stamp: &str) -> Result {
    fs::write(file(places), stamp).doing("noting what the bundles were built from")
}

/// All files below a folder, or the file itself, in a stable order; none if it does not exist.
pub fn files_under(path: &Path) -> Result<Vec<PathBuf>> {
    if path.is_file() {
        return Ok(vec![path.to_path_buf()]);
    }
    if !path.is_dir() {
        return Ok(Vec::new());
    }
    let mut files = Vec::new();
    for entry in fs::read_dir(path).doing(format!("listing {}", path.display()))? {
        files.extend(files_under(&entry.doing(format!("listing {}", path.display()))?.path())?);
    }
    files.sort();
    Ok(files)
}

/// The first digits of a digest: enough to tell versions of one file apart.
pub fn short_hash(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))[..12].to_owned()
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The target folder may be shared by several checkouts, whose stamps must not be taken for each other's.
fn file(places: &Places) -> PathBuf {
    let checkout = short_hash(places.root.to_string_lossy().as_bytes());
    places.target.join(format!("bundles-{checkout}.stamp"))
}
