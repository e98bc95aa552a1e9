//! PostgreSQL's own programs, for a private cluster while the tests run.

use std::env;
use std::fs;
use std::path::PathBuf;

use super::apt::Need;
use crate::failure::{Result, fail};
use crate::run::on_path;

/// Adds PostgreSQL's package if its programs are missing.
pub fn need(packages: &mut Vec<Need>) {
    if find().is_none() {
        packages.push(Need {
            packages: &["postgresql"],
            reason: "the tests run against PostgreSQL as well, in a cluster of their own",
        });
    }
}

/// The folder with `initdb` and `pg_ctl`.
pub fn binaries() -> Result<PathBuf> {
    match find() {
        Some(folder) => Ok(folder),
        None => fail("PostgreSQL's initdb was not found, neither on PATH nor under /usr/lib/postgresql"),
    }
}

fn find() -> Option<PathBuf> {
    let given = env::var_os("TANGGAP_POSTGRES_BIN").map(PathBuf::from);
    given.or_else(newest_of_debian).or_else(|| on_path("initdb")?.parent().map(PathBuf::from))
}

/// Debian keeps each major version in a folder of its own, off PATH.
fn newest_of_debian() -> Option<PathBuf> {
    let versions = fs::read_dir("/usr/lib/postgresql").ok()?.flatten();
    let found = versions.filter(|version| version.path().join("bin/initdb").exists());
    let newest =
        found.max_by_key(|version| version.file_name().to_string_lossy().parse::<u32>().unwrap_or(0))?;
    Some(newest.path().join("bin"))
}
