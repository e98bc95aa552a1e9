//! `/permohonan` and what lies below: requests for information without scripts. The application has no page in their place: of the
//! empty form it takes over the frame, to offer what is public already while somebody types. A secret is never in an address, so no answer leads elsewhere and nobody keeps one that holds something personal.

mod fields;
mod files;
mod form;
mod letters;
mod opened;
mod receipt;
mod sheet;
mod typed;

pub mod act;
pub mod file;
pub mod missing;

use maud::Markup;

use crate::platform::pages::{Page, Visit};

/// Where a request is made.
const PATH: &str = "/permohonan";

/// A page of these.
fn page<'a>(path: &'a str, title: &'a str, description: Option<&'a str>, main: Markup) -> Page<'a> {
    Page { path, title, description, picture: None, main, data: Vec::new() }
}

/// The address of a request's page.
fn address(number: &str) -> String {
    [PATH, "/", number].concat()
}

/// What nobody else's page says to search engines.
fn own_page<'a>(visit: &Visit, path: &'a str, main: Markup) -> Page<'a> {
    page(path, visit.lang().request().title, None, main)
}
