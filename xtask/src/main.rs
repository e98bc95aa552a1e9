//! What people would otherwise do by hand: toolchain, bundles, serving, tests, measurements.
//!
//! One file per verb; `main` is the contents page.

mod failure;
mod places;
mod run;

mod setup;

mod build;
mod dev;
mod serve;

mod test;
mod tidy;

mod bench;
mod shots;
mod soak;

use std::process::ExitCode;

use failure::{Result, fail};
use places::Places;

const HELP: &str = "\
cargo xtask <command>

  setup                 find or install what the bundles and the tests need
  build                 write the bundles into dist/
  serve [arguments…]    build everything and serve it with demo data on http://127.0.0.1:8080;
                        further arguments go to `tanggap serve`
  dev [arguments…]      the same in quick builds, again after every change
  test [--only native|web|e2e|tidy]
                        every test, in the order that fails soonest
  tidy                  check the invariants that a program can check
  bench bundle          bytes of the bundles, raw and as a browser receives them
  bench server [start|filings|reads|recap|inbox|information|stream] [options…]
                        the release binary under load: durable filings, reads, the recap at a million
                        complaints, open streams, 200,000 public entries
  bench phone [lighthouse|cold|charts] [--runs 3]
                        the pages on a cheap phone: Lighthouse's scores, the form's cold start on a slow network
                        beside a twin of it in React, and the recap's charts under changes beside Chart.js and uPlot
  soak kills [--kills 200] [--seed 1] [--people 8]
                        kills the release binary under filings, and checks that nothing is lost or doubled;
                        on PostgreSQL as well where TANGGAP_TEST_POSTGRES names one
  soak syncs [--filings 200]
                        traces the release binary: a sync of the disk for every acknowledged group
  soak storm [--filings 2000] [--phones 3] [--seed 1]
                        files in browsers over a line that loses, repeats, delays and cuts three requests in ten, with
                        pages loaded anew at random, and checks that each phone shows the receipt of one complaint
  shots                 pictures of every page at 360 and 1280 px, light and dark, in shots/ of cargo's target folder
  shots --accept        takes what /gaya looks like now as what the tests hold it to, in tests/e2e/accepted

Environment:
  CARGO_TARGET_DIR      where cargo builds (default: target/)
  TANGGAP_CACHE         where tools are installed (default: ~/.cache/tanggap)
  TANGGAP_WASM          rustup, rustup-source or debian: the wasm toolchain, instead of finding out
  TANGGAP_CHROMIUM, TANGGAP_CHROMEDRIVER, TANGGAP_POSTGRES_BIN
                        a browser, its driver, a folder with initdb and pg_ctl to use instead of those found";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match dispatch(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("xtask: {failure}");
            ExitCode::FAILURE
        }
    }
}

fn dispatch(arguments: &[String]) -> Result {
    let Some((command, rest)) = arguments.split_first() else {
        println!("{HELP}");
        return Ok(());
    };
    if matches!(command.as_str(), "help" | "--help" | "-h") {
        println!("{HELP}");
        return Ok(());
    }
    let places = Places::find()?;
    match command.as_str() {
        "setup" => setup::everything(&places).map(|_| ()),
        "build" => build::build(&places, build::Quality::Release).map(|_| ()),
        "serve" => serve::serve(&places, rest),
        "dev" => dev::dev(&places, rest),
        "test" => test::test(&places, rest),
        "tidy" => tidy::tidy(&places),
        "bench" => bench::bench(&places, rest),
        "soak" => soak::soak(&places, rest),
        "shots" => shots::shots(&places, rest),
        other => fail(format!("there is no command {other:?}; `cargo xtask help` lists them")),
    }
}
