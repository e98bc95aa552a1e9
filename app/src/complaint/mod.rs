//! A citizen's complaint: filing it, the receipt, and following it.

mod attachments;
mod deadlines;
mod keyring;

mod receipt;

mod file;
mod track;

pub mod parts;

pub use file::{Draft, KeptParts, file_page, provide_draft, shelf, storing};
pub use track::{case_page, track_page};
