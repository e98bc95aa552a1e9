//! Parts that are drawn outside their pages as well, on the page that shows every part.

pub use super::attachments::{Sample, State as FileState, sample_rows};
pub use super::deadlines::deadlines;
pub use super::file::{Step, kept_row, review_section, stepper, summary_of};
pub use super::receipt::ticket;
pub use super::track::{course, story_line};
