//! Photos and documents on their way to the server, for a filing or a message.

mod list;
mod picker;

pub use list::{Attachments, State};
pub use picker::{attachments, file_row};
