//! Builds again after every change, quickly, and starts the server again where the server has changed.

use std::fs;
use std::process::Child;
use std::thread::sleep;
use std::time::{Duration, SystemTime};

use crate::build::{self, Quality};
use crate::failure::{Result, While};
use crate::places::Places;
use crate::run::{command, run};
use crate::serve::server;

/// What the pages are made of; the server of a debug build reads them from `dist/` as they are.
const PAGES: [&str; 4] = ["app", "shared", "style", "public"];
const SERVER: [&str; 2] = ["server", "shared"];
const LOOK_EVERY: Duration = Duration::from_millis(500);

/// Runs until it is interrupted.
pub fn dev(places: &Places, arguments: &[String]) -> Result {
    let mut pages_seen = None;
    let mut server_seen = None;
    let mut running: Option<Child> = None;
    loop {
        let pages_now = newest(places, &PAGES)?;
        if pages_seen != Some(pages_now) {
            pages_seen = Some(pages_now);
            report(build::build(places, Quality::Quick).map(|_| ()));
        }
        let server_now = newest(places, &SERVER)?;
        if server_seen != Some(server_now) {
            server_seen = Some(server_now);
            let built = run(command("cargo").current_dir(&places.root).args([
                "build",
                "--quiet",
                "--package",
                "server",
            ]));
            if built.is_ok() {
                stop(running.take())?;
                let binary = places.target.join("debug/tanggap");
                running = Some(server(places, &binary, arguments).spawn().doing("starting the server")?);
            }
            report(built);
        }
        sleep(LOOK_EVERY);
    }
}

/// Somebody at work makes mistakes; they are shown, and the next change is awaited.
fn report(result: Result) {
    match result {
        Ok(()) => eprintln!("── ready"),
        Err(failure) => eprintln!("── {failure}"),
    }
}

fn stop(child: Option<Child>) -> Result {
    let Some(mut child) = child else { return Ok(()) };
    child.kill().doing("stopping the server")?;
    child.wait().doing("waiting for the server to end")?;
    Ok(())
}

/// The moment of the last change and the number of files, so that a removed file counts as a change.
fn newest(places: &Places, folders: &[&str]) -> Result<(SystemTime, usize)> {
    let mut newest = (SystemTime::UNIX_EPOCH, 0);
    for folder in folders {
        for file in build::files_under(&places.root.join(folder))? {
            // A file may vanish between the listing and the look, as editors replace files.
            let changed =
                fs::metadata(&file).and_then(|data| data.modified()).unwrap_or(SystemTime::UNIX_EPOCH);
            newest = (newest.0.max(changed), newest.1 + 1);
        }
    }
    Ok(newest)
}
