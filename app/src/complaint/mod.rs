//! A citizen's complaint: filing it, the receipt, and following it.

mod attachments;
mod deadlines;
mod keyring;
mod photos;

mod receipt;

mod file;
mod track;

pub mod answers;
pub mod desk;
pub mod entry;
pub mod lapor;

pub mod parts;

pub use attachments::{Attachments, work};
pub use file::{Draft, FormParts, attached_files, file_page, filed, files, provide_draft, shelf, storing};
pub use track::{case_page, track_page};
