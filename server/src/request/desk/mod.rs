//! Requests as the PPID work on them: given to an agency, answered, delivered, and decided on after an objection.

mod command;
mod open;
mod record;

pub mod act;
pub mod enter;
pub mod identity;
pub mod list;
pub mod show;

pub(crate) use command::{Command, obey, seen};
pub(super) use open::{may, now, number, open};
pub(super) use record::event;
