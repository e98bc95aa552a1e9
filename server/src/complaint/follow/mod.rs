//! Following a published complaint by mail: asked for here, confirmed and ended by the links in the mail.

pub(in crate::complaint) mod store;

pub mod ask;

pub use store::forget_of_complaint;
