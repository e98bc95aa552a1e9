//! The register of accounts, which administrators keep.

mod form;
mod link;
mod list;
mod page;
mod roles;
mod row;

pub use page::register_page;
