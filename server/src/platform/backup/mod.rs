//! Backups: everything the database holds, and the files, in one tar that either engine can read back.
//!
//! ```text
//! manifest.json            what this is, and where the chain stood
//! tables/NAME/000001.jsonl a row a line, as an array in the order of `table.rs`
//! files/NAME               as stored, under the name on the disk; their hashes are in the rows that have them
//! keys/NAME                only when asked for
//! end.json                 counts and a hash over the tables: an archive without it was cut off
//! ```
//!
//! Writing one takes a snapshot of the database, so the server goes on; reading one back takes an empty database
//! and one transaction. Neither holds more than some hundred rows or one file in memory.
//!
//! The keys are left out unless asked for, so that a lost backup names no reporter. Both of them: the receipt key
//! with the idempotency keys in the tables would give every reporter's secret.

mod error;
mod home;
mod manifest;
mod reader;
mod restore;
mod row;
mod table;
mod write;

pub use error::BackupError;
pub use manifest::{End, Manifest};
pub use restore::{KeyState, Restored, restore};
pub use write::{BackedUp, Request, back_up};

#[cfg(test)]
#[cfg(feature = "manual-clock")]
mod tests;
