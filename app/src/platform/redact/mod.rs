//! The tool that covers faces, number plates and writing in a photo with black boxes, before it goes anywhere.
//!
//! A feature asks for it with a photo and hears what came of it; the tool itself knows no feature. What is here comes
//! with the page, the rest when it is first needed.

mod asked;

mod bars;
mod boxes;
mod dialog;
mod icon;
mod keys;
mod pointer;
mod question;
mod stage;
mod tool;

pub use asked::{Asked, Covered, Opening, RedactPart, redact_place};
pub use dialog::redact;
