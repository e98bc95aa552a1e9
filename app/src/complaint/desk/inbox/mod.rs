//! What waits, for a person who lives in it all day.

mod address;
mod bulk;
mod chosen;
mod filters;
mod keys;
mod list;
mod page;
mod row;

pub use address::address;
pub use page::inbox_page;
