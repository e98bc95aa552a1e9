//! The release binary under load, measured from outside by the crate `tests-bench`.

use crate::failure::Result;
use crate::places::Places;
use crate::run::{command, run, step};
use crate::{build, serve};

const MEASUREMENTS: [&str; 7] = ["start", "filings", "reads", "recap", "inbox", "information", "stream"];

/// Builds what is measured, then measures all of it or what is named, one after the other.
pub fn server(places: &Places, arguments: &[String]) -> Result {
    build::build(places, build::Quality::Release)?;
    serve::release(places)?;
    let bench = |measurement: &str| {
        run(command("cargo")
            .current_dir(&places.root)
            .args(["run", "--quiet", "--release", "--package", "tests-bench", "--", measurement, "--binary"])
            .arg(places.release_binary())
            .args(arguments.iter().skip_while(|argument| !argument.starts_with("--"))))
    };
    let named = arguments.first().filter(|argument| !argument.starts_with("--"));
    match named {
        Some(measurement) => bench(measurement),
        None => MEASUREMENTS.iter().try_for_each(|measurement| step(measurement, || bench(measurement))),
    }
}
