//! Measurements: what the bars of the project are compared with. None is a timed test.

mod bundle;
mod phone;
mod server;

use crate::failure::{Result, fail};
use crate::places::Places;

/// Runs the measurement that is named.
pub fn bench(places: &Places, arguments: &[String]) -> Result {
    match arguments.first().map(String::as_str) {
        Some("bundle") => bundle::bundle(places),
        Some("server") => server::server(places, &arguments[1..]),
        Some("phone") => phone::phone(places, &arguments[1..]),
        _ => fail("cargo xtask bench bundle|server|phone"),
    }
}
