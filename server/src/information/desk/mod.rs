//! Entries as the PPID work on them: written, looked through, published, taken back.

mod open;
mod record;

pub(super) use open::{may, open, shown};
pub use record::Change;

pub mod act;
pub mod add;
pub mod board;
pub mod list;
pub mod show;
pub mod write;
