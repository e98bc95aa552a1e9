//! A citizen's pages as HTML, for everyone whose phone does not run the app, and until it does.
//!
//! The forms work without scripts: they post to the addresses of the pages, and the answer is the next page. A secret
//! is never in an address, so no answer leads elsewhere, and nobody keeps one that holds something personal.

mod sent;

mod deadlines;
mod qr;

pub mod file;
mod form;
mod receipt;
mod typed;

mod ask;
mod attachments;
mod case;
mod find;
mod opened;
mod own;
mod progress;
mod story;

pub mod act;
pub mod follow;
pub mod notices;
pub mod public;
pub mod track;
