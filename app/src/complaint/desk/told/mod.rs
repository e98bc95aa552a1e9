//! What the staff are told: their messages, and what is late.

mod late;
mod messages;

pub use late::late_page;
pub use messages::messages_page;
