//! Photos and documents on their way to the server, for a filing or a message.

mod list;
mod one;
mod work;

mod picker;
mod row;
mod sample;
mod summary;

pub use list::{Attachments, Work};
pub use one::State;
pub use picker::attachments;
pub use sample::{Sample, sample_rows};
pub use summary::attached;
pub use work::work;
