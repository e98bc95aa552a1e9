//! Public information: what the PPID write and publish, and what everyone finds without asking (UU 14/2008).

mod store;

mod alike;

pub mod feed;
pub mod list;
pub mod remind;
pub mod show;
pub mod whole;

pub mod page;

pub mod consequence;
pub mod desk;
pub mod file;
pub mod import;
pub mod link;

pub use alike::{alike, suggest};
pub(crate) use store::incomplete;
pub use store::{is_begun, public_addresses, public_parts};

use crate::error::Error;

/// The number of an entry in an address.
fn number(id: &str) -> Result<i64, Error> {
    id.parse().ok().filter(|id| *id > 0).ok_or_else(Error::not_found)
}
