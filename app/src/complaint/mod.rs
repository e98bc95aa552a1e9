//! A citizen's complaint: filing it, the receipt, and following it.

mod attachments;
mod deadlines;
mod keyring;

mod receipt;

mod file;
mod track;

pub use file::{Draft, file_page, provide_draft};
pub use track::{case_page, track_page};
