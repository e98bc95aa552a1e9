//! The companion of SP4N-LAPOR!: its exports are read, entered once, and compared with what is here.
//!
//! An export is a table that people draw from LAPOR! by hand. It is staged first, so that how its columns are read can be
//! tried before anything is entered.

mod fate;
mod read;
mod store;

pub mod late;
pub mod plan;
pub mod receive;
pub mod reconcile;
