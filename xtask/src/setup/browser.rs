//! Chromium and its driver, for the tests that look at pages, and the letters that those pages are written in.

use std::env;
use std::path::PathBuf;

use super::apt::Need;
use crate::failure::{Result, fail};
use crate::run::{command, on_path, read};

/// A browser and the program that drives it.
pub struct Browser {
    /// Chromium itself.
    pub chromium: PathBuf,
    /// Its WebDriver.
    pub driver: PathBuf,
}

/// Adds the packages of a browser if there is none.
pub fn need(packages: &mut Vec<Need>) {
    if chromium().is_none() || driver().is_none() {
        packages.push(Need {
            packages: &["chromium", "chromium-driver"],
            reason: "the tests open the pages in a real browser",
        });
    }
    if !has_letters() {
        packages.push(Need {
            packages: &["fonts-dejavu-core"],
            reason: "the tests compare pictures of pages in letters that are the same everywhere",
        });
    }
}

/// The browser that is installed.
pub fn find() -> Result<Browser> {
    match (chromium(), driver()) {
        (Some(chromium), Some(driver)) => Ok(Browser { chromium, driver }),
        _ => fail("there is no Chromium with its driver on PATH"),
    }
}

/// Chromium brings fontconfig, so a machine that cannot list its letters gets both.
fn has_letters() -> bool {
    read(command("fc-list").arg("DejaVu Sans")).is_ok_and(|found| !found.trim().is_empty())
}

fn chromium() -> Option<PathBuf> {
    given("TANGGAP_CHROMIUM")
        .or_else(|| ["chromium", "chromium-browser", "google-chrome"].into_iter().find_map(on_path))
}

fn driver() -> Option<PathBuf> {
    given("TANGGAP_CHROMEDRIVER").or_else(|| on_path("chromedriver"))
}

fn given(name: &str) -> Option<PathBuf> {
    env::var_os(name).map(PathBuf::from).filter(|file| file.exists())
}
