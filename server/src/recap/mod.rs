//! The recap: how many complaints stand where, as of any day, as JSON, tables and files; and which of them wait.

mod question;
mod small;

mod count;
mod label;

mod asked;

pub mod export;
pub mod show;

mod query;
#[cfg(test)]
mod tests;
pub mod waiting;

pub mod page;

pub use count::{Moment, board, recap};
pub use question::Question;
