//! What stories are told with: the released server, a real browser, and its pages as people see them.
//!
//! Elements are found by role and accessible name, as the browser computes them for a screen reader, and words come
//! from `shared::lang`. Nothing sleeps: everything waits for what it needs, up to a deadline.

mod process;

mod bad_line;
mod http;
mod kept;
mod line;
mod photo;
mod server;
mod staff;

mod axe;
mod browser;
mod find;
mod forced;
mod keys;

mod outline;
mod outlines;

mod blocks;
mod portraits;

pub mod pages;

mod phone;
mod storm;
mod stroll;
mod voice;

pub use axe::Look;
pub use bad_line::BadLine;
pub use blocks::{Difference, blocks_of, compare};
pub use browser::{Browser, Scheme, Size};
pub use http::{Http, a_filing};
pub use line::Line;
pub use outlines::outlines;
pub use phone::Phone;
pub use photo::{holds_gps, mark_in, photo_file, photo_with_gps, photo_with_mark};
pub use portraits::{Portrait, accept, accepted, portraits};
pub use server::{Receipt, Server};
pub use staff::{Seat, code_of};
pub use storm::Storm;
pub use voice::Said;

/// What made a story end early. Stories return it, so that a step is one line.
pub type Failure = Box<dyn std::error::Error + Send + Sync>;

/// The result of a step.
pub type Result<T = ()> = std::result::Result<T, Failure>;

/// How long anything may take on a busy machine before it counts as not happening.
pub const PATIENCE: std::time::Duration = std::time::Duration::from_secs(20);

/// Fails with a sentence.
pub fn fail<T>(sentence: impl Into<String>) -> Result<T> {
    Err(sentence.into().into())
}

/// Fails unless something holds.
pub fn check(holds: bool, otherwise: impl Into<String>) -> Result {
    if holds { Ok(()) } else { fail(otherwise) }
}
