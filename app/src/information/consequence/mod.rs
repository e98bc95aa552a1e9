//! Consequence tests as the PPID work on them: the list, a test with what may be done with it, and its forms.

mod consider;
mod decide;
mod facts;
mod form;
mod list;
mod opened;
mod reason;
mod sheet;
mod ways;

pub use list::{ADDRESS, consequence_list_page};
pub use sheet::{consequence_page, new_consequence_page};
