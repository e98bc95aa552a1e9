//! Following a complaint: its stage for everyone who has the code, its content for the holder of the secret.

mod case;
mod command;
mod entry;
mod judge;
mod own;
mod progress;
mod reply;
mod story;
mod unlock;
mod withdraw;

pub use case::case_page;
pub use entry::track_page;
