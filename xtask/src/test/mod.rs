//! Every test, in the order that fails soonest: rules of the text, native tests, the browser's unit tests,
//! stories in a browser against the released server.

mod cluster;
mod release;
mod staff;
mod tally;
mod web;

use crate::build::{self, Quality};
use crate::failure::{Result, fail};
use crate::places::Places;
use crate::run::{command, step};
use crate::setup::{self, TestTools};
use crate::{serve, tidy};

pub use cluster::{Cluster, VARIABLE};
use tally::Tally;

/// Crates whose tests run natively, together: so the server is compiled once, with the clock that tests can set.
const NATIVE: [&str; 5] = ["shared", "server", "xtask", "tests-api", "app"];

/// Runs the tests, or the one part that `--only` names, and ends with the sum of the runners' summaries.
pub fn test(places: &Places, arguments: &[String]) -> Result {
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let part = match arguments.as_slice() {
        [] => None,
        ["--only", "tidy"] => return tidy::tidy(places),
        ["--only", part @ ("native" | "web" | "e2e")] => Some(*part),
        _ => return fail("cargo xtask test [--only native|web|e2e|tidy]"),
    };
    let mut tally = Tally::new();
    let outcome = run(places, part, &mut tally);
    println!("{}", tally.summary(outcome.is_ok()));
    outcome
}

fn run(places: &Places, part: Option<&str>, tally: &mut Tally) -> Result {
    let wanted = |name| part.is_none_or(|part| part == name);
    if part.is_none() {
        step("tidy", || tidy::tidy(places))?;
    }
    let (bundle_tools, test_tools) = setup::everything(places)?;
    let cluster = match part {
        Some("web") => None,
        _ => Some(Cluster::start(&test_tools.postgres)?),
    };
    if wanted("native") {
        step("native tests", || native(places, cluster.as_ref(), tally))?;
    }
    if wanted("web") {
        step("tests in the browser", || web::run(places, &bundle_tools, &test_tools, tally))?;
    }
    if wanted("e2e") {
        step("stories", || stories(places, &test_tools, cluster.as_ref(), tally))?;
    }
    Ok(())
}

fn native(places: &Places, cluster: Option<&Cluster>, tally: &mut Tally) -> Result {
    let mut cargo = command("cargo");
    cargo.current_dir(&places.root).args(["test", "--no-fail-fast"]);
    cargo.args(NATIVE.iter().flat_map(|package| ["--package", package]));
    if let Some(cluster) = cluster {
        cargo.env(VARIABLE, cluster.address());
    }
    tally.watch(&mut cargo)
}

fn stories(places: &Places, tools: &TestTools, cluster: Option<&Cluster>, tally: &mut Tally) -> Result {
    build::build(places, Quality::Release)?;
    staff::is_not_in_the_public_bundle(places)?;
    serve::release(places)?;
    release::refuses_the_test_clock(places)?;
    let mut cargo = command("cargo");
    cargo
        .current_dir(&places.root)
        .args(["test", "--no-fail-fast", "--package", "tests-e2e"])
        .env("TANGGAP_BINARY", places.release_binary())
        .env("TANGGAP_CHROMIUM", &tools.browser.chromium)
        .env("TANGGAP_CHROMEDRIVER", &tools.browser.driver)
        .env("TANGGAP_AXE", &tools.axe);
    if let Some(cluster) = cluster {
        cargo.env(VARIABLE, cluster.address());
    }
    tally.watch(&mut cargo)
}
