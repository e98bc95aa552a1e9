//! Consequence tests, and the Daftar Informasi yang Dikecualikan that comes of them: a list of its own, with nothing of what is
//! excluded.

mod record;
mod store;

pub mod desk;
pub mod excluded;
pub mod lapse;

pub(super) use store::terms_ending;
