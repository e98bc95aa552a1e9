//! Title and content as everyone reads them: a text of its own, which can be taken back.

mod store;

pub mod nearby;

pub use store::{public_addresses, public_parts, publication, publish, unpublish};
