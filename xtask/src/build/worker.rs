//! The service worker, which knows every file that the public pages need without a connection.

use std::fs;
use std::path::Path;

use super::ASSETS;
use super::stamp::{files_under, short_hash};
use crate::failure::{Result, While};
use crate::places::Places;
use crate::run::{command, run};
use crate::setup::BundleTools;

/// The worker's name. It stands at the top, because a worker sees the addresses below its own.
pub const WORKER: &str = "sw.js";
/// The page for addresses that are not kept.
pub const OFFLINE: &str = "offline.html";
/// Files of `public/` that pages and the installed app show.
const SHOWN: [&str; 4] = ["icon.svg", "icon-180.png", "icon-192.png", "manifest.webmanifest"];

/// Writes the worker, after everything that it names and before anything is compressed.
pub fn write(places: &Places, tools: &BundleTools, dist: &Path) -> Result {
    let files = files(dist)?;
    let mut content = Vec::new();
    for file in &files {
        let path = dist.join(file.trim_start_matches('/'));
        content.extend(fs::read(&path).doing(format!("reading {}", path.display()))?);
    }
    // Addresses hold nothing that JSON would have to escape.
    let build = format!("{{\"version\":\"{}\",\"files\":{files:?}}}", short_hash(&content));
    run(command(&tools.esbuild)
        .args(["--bundle", "--minify", "--format=iife", "--log-level=warning", "--legal-comments=none"])
        .arg(format!("--define:BUILD={build}"))
        .arg(format!("--outfile={}", dist.join(WORKER).display()))
        .arg(places.root.join("app/shell").join(WORKER)))
}

/// Whose files no citizen's phone keeps: the staff's bundle, and the page that shows every part.
const NOT_KEPT: [&str; 2] = ["staff", "gallery"];

/// The addresses that are fetched when the worker is installed.
fn files(dist: &Path) -> Result<Vec<String>> {
    let mut names = Vec::new();
    for file in files_under(&dist.join(ASSETS))? {
        let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if !NOT_KEPT.iter().any(|start| name.starts_with(start)) {
            names.push(format!("/{ASSETS}/{name}"));
        }
    }
    names.sort();
    let plain = SHOWN.into_iter().filter(|file| dist.join(file).exists()).chain([OFFLINE]);
    names.extend(plain.map(|file| format!("/{file}")));
    Ok(names)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_citizens_do_not_open_is_not_among_them() {
        let dist = std::env::temp_dir().join(format!("tanggap-worker-{}", std::process::id()));
        fs::create_dir_all(dist.join(ASSETS)).expect("temporary folders can be made");
        for name in ["staff-1.js", "public_bg-2.wasm", "boot-3.js", "gallery-4.js"] {
            fs::write(dist.join(ASSETS).join(name), "").expect("can be written");
        }
        let found = files(&dist);
        fs::remove_dir_all(&dist).expect("can be removed");
        let expected = ["/assets/boot-3.js", "/assets/public_bg-2.wasm", "/offline.html"];
        assert_eq!(found.expect("are listed"), expected);
    }
}
