//! The bundles: from the crate `app` and the folders beside it to `dist/`, ready to be served.

mod assets;
mod bundle;
mod compile;
mod shell;
mod stamp;
mod trim;
mod worker;

use std::fs::{self, File};
use std::path::{Path, PathBuf};

use crate::failure::{Result, While};
use crate::places::Places;
use crate::run::{command, run, step};
use crate::setup;

pub use stamp::files_under;

/// How much time goes into making the bundles small.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Quality {
    /// As a phone downloads them.
    Release,
    /// For somebody who waits for the page after each change: neither optimised nor compressed.
    Quick,
}

/// Builds `dist/` if anything it is made of has changed; says whether it did.
pub fn build(places: &Places, quality: Quality) -> Result<bool> {
    let lock = File::create(places.target.join("bundles.lock")).doing("creating the lock of the bundles")?;
    lock.lock().doing("waiting for another build of the bundles")?;

    let stamp = stamp::of_inputs(places, quality)?;
    if stamp::is_current(places, &stamp) {
        return Ok(false);
    }
    let tools = setup::for_bundles(places)?;
    step("bundles", || {
        let compiled = compile::compile(places, tools.toolchain, quality)?;
        let next = fresh_folder(places.root.join("dist.next"))?;
        let names = assets::Names {
            bundles: bundle::write(places, &tools, quality, &compiled, &next)?,
            boot: assets::script(places, &tools, &next, "boot", "esm")?,
            follow: assets::script(places, &tools, &next, "follow", "iife")?,
            style: assets::style(places, &tools, &next, "style", "index.css")?,
            further_styles: vec![
                ("gallery", assets::style(places, &tools, &next, "gallery", "gallery.css")?),
                ("staff", assets::style(places, &tools, &next, "staff", "staff.css")?),
            ],
            late_styles: vec![("redact", assets::style(places, &tools, &next, "redact", "redact.css")?)],
            texts: assets::texts(&next)?,
        };
        // The pages that need them name them themselves.
        assets::style(places, &tools, &next, "information", "information.css")?;
        assets::copy_public(places, &next)?;
        shell::write(places, &names, &next)?;
        worker::write(places, &tools, &next)?;
        if quality == Quality::Release {
            compress(&next)?;
        }
        swap(&next, &places.dist())?;
        stamp::keep(places, &stamp)
    })?;
    Ok(true)
}

/// The folder of `dist/` whose names change with their content, so that browsers may keep them for ever.
const ASSETS: &str = "assets";

fn fresh_folder(folder: PathBuf) -> Result<PathBuf> {
    if folder.exists() {
        fs::remove_dir_all(&folder).doing(format!("emptying {}", folder.display()))?;
    }
    fs::create_dir_all(folder.join(ASSETS)).doing(format!("creating {}", folder.display()))?;
    Ok(folder)
}

/// Compresses once, as hard as it goes, so that the server never has to.
pub fn compress(folder: &Path) -> Result {
    run(command("node")
        .args(["--input-type=module", "--eval", include_str!("compress.mjs"), "--"])
        .arg(folder))
}

/// The finished folder appears as a whole: a server that reads it never sees half a build.
fn swap(next: &Path, dist: &Path) -> Result {
    if dist.exists() {
        fs::remove_dir_all(dist).doing("removing the previous bundles")?;
    }
    fs::rename(next, dist).doing("putting the bundles in place")
}
