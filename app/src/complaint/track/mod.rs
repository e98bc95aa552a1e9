//! Following a complaint: its stage for everyone who has the code, its content for the holder of the secret.

mod case;
mod command;

mod progress;
mod story;

mod judge;
mod reply;
mod turned;
mod unlock;
mod withdraw;

mod entry;
mod follow;
mod own;
mod page;
mod public;

pub use entry::track_page;
pub use page::case_page;
pub use progress::course;
pub use story::story_line;
