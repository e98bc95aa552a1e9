//! What the data-protection officer watches over.

mod store;

pub mod board;
pub mod breach;
