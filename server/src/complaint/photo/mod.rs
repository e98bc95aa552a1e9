//! The photos of a published complaint: which of those filed everyone sees, and with what under black boxes.
//!
//! The staff draw boxes; the server paints them over the photo that it has. So nobody can put another picture in the
//! place of the reporter's, and what is covered never leaves the server. What was covered is never shown uncovered again.

mod draft;
mod prepare;
mod store;

pub mod show;

pub(super) use draft::draft;
pub(super) use prepare::{Prepared, abandon, leftovers, prepare};
pub(super) use store::{forget_of_complaint, public, publish, withdraw};
