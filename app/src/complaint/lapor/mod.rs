//! The companion of LAPOR!: entering its exports, and what they differ in from what is here.

mod compare;
mod import;
mod mapping;
mod outcome;
mod page;

pub use page::lapor_page;
