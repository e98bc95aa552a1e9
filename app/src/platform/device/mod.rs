//! What the phone can do: remember, copy, locate, and the theme of its screen.

mod choice;
mod clipboard;
mod position;
mod rest;
mod shrink;
mod storage;
mod theme;

pub use choice::{recall, remember};
pub use clipboard::copy;
pub use position::{PositionFailure, position};
pub use rest::rest;
pub use shrink::shrink;
pub use storage::{forget_session, recall_session, remember_session};
pub use theme::{Theme, ThemeChoice, provide_theme};
