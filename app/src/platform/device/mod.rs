//! What the phone can do: remember, copy, locate, keep and send later, and the theme of its screen.

mod address;
mod choice;
mod clipboard;
mod file;
mod object_url;
mod outbox;
mod position;
mod rest;
mod shrink;
mod storage;
mod style;
mod theme;
mod worker;

pub use address::whole_address;
pub use choice::{recall, remember};
pub use clipboard::copy;
pub use file::{named_file, text_file};
pub use object_url::ObjectUrl;
pub use outbox::{Entry, EntryState, Kept, Outbox, Removed, keep_seen, provide_outbox, seen, use_outbox};
pub use position::{PositionFailure, position};
pub use rest::rest;
pub use shrink::{Picture, shrink};
pub use storage::{forget_session, forget_sessions, recall_session, remember_session};
pub use style::late_style;
pub use theme::{Theme, ThemeChoice, provide_theme};
pub use worker::{Newer, bring_in_newer, provide_worker};
