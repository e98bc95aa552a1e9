//! What must be true of the binary that is released, beyond what its own tests see.

use std::process::Stdio;

use crate::failure::{Result, While, fail};
use crate::places::Places;
use crate::run::command;

/// The exit code of a wrong command line.
const USAGE: i32 = 2;

/// The clock that tests can set must not exist in a release: whoever sets the clock sets deadlines.
pub fn refuses_the_test_clock(places: &Places) -> Result {
    let output = command(places.release_binary())
        .args(["serve", "--manual-clock"])
        .stdin(Stdio::null())
        .output()
        .doing("starting the released server")?;
    let complaint = String::from_utf8_lossy(&output.stderr);
    if output.status.code() == Some(USAGE) && complaint.contains("--manual-clock") {
        return Ok(());
    }
    fail(format!(
        "the released server must refuse --manual-clock as a wrong command line; it ended with {}",
        output.status
    ))
}
