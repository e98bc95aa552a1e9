//! System packages.

use std::fs;
use std::os::unix::fs::MetadataExt;

use crate::failure::{Result, While, fail};
use crate::run::{command, on_path, run};

/// Packages that belong together, with the reason they are needed.
pub struct Need {
    /// Names as apt knows them.
    pub packages: &'static [&'static str],
    /// Why, for the person who watches.
    pub reason: &'static str,
}

/// Installs what is needed, if anything is.
pub fn install(needs: &[Need]) -> Result {
    if needs.is_empty() {
        return Ok(());
    }
    for need in needs {
        eprintln!("setup: missing {}: {}", need.packages.join(", "), need.reason);
    }
    let packages: Vec<&str> = needs.iter().flat_map(|need| need.packages.iter().copied()).collect();
    if on_path("apt-get").is_none() {
        return fail(format!(
            "this system has no apt-get; please install what Debian calls {}",
            packages.join(", ")
        ));
    }
    if !is_root()? {
        return fail(format!(
            "system packages are missing and only root can install them. Please run this, then try again:\n  \
             sudo sh -c 'apt-get update && apt-get install -y --no-install-recommends {}'",
            packages.join(" ")
        ));
    }
    eprintln!("setup: installing {} with apt-get", packages.join(", "));
    run(command("apt-get").arg("update").arg("-qq"))?;
    run(command("apt-get")
        .env("DEBIAN_FRONTEND", "noninteractive")
        .args(["install", "-qq", "-y", "--no-install-recommends"])
        .args(&packages))
}

/// Whether this process belongs to root.
pub fn is_root() -> Result<bool> {
    Ok(fs::metadata("/proc/self").doing("asking whom this process belongs to")?.uid() == 0)
}
