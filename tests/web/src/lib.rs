//! What tests of the pages' parts share: a place to mount them, and finding them as a screen reader does.

mod find;
mod network;
mod room;

pub use find::{all, description, find, name, text};
pub use network::{Asked, Network, answer};
pub use room::{Room, choose, leave, press, settle, type_into};
