//! Requests for public information as the PPID work on them: the list, a request with what may be done with it, and its letters.

mod address;
mod asked;
mod assign;
mod black;
mod clock;
mod cost;
mod cover;
mod decide;
mod deliver;
mod due;
mod files;
mod filters;
mod form;
mod grant;
mod identify;
mod letter;
mod letters;
mod list;
mod look_through;
mod objections;
mod open_file;
mod opened;
mod page;
mod paste;
mod publish;
mod refuse;
mod rows;
mod story;
mod tell;
mod wanted;
mod ways;

pub use letter::letter_page;
pub use list::request_list_page;
pub use page::request_page;
