//! Public information as the PPID work on it: the list, an entry with what may be done with it, and its form.

mod board;
mod entry;
mod facts;
mod files;
mod form;
mod import;
mod list;
mod opened;
mod own;
mod reason;
mod ways;

pub use board::information_board_page;
pub use entry::{entry_page, new_page};
pub use import::information_import_page;
pub use list::information_list_page;
pub use own::own_agencies;
