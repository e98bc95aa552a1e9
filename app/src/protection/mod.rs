//! What the data-protection officer watches over.

mod breach;
mod breach_form;
mod erase;
mod page;

pub use page::protection_page;
