//! Consequence tests as the PPID work on them: proposed, considered, decided, taken back.

mod open;

pub mod act;
pub mod add;
pub mod list;
pub mod show;
pub mod write;
