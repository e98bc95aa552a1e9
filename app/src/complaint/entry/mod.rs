//! Entering what came to an office by letter, telephone, visit or LAPOR!.

mod given;
mod office;
mod page;

pub use page::entry_page;
